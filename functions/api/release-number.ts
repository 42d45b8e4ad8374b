import { Refused } from '../problem.ts'

/** The number of a release as it stands in an address. */
export const releaseNumber = (text: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new Refused('not-found', '没有这一版配置，请从配置版本列表中选择。')
}
