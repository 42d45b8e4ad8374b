/** The six things of 民发〔2021〕43号 that a person can do alone or not. */
export const selfCareIndicators = [
  { key: 'eating', label: '自主吃饭' },
  { key: 'dressing', label: '自主穿衣' },
  { key: 'transfer', label: '自主上下床' },
  { key: 'toileting', label: '自主如厕' },
  { key: 'walking', label: '室内自主行走' },
  { key: 'bathing', label: '自主洗澡' },
] as const

export type SelfCareKey = (typeof selfCareIndicators)[number]['key']

/** One level by how many of the six are not met, both ends included. */
export type SelfCareBand = {
  readonly from: number
  readonly to: number
  readonly level: string
  readonly label: string
}

/** National default (《特困人员认定办法》 民发〔2021〕43号); a city may bring its own table. */
export const selfCareRule = '民发〔2021〕43号'
export const selfCareBands: readonly SelfCareBand[] = [
  { from: 0, to: 0, level: 'able', label: '具备生活自理能力' },
  { from: 1, to: 3, level: 'partial', label: '部分丧失生活自理能力' },
  { from: 4, to: 6, level: 'unable', label: '完全丧失生活自理能力' },
]

export type SelfCare = {
  /** How many of the six are not met, 0 to 6. */
  readonly unmet: number
  readonly level: string
  readonly label: string
  readonly unmetItems: readonly string[]
}

/**
 * The self-care level from the six indicators (true: can do it alone). Undefined while one is not answered,
 * or where the table does not cover the count: it never guesses.
 */
export const selfCareLevel = (
  answers: Readonly<Partial<Record<SelfCareKey, boolean>>>,
  bands: readonly SelfCareBand[] = selfCareBands,
): SelfCare | undefined => {
  if (selfCareIndicators.some(({ key }) => typeof answers[key] !== 'boolean')) return undefined
  const unmetItems = selfCareIndicators.filter(({ key }) => answers[key] === false).map(({ label }) => label)
  const band = bands.find(({ from, to }) => unmetItems.length >= from && unmetItems.length <= to)
  return band && { unmet: unmetItems.length, level: band.level, label: band.label, unmetItems }
}
