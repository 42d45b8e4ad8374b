import { type Division, divisionPath } from '#forms/catalogue'
import { Refused } from '../problem.ts'
import type { Path } from './household.ts'

const stands = (one: Division, today: string): boolean =>
  (one.from === undefined || one.from <= today) && (one.to === undefined || one.to >= today)

const wrong = (path: 'township' | 'village', message: string) =>
  new Refused('invalid', '乡镇（街道）或村（社区）不对，请从列表中重新选择。', {
    errors: [{ path, code: 'division', message }],
  })

/**
 * `[county, township, village]` of the live division tree on a local date; in a county-level city or a district the
 * city's own code stands for the county. Where a city has not listed the villages of a township yet, the township
 * stands for its village. Throws `Refused('invalid')` for codes that are unknown, closed, of the wrong kind, or not
 * below each other.
 */
export const divisionOf = (
  divisions: readonly Division[],
  township: string,
  village: string,
  today: string,
): Path => {
  const has = (code: string, kind: Division['kind']): boolean =>
    divisions.some((one) => one.code === code && one.kind === kind && stands(one, today))
  if (!has(township, 'township')) throw wrong('township', '本市没有这个乡镇（街道），或它已撤销。')
  const [first] = divisionPath(divisions, township)
  // In a district or a county-level city the townships come first: the city itself is their county.
  const county = first === township ? divisions.find(({ code }) => code === township)?.parent : first
  if (county === undefined) throw wrong('township', '这个乡镇（街道）没有上级区县。')
  const listed = divisions.some((one) => one.parent === township && stands(one, today))
  if (!listed && village === township) return [county, township, township]
  if (!has(village, 'village')) throw wrong('village', '本市没有这个村（社区），或它已撤销。')
  if (!divisionPath(divisions, village).includes(township))
    throw wrong('village', '这个村（社区）不属于所选的乡镇（街道）。')
  return [county, township, village]
}
