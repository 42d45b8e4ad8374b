import { isCalendarDay } from '../standards/index.ts'
import { plain, short, type Typed } from './amount.ts'

const DAY = 86_400_000
/** Day 0 of a workbook that counts from 1900, as every one but old Macintosh ones. */
const EPOCH = Date.UTC(1899, 11, 30)
/** Days by which a workbook that counts from 1904 is behind. */
export const since1904 = 1462

const FIRST = 1990
const LAST = 2199

const local = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** A day number of a workbook to a local date `YYYY-MM-DD`; a time of day is dropped. Undefined outside 1990 to 2199. */
export function dateOfSerial(serial: number): string | undefined {
  const at = new Date(EPOCH + Math.floor(serial) * DAY)
  const year = at.getUTCFullYear()
  return year >= FIRST && year <= LAST ? local(year, at.getUTCMonth() + 1, at.getUTCDate()) : undefined
}

/** A local date to the day number of a workbook. */
export const serialOfDate = (date: string): number => (Date.parse(`${date}T00:00:00Z`) - EPOCH) / DAY

/** A date as people type it (`2027-01-01`, `2027/1/1`, `2027.1.1`, `2027年1月1日`, `20270101`) to `YYYY-MM-DD`; `undefined` for nothing. */
export function dateOfText(typed: string): Typed<string | undefined> {
  const text = plain(typed)
  if (text === '') return { value: undefined }
  const parts =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:00:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]$/.exec(text) ??
    /^(\d{4})()(\d\d)(\d\d)$/.exec(text)
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[3]), Number(parts?.[4])]
  if (!parts) return { wrong: `“${short(typed)}”不是日期，请写作 2027-01-01` }
  if (!isCalendarDay(year, month, day) || year < FIRST || year > LAST)
    return { wrong: `“${short(typed)}”没有这一天，请核对年月日` }
  return { value: local(year, month, day) }
}
