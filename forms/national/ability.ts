import type { Band, Component, OutcomeDefinition } from '../definition/index.ts'
import { abilityElement } from '../elements/index.ts'
import { type AbilityItem, abilityDimensions, abilityLevels, abilityRule } from '../standards/index.ts'
import {
  type Guidance,
  mentalGuidance,
  mobilityGuidance,
  selfCareGuidance,
  socialGuidance,
} from './ability-guidance.ts'
import { circumstances, worse } from './circumstances.ts'
import { choice, part } from './question.ts'

type DimensionKey = (typeof abilityDimensions)[number]['key']
const guidance: Readonly<Record<DimensionKey, Readonly<Record<string, Guidance>>>> = {
  selfCare: selfCareGuidance,
  mobility: mobilityGuidance,
  mental: mentalGuidance,
  social: socialGuidance,
}

const question = ({ key, label, max }: AbilityItem, { asks, scores }: Guidance): Component =>
  choice(
    { key, label, properties: { element: abilityElement(key), sensitivity: 'sensitive' } },
    scores.map((text, i) => ({ value: max - i, label: `${max - i} 分：${text}` })),
    { description: asks },
  )

const value = (key: string) => ({ var: `outcomes.${key}` })
const isMissing = (key: string) => ({ '===': [value(key), null] })
const scoreKey = (dimension: string): string => `${dimension}Score`

/** The first level from the total: the bands of the standard, from the best down. */
const levelOf = (total: object): object => ({
  if: [...abilityLevels.slice(0, -1).flatMap(({ from, level }) => [{ '>=': [total, from] }, level]), 4],
})

const bands: readonly Band[] = abilityLevels.map(({ level, label }) => ({
  from: level,
  to: level,
  level: String(level),
  label,
}))

/**
 * GB/T 42195-2022 as parts of a form. `parts`: one panel for each of the four dimensions (26 choices, each answered with
 * its score, a number) and one for the circumstances. `outcomes`: the score of each dimension, `total` (0 to 90),
 * `firstLevel` and `abilityLevel` (0 best to 4). While an item is missing there is no total, while a circumstance is missing no
 * final level: nothing is guessed. Same results as `ability()` of the standards.
 */
export const abilityParts = (): {
  readonly parts: readonly Component[]
  readonly outcomes: readonly OutcomeDefinition[]
} => ({
  parts: [
    ...abilityDimensions.map(({ key, label, items }) =>
      part(
        key,
        label,
        items.map((item) => question(item, guidance[key][item.key] ?? { asks: '', scores: [] })),
      ),
    ),
    part('circumstances', '特殊情况', circumstances()),
  ],
  outcomes: [
    ...abilityDimensions.map(({ key, label, items }) => ({
      key: scoreKey(key),
      title: `${label}得分`,
      value: { '+': items.map((item) => ({ var: `data.${item.key}` })) },
      rule: abilityRule,
    })),
    {
      key: 'total',
      title: '总分',
      value: { '+': abilityDimensions.map(({ key }) => value(scoreKey(key))) },
      rule: abilityRule,
    },
    {
      key: 'firstLevel',
      title: '初步等级',
      value: { if: [isMissing('total'), null, levelOf(value('total'))] },
      bands,
      rule: abilityRule,
    },
    {
      key: 'abilityLevel',
      title: '老年人能力最终等级',
      value: worse(value('firstLevel'), isMissing('firstLevel')),
      bands,
      rule: abilityRule,
    },
  ],
})
