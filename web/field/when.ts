import { localDate } from '#forms/standards'

/** Today in the city, `YYYY-MM-DD`. */
export const todayHere = (): string => localDate(new Date())

/** An instant as people here write it: 11月21日 14:05, with the year where it is another one. */
export function whenInWords(instant: string): string {
  const at = new Date(instant)
  const sameYear = !Number.isNaN(at.getTime()) && localDate(at).slice(0, 4) === todayHere().slice(0, 4)
  return written(instant, sameYear ? {} : { year: 'numeric' })
}

/** An instant for the file, always with its year: a record is printed and read years later. */
export const whenForTheFile = (instant: string): string => written(instant, { year: 'numeric' })

function written(instant: string, year: { readonly year?: 'numeric' }): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  return at.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    ...year,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
}

/** `2026-11-21` → 11月21日, with the year where it is another one. */
export function dateInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-')
  const rest = `${Number(month)}月${Number(day)}日`
  return year === todayHere().slice(0, 4) ? rest : `${year}年${rest}`
}
