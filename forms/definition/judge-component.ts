import { isFlag, isList, isNumber, isRecord, isText } from '../logic/index.ts'
import { isLocalDate } from '../standards/index.ts'
import { type Component, formats, type Option, sensitivities } from './component.ts'
import type { Say } from './finding.ts'
import { optionsOf, surveyPart } from './options.ts'
import { judgePattern } from './pattern.ts'
import { type Kind, limits } from './types.ts'

/** What a single component says about itself: limits, options, pattern, dates, button, Yihu's own properties. */
export const judgeComponent = (component: Component, kind: Kind, inGrid: boolean, say: Say): undefined => {
  for (const key of ['validate', 'properties', 'conditional', 'datePicker', 'fields', 'errors', 'data'])
    if (isFilled(component[key]) && !isRecord(component[key])) say('shape.object', `/${key}`, { key })
  judgeLimits(component, kind, say)
  judgeText(component, say)
  judgeDates(component, kind, say)
  judgeOptions(component, kind, say)
  judgeProperties(component, kind, say)
  const action = component['action']
  if (component.type === 'button' && isFilled(action) && !isOneOf(actions, action)) say('button', '/action')
  const unique =
    component['unique'] === true || (isRecord(component.validate) && component.validate.unique === true)
  if (unique && !inGrid && kind !== 'grid') say('unique', '/unique')
  if (component['allowCalculateOverride'] === true) say('override', '/allowCalculateOverride')
  const mask = component['inputMask']
  if (component['allowMultipleMasks'] === true || isList(mask)) say('mask.several', '/inputMask')
  if (isText(mask) && mask.length > limits.mask) say('mask.length', '/inputMask')
  if (hasNoAnswer(kind) && isFilled(component['calculateValue'])) say('calculate-here', '/calculateValue')
  if (isRecord(component.logic)) say('shape.logic', '/logic')
}

/** Components whose value, if they have any, is made of what stands inside them: none can be assigned. */
export const hasNoAnswer = (kind: Kind): boolean =>
  isOneOf(['container', 'grid', 'layout', 'static'] satisfies Kind[], kind)

const actions = ['submit', 'reset', 'next', 'previous']

const isOneOf = (known: readonly unknown[], value: unknown): boolean => known.includes(value)

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const pairs = [
  ['min', 'max'],
  ['minLength', 'maxLength'],
  ['minWords', 'maxWords'],
  ['minSelectedCount', 'maxSelectedCount'],
] as const
const numbers = [...pairs.flat(), 'step']

const judgeLimits = (component: Component, kind: Kind, say: Say): undefined => {
  const validate = isRecord(component.validate) ? component.validate : {}
  for (const name of numbers) {
    const value = validate[name]
    // Builders write `any` for no step at all.
    if (!isFilled(value) || isFlag(value) || (name === 'step' && value === 'any')) continue
    const number = isNumber(value) || isText(value) ? Number(value) : Number.NaN
    if (!Number.isFinite(number)) say('limit.number', `/validate/${name}`, { name })
    else if (kind === 'grid' && name === 'maxLength' && number > limits.rowsMax)
      say('rows', '/validate/maxLength')
  }
  for (const [low, high] of pairs)
    if (isFilled(validate[low]) && isFilled(validate[high]) && Number(validate[low]) > Number(validate[high]))
      say('limit.range', `/validate/${low}`)
}

const judgeText = (component: Component, say: Say): undefined => {
  const pattern = isRecord(component.validate) ? component.validate.pattern : undefined
  if (!isFilled(pattern)) return
  const verdict = isText(pattern) ? judgePattern(pattern) : 'shape'
  if (verdict !== 'safe') say(`pattern.${verdict}`, '/validate/pattern')
}

const isoDate =
  /^[1-9]\d{3}-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/
/** A date of the calendar, with a time or without: only such a bound is one. */
export const isIsoDate = (text: string): boolean => isoDate.test(text) && isLocalDate(text.slice(0, 10))

const judgeDates = (component: Component, kind: Kind, say: Say): undefined => {
  const place = kind === 'day' ? '' : '/datePicker'
  const bounds = kind === 'day' ? component : kind === 'datetime' ? component['datePicker'] : undefined
  if (!isRecord(bounds)) return
  for (const name of ['minDate', 'maxDate']) {
    const value = bounds[name]
    if (isFilled(value) && !(isText(value) && isIsoDate(value))) say('date', `${place}/${name}`)
  }
}

const judgeList = (list: readonly Option[], pointer: string, say: Say): undefined => {
  if (list.length > limits.options) say('options.many', pointer)
  const seen = new Set<string>()
  for (const { value } of list.slice(0, limits.options)) {
    const text = String(value)
    if (seen.has(text)) say('option-twice', pointer, { option: text.slice(0, 40) })
    if (text in {} || text === 'prototype') say('reserved-name.option', pointer, { name: text })
    if (text.length > 500) say('options.long', pointer)
    seen.add(text)
  }
}

const judgeOptions = (component: Component, kind: Kind, say: Say): undefined => {
  if (kind === 'survey')
    for (const part of ['questions', 'values'] as const) {
      const list = surveyPart(component, part)
      if (list.length === 0) say(`options.${part}`, `/${part}`)
      judgeList(list, `/${part}`, say)
    }
  if (kind !== 'choice' && kind !== 'selectboxes') return
  const source = component['dataSrc']
  if (component.type === 'select' && isFilled(source) && source !== 'values' && source !== 'json')
    say('remote.options', '/dataSrc')
  else if (!isRecord(component.properties) || !isText(component.properties.options)) {
    const list = optionsOf(component)
    const pointer = component.type === 'select' ? '/data/values' : '/values'
    if (list.length === 0) say('options.none', pointer)
    judgeList(list, pointer, say)
  }
}

const judgeProperties = (component: Component, kind: Kind, say: Say): undefined => {
  if (!isRecord(component.properties)) return
  const { format, sensitivity } = component.properties
  if (isFilled(format)) {
    const fits =
      format === 'money'
        ? kind === 'number'
        : kind === 'text' || (format === 'cn-division' && kind === 'choice')
    if (!isOneOf(formats, format)) say('format.unknown', '/properties/format')
    else if (!fits) say('format.here', '/properties/format')
  }
  if (isFilled(sensitivity) && !isOneOf(sensitivities, sensitivity))
    say('sensitivity', '/properties/sensitivity')
}
