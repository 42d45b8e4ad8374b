import type { Band, Component, OutcomeDefinition } from '../definition/index.ts'
import { type SelfCareKey, selfCareBands, selfCareIndicators, selfCareRule } from '../standards/index.ts'
import { choice } from './question.ts'

/** Codes of the six indicators in the shared dictionary. */
const elements: Readonly<Record<SelfCareKey, string>> = {
  eating: 'self-care.eat',
  dressing: 'self-care.dress',
  transfer: 'self-care.transfer',
  toileting: 'self-care.toilet',
  walking: 'self-care.walk',
  bathing: 'self-care.bathe',
}

/** How a city maps the number of unmet indicators to its levels, and by which rule of its own. */
export type SelfCareLevels = { readonly rule: string; readonly bands: readonly Band[] }

const answer = (key: string) => ({ var: `data.${key}` })

/** JSON Logic: how many of the six cannot be done alone, 0 to 6; nothing while one is not answered. */
export const unmetCount = {
  if: [
    { and: selfCareIndicators.map(({ key }) => ({ '!!': [answer(key)] })) },
    { '+': selfCareIndicators.map(({ key }) => ({ if: [{ '===': [answer(key), 'no'] }, 1, 0] })) },
    null,
  ],
}

/**
 * The six-indicator rule of 民发〔2021〕43号 as parts of a form: the six questions (`yes` can do it alone, `no` cannot), and
 * the outcomes `unmetCount` (0 to 6) and `selfCareLevel` (the same number with its level). A city with a table of its own
 * gives it together with the name of its rule, which is stored with every result.
 */
export const selfCareParts = (
  { rule, bands }: SelfCareLevels = { rule: selfCareRule, bands: selfCareBands },
): { readonly components: readonly Component[]; readonly outcomes: readonly OutcomeDefinition[] } => ({
  components: selfCareIndicators.map(({ key, label }) =>
    choice(
      { key, label, properties: { element: elements[key], sensitivity: 'sensitive' } },
      [
        { value: 'yes', label: '能' },
        { value: 'no', label: '不能' },
      ],
      { inline: true },
    ),
  ),
  outcomes: [
    { key: 'unmetCount', title: '未达到的指标数', value: unmetCount, rule: selfCareRule },
    { key: 'selfCareLevel', title: '生活自理能力等级', value: { var: 'outcomes.unmetCount' }, bands, rule },
  ],
})
