import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import {
  Alert,
  App,
  AutoComplete,
  Button,
  Checkbox,
  ConfigProvider,
  DatePicker,
  Drawer,
  Dropdown,
  Empty,
  Form,
  Input,
  InputNumber,
  Modal,
  message,
  notification,
  Popconfirm,
  Popover,
  QRCode,
  Radio,
  Segmented,
  Select,
  Space,
  Spin,
  Switch,
  Table,
  Tabs,
  Tag,
  Timeline,
  Tooltip,
  TreeSelect,
} from 'antd'
import { Fragment, createElement as h } from 'react'
import { renderToString } from 'react-dom/server'
import type { Plugin } from 'vite'
import { themeOf, type Wishes } from './theme.ts'

/** Every antd component that the desktop rooms draw; one that is missing here would stand without style. */
const drawn = h(
  Fragment,
  null,
  h(Alert),
  h(App),
  h(AutoComplete),
  h(Button),
  h(Checkbox),
  h(DatePicker),
  h(Drawer),
  h(Dropdown, { menu: { items: [] } }, h('i')),
  h(Empty),
  h(Form, null, h(Form.Item)),
  h(Input.TextArea),
  h(Input.Search),
  h(InputNumber),
  h(Modal),
  h(message._InternalPanelDoNotUseOrYouWillBeFired),
  h(notification._InternalPanelDoNotUseOrYouWillBeFired),
  h(Popconfirm, { title: '' }, h('i')),
  h(Popover, null, h('i')),
  h(QRCode, { value: '-' }),
  h(Radio.Group, { options: [] }),
  h(Segmented, { options: [] }),
  h(Select),
  h(Space),
  h(Space.Compact),
  h(Spin),
  h(Switch),
  h(Table),
  h(Tabs),
  h(Tag, { color: 'blue' }),
  h(Tag, { color: 'success' }),
  h(Timeline, { items: [] }),
  h(Tooltip, null, h('i')),
  h(TreeSelect),
)

/** antd's icons bring these few rules along at run time; here they stand with the others. */
const icons =
  '.anticon{display:inline-flex;align-items:center;color:inherit;font-style:normal;line-height:0;text-align:center;text-transform:none;vertical-align:-.125em;text-rendering:optimizeLegibility}.anticon>*{line-height:1}.anticon svg{display:inline-block;vertical-align:inherit}.anticon[tabindex]{cursor:pointer}.anticon-spin{animation:office-spin 1s linear infinite}@keyframes office-spin{to{rotate:360deg}}'

const stylesFor = (wishes: Wishes): ReturnType<typeof createCache> => {
  const cache = createCache()
  renderToString(h(StyleProvider, { cache }, h(ConfigProvider, { theme: themeOf(wishes) }, drawn)))
  return cache
}

/** The rules once, and their variables once for each way the reader may have switched them. */
function styleSheet(): string {
  const rules = extractStyle(stylesFor({ elder: false, contrast: false }), { plain: true })
  const others = [
    { elder: true, contrast: false },
    { elder: false, contrast: true },
    { elder: true, contrast: true },
  ].map((wishes) => extractStyle(stylesFor(wishes), { plain: true, types: ['token', 'cssVar'] }))
  return `@layer office{${icons}${rules}${others.join('')}}`
}

const NAME = 'virtual:office.css'

/** What antd still adds at run time (the lock of scrolling, the width of a scroll bar) would be refused: it is left out. */
const silent = `const none = () => document.createElement('style')
export const injectCSS = none, updateCSS = none, removeCSS = () => {}, clearContainerCache = () => {}`

/** Writes the style sheet of the desktop rooms at build time, so that their pages add no style of their own. */
export const officeStyles: Plugin = {
  name: 'office-styles',
  enforce: 'pre',
  transform: (_code, id) => (/rc-component\/util\/es\/Dom\/dynamicCSS\.js/.test(id) ? silent : undefined),
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? styleSheet() : undefined),
}
