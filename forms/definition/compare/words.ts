import type { CompatibilityClass } from './compatibility.ts'

/** Settings whose value can be told, and what they are called. */
export const settingNames: Readonly<Record<string, string>> = {
  clearOnHide: '隐藏时清空',
  content: '说明文字',
  currency: '币种',
  'datePicker.maxDate': '最晚日期',
  'datePicker.minDate': '最早日期',
  dataFormat: '存放格式',
  dataType: '取值类型',
  dayFirst: '先日后月',
  decimalLimit: '小数位数',
  defaultValue: '默认值',
  description: '填写说明',
  disabled: '禁止填写',
  display: '填写方式',
  enableTime: '是否填写时间',
  errors: '出错提示',
  'fields.day.hide': '不填日',
  'fields.day.required': '日必填',
  'fields.month.hide': '不填月',
  'fields.month.required': '月必填',
  'fields.year.hide': '不填年',
  'fields.year.required': '年必填',
  'fields.year.maxYear': '最晚年份',
  'fields.year.minYear': '最早年份',
  format: '显示格式',
  hidden: '默认隐藏',
  html: '说明文字',
  inputMask: '输入格式',
  label: '名称',
  hideLabel: '不显示题目',
  maxDate: '最晚日期',
  maxYear: '最晚年份',
  minDate: '最早日期',
  minYear: '最早年份',
  multiple: '可填多个',
  placeholder: '占位提示',
  prefix: '前缀',
  storeas: '存放方式',
  suffix: '后缀',
  tooltip: '帮助提示',
  truncateMultipleSpaces: '合并空格',
  type: '类型',
  unique: '不得重复',
  'properties.element': '对应的数据元',
  'properties.format': '内容格式',
  'properties.options': '选项来源',
  'properties.sensitivity': '敏感级别',
  'properties.source': '依据',
  'validate.customMessage': '出错提示',
  'validate.integer': '只填整数',
  'validate.json': '校验规则',
  'validate.max': '最大值',
  'validate.maxLength': '长度上限',
  'validate.maxSelectedCount': '最多选几项',
  'validate.maxWords': '字数上限',
  'validate.min': '最小值',
  'validate.minLength': '长度下限',
  'validate.minSelectedCount': '最少选几项',
  'validate.minWords': '字数下限',
  'validate.pattern': '格式要求',
  'validate.skipMaskValidation': '不按输入格式检查',
  'validate.step': '每步的间隔',
  'validate.unique': '各行不得重复',
}

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
/** Where it can be said more exactly: by class and code. */
const exactly: Readonly<Record<string, string>> = {
  'loses-answers option-removed': '选了它的答案要重新选',
  'loses-answers conditional': '不再显示时，已填的答案会清空',
  'loses-answers calculateValue': '人工填写的答案不再采用',
  'loses-answers disabled': '人工填写的答案不再采用',
  'loses-answers removed': '按旧表填的答案在新表里没有位置',
  'loses-answers moved': '不再显示时，已填的答案会清空',
  'loses-answers hidden': '人工填写的答案不再采用',
  'loses-answers key-changed': '按原字段填的答案不再对应',
  'loses-answers path-changed': '按原位置填的答案不再对应',
}

export const consequenceOf = (what: CompatibilityClass, code: string): string =>
  exactly[`${what} ${code}`] ?? consequences[what]

export const quote = (text: string): string =>
  `“${text.length > 40 ? `${text.slice(0, 39).toWellFormed()}…` : text}”`

/** A setting's change: 「的最大值：未设定 → 20」, 「新增显示条件」. */
export const settingWords = (setting: string, was: unknown, is: unknown): string => {
  const rule = ruleNames[setting]
  if (rule !== undefined && was === undefined) return `新增${rule}`
  if (rule !== undefined && is === undefined) return `删除${rule}`
  if (setting === 'validate.required') return is === true ? '改为必填' : '改为选填'
  const name = rule ?? settingNames[setting] ?? quote(setting)
  if (rule !== undefined || isWhole(was) || isWhole(is)) return `的${name}已修改`
  return `的${name}：${show(was)} → ${show(is)}`
}

const isWhole = (value: unknown): boolean => typeof value === 'object' && value !== null
const show = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '未设定'
  return typeof value === 'boolean'
    ? value
      ? '是'
      : '否'
    : typeof value === 'string'
      ? quote(value)
      : String(value)
}
