import { type Component, formats, type Option, sensitivities } from './component.ts'
import type { Say } from './finding.ts'
import { optionsOf, surveyPart } from './options.ts'
import { judgePattern } from './pattern.ts'
import { isRecord } from './record.ts'
import { type Kind, limits } from './types.ts'

/** What a single component says about itself: limits, options, pattern, dates, button, Yihu's own properties. */
export const lintComponent = (component: Component, kind: Kind, inGrid: boolean, say: Say): undefined => {
  for (const key of ['validate', 'properties', 'conditional', 'datePicker', 'fields', 'errors', 'data'])
    if (isFilled(component[key]) && !isRecord(component[key]))
      say('shape', `/${key}`, `「${key}」应当是一个对象。`)
  lintLimits(component, kind, say)
  lintPattern(component, say)
  lintDates(component, kind, say)
  lintOptions(component, kind, say)
  lintProperties(component, kind, say)
  if (component.type === 'button') lintButton(component, say)
  const unique =
    component['unique'] === true || (isRecord(component.validate) && component.validate.unique === true)
  if (unique && !inGrid && kind !== 'grid')
    say('unique', '/unique', '“唯一”只能用在表格的列上：表单之外的重复由系统检查。')
  if (component['allowCalculateOverride'] === true)
    say('override', '/allowCalculateOverride', '计算值总是重新计算，不能手工改写。', 'warning')
  if (component['allowMultipleMasks'] === true || Array.isArray(component['inputMask']))
    say('mask', '/inputMask', '只能有一个输入掩码。')
  const mask = component['inputMask']
  if (typeof mask === 'string' && mask.length > limits.mask)
    say('mask', '/inputMask', '输入掩码最多 200 个字符。')
  const places = kind === 'container' || kind === 'grid' || kind === 'layout' || kind === 'static'
  if (places && isFilled(component['calculateValue']))
    say('calculate-here', '/calculateValue', '这种组件不能有计算值，请放到里面的字段上。')
  if (isRecord(component.logic)) say('shape', '/logic', '「logic」应当是一个列表。')
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const numbers = [
  'min',
  'max',
  'minLength',
  'maxLength',
  'minWords',
  'maxWords',
  'step',
  'minSelectedCount',
  'maxSelectedCount',
]

const lintLimits = (component: Component, kind: Kind, say: Say): undefined => {
  const validate = isRecord(component.validate) ? component.validate : {}
  for (const name of numbers) {
    const value = validate[name]
    // Builders write `any` for no step at all.
    if (!isFilled(value) || typeof value === 'boolean' || (name === 'step' && value === 'any')) continue
    const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
    if (!Number.isFinite(number)) say('limit', `/validate/${name}`, `「${name}」应当是数字。`)
    else if (kind === 'grid' && name === 'maxLength' && number > limits.rowsMax)
      say('rows', '/validate/maxLength', `表格最多 ${limits.rowsMax} 行。`)
  }
  for (const [low, high] of [
    ['min', 'max'],
    ['minLength', 'maxLength'],
    ['minWords', 'maxWords'],
    ['minSelectedCount', 'maxSelectedCount'],
  ] as const)
    if (isFilled(validate[low]) && isFilled(validate[high]) && Number(validate[low]) > Number(validate[high]))
      say('limit', `/validate/${low}`, '下限大于上限，没有答案能够通过。')
}

const patternWords = {
  'too-long': `正则表达式最多 ${limits.pattern} 个字符。`,
  syntax: '正则表达式用了不支持的写法（前后查找、反向引用等），请改写。',
  ambiguous: '正则表达式可能匹配极慢（重复里又有重复，或前后重复相互重叠），请改写。',
} as const

const lintPattern = (component: Component, say: Say): undefined => {
  const pattern = isRecord(component.validate) ? component.validate.pattern : undefined
  if (!isFilled(pattern)) return
  if (typeof pattern !== 'string') return say('pattern', '/validate/pattern', '正则表达式应当是文字。')
  const verdict = judgePattern(pattern)
  if (verdict !== 'safe') say('pattern', '/validate/pattern', patternWords[verdict])
  return undefined
}

const lintDates = (component: Component, kind: Kind, say: Say): undefined => {
  const picker = isRecord(component['datePicker']) ? component['datePicker'] : {}
  const places: readonly (readonly [unknown, string])[] =
    kind === 'datetime'
      ? [
          [picker['minDate'], '/datePicker/minDate'],
          [picker['maxDate'], '/datePicker/maxDate'],
        ]
      : kind === 'day'
        ? [
            [component['minDate'], '/minDate'],
            [component['maxDate'], '/maxDate'],
          ]
        : []
  for (const [value, pointer] of places)
    if (
      isFilled(value) &&
      !(typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,16}(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value))
    )
      say('date', pointer, '日期界限应当写成 2026-01-31 这样的日期。')
}

const unsafeName = (value: unknown): boolean =>
  typeof value === 'string' && (value in {} || value === 'prototype')

const lintList = (list: readonly Option[], pointer: string, say: Say): undefined => {
  if (list.length > limits.options) say('options', pointer, `选项最多 ${limits.options} 个。`)
  const seen = new Set<string>()
  for (const { value } of list.slice(0, limits.options)) {
    const text = String(value)
    if (seen.has(text)) say('option-twice', pointer, `选项「${text.slice(0, 40)}」重复。`)
    if (unsafeName(text)) say('reserved-name', pointer, `选项不能使用保留名称「${text}」。`)
    if (text.length > 500) say('options', pointer, '选项的值太长。')
    seen.add(text)
  }
}

const lintOptions = (component: Component, kind: Kind, say: Say): undefined => {
  if (kind === 'survey') {
    for (const part of ['questions', 'values'] as const) {
      const list = surveyPart(component, part)
      if (list.length === 0)
        say('options', `/${part}`, part === 'questions' ? '还没有问题。' : '还没有可选的答案。')
      lintList(list, `/${part}`, say)
    }
    return
  }
  if (kind !== 'choice' && kind !== 'selectboxes') return
  const source = component['dataSrc']
  if (component.type === 'select' && isFilled(source) && source !== 'values' && source !== 'json')
    say('remote', '/dataSrc', '选项不能来自网址、资源或代码，请写成固定选项或选用服务事项目录。')
  else if (!isRecord(component.properties) || typeof component.properties.options !== 'string') {
    const list = optionsOf(component)
    const pointer = component.type === 'select' ? '/data/values' : '/values'
    if (list.length === 0) say('options', pointer, '还没有选项。')
    lintList(list, pointer, say)
  }
}

const lintProperties = (component: Component, kind: Kind, say: Say): undefined => {
  const { properties } = component
  if (!isRecord(properties)) return
  const { format, sensitivity } = properties
  if (isFilled(format)) {
    const fits =
      format === 'money'
        ? kind === 'number'
        : kind === 'text' || (format === 'cn-division' && kind === 'choice')
    if (!formats.some((known) => known === format)) say('format', '/properties/format', '没有这种格式。')
    else if (!fits) say('format', '/properties/format', '这种格式不能用在这种组件上。')
  }
  if (isFilled(sensitivity) && !sensitivities.some((known) => known === sensitivity))
    say('sensitivity', '/properties/sensitivity', '敏感级别只能是 public、internal、personal 或 sensitive。')
}

const lintButton = (component: Component, say: Say): undefined => {
  const action = component['action']
  if (isFilled(action) && !['submit', 'reset', 'next', 'previous'].some((known) => known === action))
    say('button', '/action', '按钮只能用于提交、重置、上一页、下一页。')
}
