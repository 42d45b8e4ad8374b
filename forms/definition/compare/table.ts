import type { Kind } from '../types.ts'

/**
 * Every setting that answers depend on or that people read: what a change of it does to answers, and what it is called.
 * The effect is the same for every kind of question:
 * `wording` none · `meaning` they say something else · `format` that, and they may not pass · `loses` they no longer
 * pass · `strict` they may not pass once it is there or another one, `loose` once it is gone · `least` and `most` once
 * the bound is narrower · `apart` it is judged by itself. A setting that is not here is read by builders alone.
 */
const table = {
  wording: {
    description: '填写说明',
    tooltip: '帮助提示',
    placeholder: '占位提示',
    html: '说明文字',
    content: '说明文字',
    errors: '出错提示',
    format: '显示格式',
    hideLabel: '不显示题目',
    'validate.customMessage': '出错提示',
    'properties.sensitivity': '敏感级别',
    'properties.source': '依据',
  },
  meaning: {
    'properties.element': '对应的数据元',
    currency: '币种',
    prefix: '前缀',
    suffix: '后缀',
    dayFirst: '先日后月',
    enableTime: '是否填写时间',
    dataFormat: '存放格式',
    dataType: '取值类型',
    truncateMultipleSpaces: '合并空格',
    defaultValue: '默认值',
  },
  format: {
    'properties.format': '内容格式',
  },
  loses: {
    storeas: '存放方式',
    'properties.options': '选项来源',
    'fields.day.hide': '不填日',
    'fields.month.hide': '不填月',
    'fields.year.hide': '不填年',
  },
  strict: {
    'validate.required': '必填',
    'validate.pattern': '格式要求',
    inputMask: '输入格式',
    'validate.integer': '只填整数',
    'validate.json': '校验规则',
    unique: '不得重复',
    'validate.unique': '各行不得重复',
    'fields.day.required': '日必填',
    'fields.month.required': '月必填',
    'fields.year.required': '年必填',
  },
  loose: {
    'validate.skipMaskValidation': '不按输入格式检查',
  },
  least: {
    'validate.min': '最小值',
    'validate.minLength': '长度下限',
    'validate.minWords': '字数下限',
    'validate.minSelectedCount': '最少选几项',
    minYear: '最早年份',
    'fields.year.minYear': '最早年份',
    minDate: '最早日期',
    'datePicker.minDate': '最早日期',
  },
  most: {
    'validate.max': '最大值',
    'validate.maxLength': '长度上限',
    'validate.maxWords': '字数上限',
    'validate.maxSelectedCount': '最多选几项',
    maxYear: '最晚年份',
    'fields.year.maxYear': '最晚年份',
    maxDate: '最晚日期',
    'datePicker.maxDate': '最晚日期',
  },
  apart: {
    clearOnHide: '隐藏时清空',
    decimalLimit: '小数位数',
    disabled: '禁止填写',
    display: '填写方式',
    hidden: '默认隐藏',
    label: '名称',
    multiple: '可填多个',
    type: '类型',
    'validate.step': '每步的间隔',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type Effect = keyof typeof table

/** `[name, effect, words]` of every setting. */
export const settings: readonly (readonly [string, Effect, string])[] = Object.entries(table).flatMap(
  ([effect, named]) => Object.entries(named).map(([name, words]) => [name, effect as Effect, words] as const),
)

/** What a setting is called, by its steps: `validate.min`. */
export const settingNames: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(table))

/** Kinds of questions for which a setting says something; one that is not here does for every kind. */
const kindsOf: Readonly<Record<string, string>> = {
  'validate.integer': 'number',
  'validate.min': 'number',
  'validate.max': 'number',
  currency: 'number',
  prefix: 'number text',
  suffix: 'number text',
  'validate.minLength': 'text tags choice datetime day time grid',
  'validate.maxLength': 'text tags choice datetime day time grid',
  'validate.minWords': 'text tags choice datetime day time',
  'validate.maxWords': 'text tags choice datetime day time',
  'validate.pattern': 'text tags choice datetime day time',
  'validate.skipMaskValidation': 'text tags choice datetime day',
  inputMask: 'text tags choice datetime day',
  'validate.minSelectedCount': 'selectboxes',
  'validate.maxSelectedCount': 'selectboxes',
  'datePicker.minDate': 'datetime',
  'datePicker.maxDate': 'datetime',
  enableTime: 'datetime',
  minDate: 'day',
  maxDate: 'day',
  minYear: 'day',
  maxYear: 'day',
  dayFirst: 'day',
  dataFormat: 'time',
  dataType: 'choice selectboxes',
  storeas: 'tags',
  truncateMultipleSpaces: 'text',
  'properties.format': 'text number choice',
  'properties.options': 'choice selectboxes',
}

/** Whether a setting means anything on a question of this kind. Of a type that is not known everything may. */
export const isMeant = (name: string, kind: Kind | undefined): boolean => {
  const kinds = name.startsWith('fields.') ? 'day' : kindsOf[name]
  return kind === undefined || kinds === undefined || kinds.split(' ').includes(kind)
}
