import { loadRules, paperOf, type Rule } from '../form/paper.ts'

export { paperOf }

/** The register of rules, fetched when somebody first asks for a sentence. */
export const rulesQuery = {
  queryKey: ['rules'],
  queryFn: loadRules,
  staleTime: Number.POSITIVE_INFINITY,
} as const

/** `池民社救〔2023〕38号“……”`: a rule by its paper and its own words. */
export const quoted = (rule: string, rules: readonly Rule[] | undefined): string => {
  const [quote] = rules?.find(({ id }) => id === rule)?.quotes ?? []
  return quote === undefined ? paperOf(rule) : `${paperOf(rule)}：“${quote}”`
}
