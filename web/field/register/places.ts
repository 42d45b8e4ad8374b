import type { Division } from '#forms/catalogue'

export type Standing = Pick<Division, 'code' | 'name'>

/** Where somebody may register households: townships, and in each the villages that they may choose. */
export type Ground = {
  readonly townships: readonly Standing[]
  readonly villagesOf: (township: string) => readonly Standing[]
}

/**
 * The part of a city's tree that stands on a local date and lies at or under one of these codes, or holds one of them;
 * the whole of it without codes. A township whose villages the city has not listed stands for its village.
 */
export const groundOf = (
  divisions: readonly Division[],
  scope: readonly string[] | undefined,
  today: string,
): Ground => {
  const standing = divisions.filter(({ from, to }) => (from ?? today) <= today && (to ?? today) >= today)
  const byCode = new Map(divisions.map((one) => [one.code, one]))
  const above = (code: string): readonly string[] => {
    const path = new Set<string>()
    for (let at = byCode.get(code); at && !path.has(at.code); at = byCode.get(at.parent)) path.add(at.code)
    return [...path]
  }
  const mine = (code: string) => !scope || above(code).some((one) => scope.includes(one))
  const holds = new Set((scope ?? []).flatMap(above))
  const villages = standing.filter(({ kind }) => kind === 'village')
  return {
    townships: standing.filter(({ kind, code }) => kind === 'township' && (mine(code) || holds.has(code))),
    villagesOf: (township) => {
      const below = villages.filter(({ code }) => above(code).includes(township))
      const chosen = below.filter(({ code }) => mine(code))
      const itself = byCode.get(township)
      return below.length === 0 && itself ? [itself] : chosen
    },
  }
}
