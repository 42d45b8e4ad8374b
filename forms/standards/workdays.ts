import { isLocalDate } from './date.ts'
import { type HolidayYear, holidays } from './holidays.ts'

/** A working day that was looked for, or the year whose holidays nobody has announced yet. */
export type WorkdayAnswer =
  | { readonly found: true; readonly date: string }
  | { readonly found: false; readonly year: number; readonly words: string }

type Years = Readonly<Record<string, HolidayYear>>

const day = 86_400_000
const next = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10)
const yearOf = (date: string): string => date.slice(0, 4)
const yearIn = (years: Years, date: string): HolidayYear | undefined =>
  Object.hasOwn(years, yearOf(date)) ? years[yearOf(date)] : undefined

/**
 * Whether work is done on a local date (工作日): a weekday that is no holiday, or a weekend day that is worked instead
 * (调休). `undefined` = the holidays of its year are not known. Throws RangeError for what is no date.
 */
export const isWorkday = (date: string, years: Years = holidays): boolean | undefined => {
  if (!isLocalDate(date)) throw new RangeError('日期应写作 2026-01-01，并且确有其日')
  const year = yearIn(years, date)
  if (!year) return undefined
  const inYear = date.slice(5)
  if (year.worked.includes(inYear)) return true
  if (year.off.some(([first, last]) => first <= inYear && inYear <= last)) return false
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/**
 * The day on which `count` working days after `from` are over; `from` itself is not counted, wherever it falls
 * (民法典第二百零一条). S3-12: signed on day d, the staff are at work by `workdaysAfter(d, 15)`. Never guesses: says
 * which year is missing. Throws RangeError for a date that does not exist or a count that is no whole number from 1 to 366.
 */
export const workdaysAfter = (from: string, count: number, years: Years = holidays): WorkdayAnswer => {
  if (!isLocalDate(from)) throw new RangeError('日期应写作 2026-01-01，并且确有其日')
  if (!Number.isInteger(count) || count < 1 || count > 366)
    throw new RangeError('工作日应为 1 至 366 之间的整数')
  let date = from
  for (let left = count; left > 0; ) {
    date = next(date)
    const works = isWorkday(date, years)
    if (works === undefined) {
      const year = Number(yearOf(date))
      return {
        found: false,
        year,
        words: `${year} 年的节假日安排尚未录入，不能推算 ${from} 之后的第 ${count} 个工作日，请先补充该年的放假通知。`,
      }
    }
    if (works) left--
  }
  return { found: true, date }
}
