/** Milliseconds that Asia/Shanghai is ahead of UTC: a fixed +08:00 since 1991, so no time-zone data is needed. */
const ahead = 8 * 3_600_000

/** The local date in Asia/Shanghai, `YYYY-MM-DD`, of an instant (a Date, epoch milliseconds or an ISO text). Throws RangeError on none. */
export const localDate = (instant: Date | number | string): string => {
  const ms =
    instant instanceof Date ? instant.getTime() : typeof instant === 'number' ? instant : Date.parse(instant)
  return new Date(ms + ahead).toISOString().slice(0, 10)
}

/** Days of a month of the Gregorian calendar; `month` from 1 to 12. */
export const daysIn = (year: number, month: number): number =>
  // The first century is taken for the twentieth, whose leap years are the same.
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether three numbers are a day of the calendar, year 1 to 9999. */
export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** Whether a text is a local date `YYYY-MM-DD` that exists. */
export const isLocalDate = (text: unknown): text is string => {
  if (typeof text !== 'string') return false
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return parts !== null && isCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}
