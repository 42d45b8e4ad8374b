import { finite, isBlank, isFlag, isList, isText } from '../../logic/index.ts'
import type { Component } from '../component.ts'
import { optionsOf, surveyPart } from '../options.ts'
import type { Entry } from '../outline.ts'
import { isRecord } from '../record.ts'
import { limits } from '../types.ts'
import {
  anyText,
  isKnown,
  join,
  listOf,
  loosened,
  never,
  nothing,
  only,
  type Shape,
  spanOf,
  wild,
  yesNo,
} from './shape.ts'

/** A limit as builders write it. */
export const limitOf = (value: unknown): number | undefined =>
  isBlank(value) || isFlag(value) ? undefined : finite(value)

const validateOf = (component: Component): Record<string, unknown> =>
  isRecord(component.validate) ? component.validate : {}

/** How many rows a grid may have and must have. */
export const rowsOf = (component: Component): { readonly cap: number; readonly min: number } => {
  const { maxLength, minLength } = validateOf(component)
  return {
    cap: Math.min(Math.max(0, limitOf(maxLength) ?? limits.rows), limits.rowsMax),
    min: Math.max(0, limitOf(minLength) ?? 0),
  }
}

const namesCity = (component: Component): boolean => isText(component.properties?.options)

/** The choices of a question; undefined where only the city's documents say them. */
export const choicesOf = (component: Component): readonly unknown[] | undefined =>
  namesCity(component) ? undefined : optionsOf(component).map(({ value }) => value)

/** Largest number that an answer can be. */
const largest = 1e15

const numbers = (component: Component): Shape => {
  const { min, max, integer, step } = validateOf(component)
  const money = component.properties?.format === 'money'
  const whole = integer === true || money || limitOf(component['decimalLimit']) === 0
  const low = Math.max(limitOf(min) ?? -largest, money ? 0 : -largest)
  const high = Math.min(limitOf(max) ?? largest, largest)
  const gaps = limitOf(step) !== undefined
  return whole ? spanOf(Math.ceil(low), Math.floor(high), true, !gaps) : spanOf(low, high, false, !gaps)
}

const fields =
  (names: readonly unknown[] | undefined, shape: Shape): ((step: string) => Shape) =>
  (step) =>
    !names || names.some((name) => String(name) === step) ? shape : nothing

/** One answer that a person can give: what passes the gate of its type and its limits. */
const single = ({ kind, component }: Entry): Shape => {
  switch (kind) {
    case 'text':
    case 'datetime':
    case 'day':
    case 'time':
      return anyText
    case 'number':
      return numbers(component)
    case 'checkbox':
      return yesNo
    case 'choice': {
      const choices = choicesOf(component)
      return choices ? only(...choices) : wild
    }
    case 'selectboxes': {
      const { minSelectedCount: least, maxSelectedCount: most } = validateOf(component)
      const at = fields(choicesOf(component), join(yesNo, nothing))
      const tied = limitOf(least) !== undefined || limitOf(most) !== undefined
      return tied ? { known: new Set(), at, loose: true } : { known: new Set(), at }
    }
    case 'survey': {
      const answers = surveyPart(component, 'values').map(({ value }) => value)
      const at = fields(
        surveyPart(component, 'questions').map(({ value }) => value),
        join(only(...answers), nothing),
      )
      return { known: new Set(), at }
    }
    case 'tags':
      return component['storeas'] === 'array' ? listOf(anyText, 0, limits.values) : anyText
    case 'attachments':
      return listOf(wild, 0, 20)
    default:
      return wild
  }
}

const manyKinds = /^(?:text|number|choice|datetime|day|time)$/
export const takesMany = ({ kind, component }: Entry): boolean =>
  component['multiple'] === true && manyKinds.test(kind)

export const given = (entry: Entry): Shape =>
  takesMany(entry) ? listOf(single(entry), 0, limits.values) : single(entry)

/**
 * A value that a rule or the form itself sets, brought to the type of its component; what does not fit is refused.
 * `free`: what nobody sees may go beyond the limits of its question.
 */
export const taken = (value: Shape, entry: Entry, free = false): Shape => {
  const shape = fitted(value, entry, free)
  const blank = value.wild || value.text || value.known.has(null) || value.known.has('')
  const whole = blank ? join(shape, nothing) : shape
  return value.loose ? loosened(whole) : whole
}

const fitted = (value: Shape, entry: Entry, free: boolean): Shape => {
  const { kind, component } = entry
  const known = [...value.known].filter((one) => one !== null && one !== '')
  const open = !isKnown(value)
  if (takesMany(entry) || kind === 'selectboxes' || kind === 'survey' || /^attachment|tags$/.test(kind))
    return wild
  switch (kind) {
    case 'number': {
      const limit = free ? spanOf(-largest, largest) : numbers(component)
      if (value.text || value.wild) return loosened(limit)
      const inside = known.map(Number).filter((one) => within(one, limit))
      const { span } = value
      const cut = span ? overlap(span, limit) : never
      return join(only(...inside), cut)
    }
    case 'checkbox':
      return value.wild ? yesNo : only(...known.filter((one) => isFlag(one)))
    case 'choice': {
      const choices = choicesOf(component)
      if (!choices) return wild
      return open
        ? loosened(only(...choices))
        : only(...choices.filter((one) => known.some((other) => String(other) === String(one))))
    }
    case 'computed': {
      const { list: _, at: __, ...rest } = value
      return { ...rest, known: new Set(known.filter((one) => !isList(one))) }
    }
    default:
      // Formats, mail addresses and double spaces are rewritten.
      return open ||
        component.properties?.format ||
        component.type === 'email' ||
        component['truncateMultipleSpaces']
        ? anyText
        : only(...known.filter((one) => !isList(one) && !isFlag(one)).map(String))
  }
}

const within = (value: number, { known, span }: Shape): boolean =>
  known.has(value) || (span !== undefined && value >= span.low && value <= span.high)

const overlap = (span: NonNullable<Shape['span']>, limit: Shape): Shape => {
  if (!limit.span) return limit
  const low = Math.max(span.low, limit.span.low)
  const high = Math.min(span.high, limit.span.high)
  const cut = spanOf(low, high, span.whole || limit.span.whole, span.dense)
  // Ends that the limit cut off are refused, so that nothing is known of the new ones.
  return low > span.low || high < span.high ? loosened(cut) : cut
}
