import type { Component } from '../definition/index.ts'
import { isText } from '../logic/index.ts'
import { instantOf, isCalendarDay } from '../standards/index.ts'
import { Bad, type Gate } from './plan.ts'

const badDate = new Bad('date')
export const gateDatetime: Gate = (value) => (instantOf(value) === null ? badDate : value)

const clock = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?: ([AP]M))?$/

/**
 * A time, stored as `dataFormat` says: `HH:mm:ss`, or `HH:mm`. What people see (`format`) is taken too and brought to
 * that: `HH:mm`, or `hh:mm A` for 03:30 PM.
 */
export const gateTime = (component: Component): Gate => {
  const short = component['dataFormat'] === 'HH:mm'
  const shown = component['format'] || 'HH:mm'
  return (value) => {
    const parts = isText(value) ? clock.exec(value) : null
    if (!parts) return badDate
    const [, hour, minute, second, part] = parts
    const stored = part === undefined && (second === undefined) === short
    if (!stored && (second !== undefined || shown !== (part === undefined ? 'HH:mm' : 'hh:mm A')))
      return badDate
    if (part !== undefined && (hour === '00' || Number(hour) > 12)) return badDate
    const full = part === undefined ? Number(hour) : (Number(hour) % 12) + (part === 'PM' ? 12 : 0)
    return `${String(full).padStart(2, '0')}:${minute}${short ? '' : `:${second ?? '00'}`}`
  }
}

type Part = 'day' | 'month' | 'year'

const wholeDay = (component: Component): readonly Part[] =>
  component['dayFirst'] === true ? ['day', 'month', 'year'] : ['month', 'day', 'year']

/** The parts of a `day` answer in the order in which they are written; hidden ones are left out. */
export const dayParts = (component: Component): readonly Part[] => {
  const fields = component['fields'] as Record<string, { hide?: unknown }> | undefined
  return wholeDay(component).filter((part) => fields?.[part]?.hide !== true)
}

/** The parts without which a `day` is not answered: shown ones that `fields` calls required. */
export const wantedParts = (component: Component): readonly Part[] => {
  const fields = component['fields'] as Record<string, { required?: unknown }> | undefined
  return dayParts(component).filter((part) => fields?.[part]?.required === true)
}

/**
 * Reads a `day` answer: `MM/DD/YYYY`, or as `dayFirst` says. Hidden parts are left out, or written as zeros.
 * `00` is a part not given.
 */
export const readDay = (text: string, component: Component): Record<Part, number> | null => {
  const found: Record<Part, number> = { day: 0, month: 0, year: 0 }
  const parts = dayParts(component)
  const written = text.length > 12 ? [] : text.split('/')
  const whole = written.length === 3
  const order = whole ? wholeDay(component) : parts
  if (written.length !== order.length) return null
  for (let i = 0; i < order.length; i++) {
    const part = order[i] as Part
    const digits = written[i] ?? ''
    if (!(part === 'year' ? /^\d{4}$/ : /^\d{1,2}$/).test(digits)) return null
    found[part] = Number(digits)
    if (found[part] > 0 && !parts.includes(part)) return null
  }
  return isCalendarDay(found.year || 2000, found.month || 1, found.day || 1) ? found : null
}

export const gateDay =
  (component: Component): Gate =>
  (value) =>
    isText(value) && readDay(value, component) ? value : badDate
