import { kindOf } from '#forms/definition'

/** How a setting is asked for in the dialog. */
export type Control =
  | 'line'
  | 'text'
  | 'key'
  | 'number'
  | 'whole'
  | 'date'
  | 'check'
  | 'pick'
  | 'options'
  | 'tabs'
  | 'columns'

export type Setting = {
  /** Where it stands in the component, e.g. `validate.required`. */
  readonly path: string
  readonly label: string
  readonly control: Control
  readonly hint?: string
  /** Of `pick`: what is stored and what is read. */
  readonly choices?: readonly (readonly [value: string, label: string])[]
  /** Of `check`: it holds while nothing is stored. */
  readonly on?: true
  /** Of `pick`: the lists of the city are offered as well. */
  readonly lists?: true
}

export type Asked = { readonly content: readonly Setting[]; readonly demand: readonly Setting[] }

const ask = (path: string, label: string, control: Control, more: Partial<Setting> = {}): Setting => ({
  path,
  label,
  control,
  ...more,
})

const label = ask('label', '题目', 'line')
const description = ask('description', '填写说明', 'text', { hint: '印在题目下面的小字。' })
const tooltip = ask('tooltip', '更多说明', 'text', { hint: '平时收起，点题目旁的“说明”才看到。' })
const placeholder = ask('placeholder', '空白时的提示', 'line')
const key = ask('key', '英文代码', 'key', {
  hint: '数据和规则里用的名字，以字母开头，只用字母、数字。已经有人填过的表请不要改。改了以后，条件、规则、结果、建议和样例里用到它的地方会一起改。',
})
const hidden = ask('hidden', '平时不显示', 'check')
const disabled = ask('disabled', '只能看，不能填', 'check')
const clear = ask('clearOnHide', '不显示时清除答案', 'check', { on: true })
const required = ask('validate.required', '必填', 'check')
const message = ask('validate.customMessage', '填错时的提示', 'line')
const multiple = ask('multiple', '可以有几个答案', 'check')
const least = ask('validate.minLength', '最少几个字', 'whole')
const longest = ask('validate.maxLength', '最多几个字', 'whole')
const words = [
  ask('validate.minWords', '最少几个词', 'whole'),
  ask('validate.maxWords', '最多几个词', 'whole'),
]
const prefix = ask('prefix', '数字前面的字', 'line')
const suffix = ask('suffix', '单位', 'line')
const unique = ask('unique', '各行不能填得一样（只用于表格的列）', 'check')
const pattern = ask('validate.pattern', '格式要求（正则表达式）', 'line', {
  hint: '例如 [0-9]{6} 表示六位数字。',
})
const min = ask('validate.min', '最小值', 'number')
const max = ask('validate.max', '最大值', 'number')
const format = (choices: NonNullable<Setting['choices']>): Setting =>
  ask('properties.format', '内容格式', 'pick', { choices: [['', '不限'], ...choices] })
const options = (path: string, name = '选项'): Setting => ask(path, name, 'options')
const from = ask('properties.options', '选项来自', 'pick', { choices: [['', '下面列出的选项']], lists: true })
const html = ask('html', '文字', 'text', { hint: '可以用 <p>、<strong>、<ul>、<a> 等标记，不能有脚本。' })
const rows = [ask('validate.minLength', '最少几行', 'whole'), ask('validate.maxLength', '最多几行', 'whole')]
const start = (control: Control): Setting => ask('defaultValue', '默认答案', control)

const texts: Readonly<Record<string, string>> = {
  'cn-id': '身份证号码',
  'cn-mobile': '手机号码',
  'cn-credit-code': '统一社会信用代码',
  'cn-division': '行政区划代码',
}
const textFormat = format(Object.entries(texts))

