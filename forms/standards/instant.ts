import { isCalendarDay } from './date.ts'

const shape = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** Milliseconds of an ISO date or date-time that exists; one without offset is meant in Asia/Shanghai. Null for none. */
export const instantOf = (text: unknown): number | null => {
  if (typeof text !== 'string' || text.length > 40) return null
  const parts = shape.exec(text)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (year < 100 || !isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return null
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset(parts[7])
}

const offset = (zone: string | undefined): number => {
  if (zone === 'Z') return 0
  if (zone === undefined) return 8 * 3_600_000
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone[0] === '-' ? -1 : 1) * minutes * 60_000
}
