import type { Plugin } from 'vite'

/** antd calls its icons by their English names. What one alone says has a Chinese name; the others stand beside words and are hidden. */
const named = `...({ search: { 'aria-label': '搜索' }, loading: { 'aria-label': '正在载入' } }[icon.name] ?? { 'aria-hidden': true })`

const replaced = (code: string, before: string, after: string): string => {
  if (!code.includes(before)) throw new Error(`antd no longer says ${before}`)
  return code.replace(before, after)
}

/** What antd says to a screen reader in English and offers no setting for, in Chinese. */
export const officeNames: Plugin = {
  name: 'office-names',
  enforce: 'pre',
  transform: (code, id) => {
    if (/ant-design\/icons\/es\/components\/AntdIcon(?:Light)?\.js/.test(id))
      return replaced(code, '"aria-label": icon.name', named)
    if (/rc-component\/input\/es\/BaseInput\.js/.test(id))
      return replaced(code, 'createElement("button", {', 'createElement("button", { "aria-label": "清除",')
    if (/rc-component\/select\/es\/hooks\/useAllowClear\.js/.test(id))
      return replaced(code, "'Clear'", "'清除'")
    return undefined
  },
}