/** What each type is asked besides what all are asked. */
const own: Readonly<Record<string, Partial<Asked>>> = {
  textfield: {
    content: [placeholder, textFormat, start('line')],
    demand: [
      least,
      longest,
      pattern,
      ask('inputMask', '输入格式（9 表示数字，a 表示字母）', 'line'),
      unique,
      multiple,
    ],
  },
  textarea: {
    content: [placeholder, ask('rows', '显示几行', 'whole'), start('text')],
    demand: [least, longest, ...words],
  },
  phoneNumber: { content: [placeholder, textFormat], demand: [pattern, unique, multiple] },
  email: { content: [placeholder], demand: [longest, multiple] },
  url: { content: [placeholder], demand: [longest, multiple] },
  tags: { content: [placeholder] },
  number: {
    content: [prefix, suffix, placeholder, format([['money', '金额（元）']]), start('number')],
    demand: [
      min,
      max,
      ask('validate.integer', '只能填整数', 'check'),
      ask('decimalLimit', '最多几位小数', 'whole'),
      unique,
    ],
  },
  currency: {
    content: [placeholder, start('number')],
    demand: [min, max, ask('decimalLimit', '最多几位小数', 'whole')],
  },
  checkbox: { content: [start('check')] },
  radio: { content: [from, options('values'), ask('inline', '选项排成一行', 'check')] },
  select: { content: [from, options('data.values'), placeholder, multiple] },
  selectboxes: {
    content: [from, options('values'), ask('inline', '选项排成一行', 'check')],
    demand: [
      ask('validate.minSelectedCount', '最少选几项', 'whole'),
      ask('validate.maxSelectedCount', '最多选几项', 'whole'),
    ],
  },
  survey: { content: [options('questions', '问题'), options('values', '可选的答案')] },
  datetime: {
    content: [ask('enableTime', '还要填几点几分', 'check', { on: true })],
    demand: [ask('datePicker.minDate', '最早', 'date'), ask('datePicker.maxDate', '最晚', 'date')],
  },
  day: {
    content: [ask('fields.day.hide', '不问哪一天，只问年和月', 'check')],
    demand: [ask('minDate', '最早', 'date'), ask('maxDate', '最晚', 'date')],
  },
  file: { content: [multiple] },
  datagrid: { content: [ask('addAnother', '“增加一行”按钮的文字', 'line')], demand: rows },
  editgrid: { content: [ask('addAnother', '“增加一条”按钮的文字', 'line')], demand: rows },
  panel: { content: [ask('collapsible', '可以收起', 'check'), ask('collapsed', '开始时收起', 'check')] },
  columns: { content: [ask('columns', '分成几栏', 'columns')] },
  tabs: { content: [ask('components', '各页的标题', 'tabs')] },
  table: { content: [ask('numRows', '行数', 'whole'), ask('numCols', '列数', 'whole')] },
  content: { content: [html] },
  htmlelement: {
    content: [
      ask('tag', '样式', 'pick', {
        choices: [
          ['h2', '大标题'],
          ['h3', '标题'],
          ['h4', '小标题'],
          ['p', '普通文字'],
        ],
      }),
      ask('content', '文字', 'text'),
    ],
  },
}

/** The name of a group is its heading. */
const names: Readonly<Record<string, readonly Setting[]>> = {
  panel: [ask('title', '标题', 'line')],
  fieldset: [ask('legend', '标题', 'line')],
  content: [],
  htmlelement: [],
}

/** Whether a component of this type holds an answer, which the dictionary can know and which can be sensitive. */
export const isAnswered = (type: string): boolean => {
  const kind = kindOf(type)
  return kind !== undefined && kind !== 'layout' && kind !== 'static'
}

/** What the dialog of a type asks, in its order. */
export const askedOf = (type: string): Asked => {
  const { content = [], demand = [] } = own[type] ?? {}
  const said = type === 'content' || type === 'htmlelement' || type === 'button' ? [] : [description]
  const answered = isAnswered(type)
  const filled = answered && type !== 'hidden' && type !== 'container'
  return {
    content: [
      ...(names[type] ?? [label]),
      ...said,
      ...(filled ? [tooltip] : []),
      ...content,
      ...(type === 'hidden' ? [] : [hidden]),
      key,
    ],
    demand: [
      ...(filled ? [required] : []),
      ...demand,
      ...(filled ? [message, disabled] : []),
      ...(answered ? [clear] : []),
    ],
  }
}

/** Settings that other parts of the dialog write. */
const besides = ['properties.element', 'properties.sensitivity', 'properties.source']

/**
 * Every setting of a type that a drawing may change. Whatever else comes back from the builder has no meaning for the
 * type and is left out.
 */
export const settable = (type: string): readonly string[] => {
  const { content, demand } = askedOf(type)
  const asked = [...content, ...demand]
    .filter(({ control }) => control !== 'key' && control !== 'tabs' && control !== 'columns')
    .map(({ path }) => path)
  return [
    ...asked,
    ...(type === 'datetime' ? ['format'] : []),
    ...(type === 'button' ? [] : ['conditional']),
    ...(isAnswered(type) ? besides : []),
  ]
}
