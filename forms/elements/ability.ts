import { type AbilityItem, abilityDimensions, abilityRule } from '../standards/index.ts'
import type { Element } from './element.ts'
import { yesNo } from './options.ts'

/** `upperDressing` → `ability.upper-dressing`. */
export const abilityElement = (key: string): string =>
  `ability.${key.replaceAll(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`

const items: readonly AbilityItem[] = abilityDimensions.flatMap((one): readonly AbilityItem[] => one.items)
const about = { sensitivity: 'sensitive', standard: abilityRule } as const

/** Elements of the ability assessment of older people: the score of each item, and what changes the level. */
export const abilityElements: readonly Element[] = [
  ...items.map(
    ({ key, label }): Element => ({
      code: abilityElement(key),
      name: `能力评估：${label}`,
      type: 'integer',
      unit: '分',
      ...about,
    }),
  ),
  { code: 'ability.coma', name: '能力评估：昏迷', type: 'code', options: yesNo, ...about },
  {
    code: 'ability.diagnosis',
    name: '能力评估：痴呆或其他精神障碍诊断',
    type: 'code',
    options: { none: '没有', dementia: '痴呆（F00 至 F03）', mental: '其他精神和行为障碍（F04 至 F99）' },
    ...about,
  },
  {
    code: 'ability.any-event',
    name: '能力评估：近 30 天有无照护风险事件',
    type: 'code',
    options: yesNo,
    ...about,
  },
  {
    code: 'ability.events',
    name: '能力评估：近 30 天照护风险事件次数',
    type: 'integer',
    unit: '次',
    ...about,
  },
]
