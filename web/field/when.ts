import { localDate } from '#forms/standards'

/** Today in the city, `YYYY-MM-DD`. */
export const todayHere = (): string => localDate(new Date())

/** An instant as people here write it: 11月21日 14:05, with the year where it is another one. */
export function whenInWords(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const thisYear = localDate(at).slice(0, 4) === todayHere().slice(0, 4)
  return at.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    ...(thisYear ? {} : { year: 'numeric' }),
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
