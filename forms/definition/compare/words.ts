import type { CompatibilityClass } from './compatibility.ts'
import { settingNames } from './table.ts'

/** Rules: only the fact of a change can be put into words. */
export const ruleNames: Readonly<Record<string, string>> = {
  calculateValue: '计算规则',
  conditional: '显示条件',
  logic: '联动规则',
}

const consequences: Readonly<Record<CompatibilityClass, string>> = {
  'loses-answers': '按旧表填的答案保留不下来，或不能通过',
  'changes-meaning': '新旧答案含义不同，不宜直接比较',
  tightens: '按旧表填的答案可能通不过',
  compatible: '按旧表填的答案照样有效',
}
const cleared = '不再显示时，已填的答案会清空'
const replaced = '人工填写的答案不再采用'
const strayed = '按原来填的答案不再对应'
/** Where a loss can be said more exactly, by the code of the change. */
const losses: Readonly<Record<string, string>> = {
  'option-removed': '选了它的答案要重新选',
  removed: '按旧表填的答案在新表里没有位置',
  conditional: cleared,
  moved: cleared,
  calculateValue: replaced,
  disabled: replaced,
  hidden: replaced,
  'key-changed': strayed,
  'path-changed': strayed,
}

export const consequenceOf = (what: CompatibilityClass, code: string): string =>
  (what === 'loses-answers' ? losses[code] : undefined) ?? consequences[what]

export const quote = (text: string): string =>
  `“${text.length > 40 ? `${text.slice(0, 39).toWellFormed()}…` : text}”`

/** A setting's change: 「的最大值：未设定 → 20」, 「新增显示条件」. */
export const settingWords = (setting: string, was: unknown, is: unknown): string => {
  const rule = ruleNames[setting]
  if (rule !== undefined && was === undefined) return `新增${rule}`
  if (rule !== undefined && is === undefined) return `删除${rule}`
  if (setting === 'validate.required') return is === true ? '改为必填' : '改为选填'
  const name = rule ?? settingNames[setting] ?? quote(setting)
  if (rule !== undefined || !isTold(was) || !isTold(is)) return `的${name}已修改`
  return `的${name}：${show(was)} → ${show(is)}`
}

/** Codes (`radio`, `cn-id`) and whole values mean nothing to a reader. */
const isTold = (value: unknown): boolean =>
  typeof value === 'string' ? !/^[A-Za-z][\w.-]*$/.test(value) : typeof value !== 'object' || value === null
const show = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '未设定'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' ? quote(value) : String(value)
}
