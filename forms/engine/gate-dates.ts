import type { Component } from '../definition/index.ts'
import { isCalendarDay } from '../standards/index.ts'
import { Bad, type Gate } from './plan.ts'

const badDate = new Bad('date')
const shape = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** Milliseconds of an ISO date or date-time that exists; one without offset is meant in Asia/Shanghai. Null for none. */
export const instantOf = (text: unknown): number | null => {
  if (typeof text !== 'string' || text.length > 40) return null
  const parts = shape.exec(text)
  if (!parts || !isCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return null
  const [hour, minute, second] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0), Number(parts[6] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return null
  const year = Number(parts[1])
  const utc = Date.UTC(year < 100 ? 2000 : year, Number(parts[2]) - 1, Number(parts[3]), hour, minute, second)
  return Number.isFinite(utc) && year >= 100 ? utc - offset(parts[7]) : null
}

const offset = (zone: string | undefined): number => {
  if (zone === 'Z') return 0
  if (zone === undefined) return 8 * 3_600_000
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone[0] === '-' ? -1 : 1) * minutes * 60_000
}

export const gateDatetime: Gate = (value) => (instantOf(value) === null ? badDate : value)

/** `HH:mm` or `HH:mm:ss`. */
export const gateTime: Gate = (value) =>
  typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(value) ? value : badDate

type Part = 'day' | 'month' | 'year'

/** The parts of a `day` answer in the order in which they are written; hidden ones are left out. */
export const dayParts = (component: Component): readonly Part[] => {
  const fields = component['fields'] as Record<string, { hide?: unknown }> | undefined
  const order: readonly Part[] =
    component['dayFirst'] === true ? ['day', 'month', 'year'] : ['month', 'day', 'year']
  return order.filter((part) => fields?.[part]?.hide !== true)
}

/** Reads a `day` answer: `MM/DD/YYYY` (or as `dayFirst` and hidden parts say). `00` is a part not given. */
export const readDay = (text: string, parts: readonly Part[]): Record<Part, number> | null => {
  const found: Record<Part, number> = { day: 0, month: 0, year: 0 }
  const written = text.length > 12 ? [] : text.split('/')
  if (written.length !== parts.length) return null
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part
    const digits = written[i] ?? ''
    if (!(part === 'year' ? /^\d{4}$/ : /^\d{1,2}$/).test(digits)) return null
    found[part] = Number(digits)
  }
  return isCalendarDay(found.year || 2000, found.month || 1, found.day || 1) ? found : null
}

export const gateDay = (component: Component): Gate => {
  const parts = dayParts(component)
  return (value) => (typeof value === 'string' && readDay(value, parts) ? value : badDate)
}
