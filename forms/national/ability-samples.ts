import type { Sample } from '../definition/index.ts'
import { type AbilityItem, abilityDimensions, abilityLevels } from '../standards/index.ts'

const today = '2026-03-10'
const items: readonly AbilityItem[] = abilityDimensions.flatMap((one): readonly AbilityItem[] => one.items)

/** Scores that make this total, taken from the first items on. */
const scoring = (total: number): Readonly<Record<string, number>> => {
  let lost = 90 - total
  return Object.fromEntries(
    items.map(({ key, max }) => {
      const less = Math.min(max, lost)
      lost -= less
      return [key, max - less]
    }),
  )
}

type Change = Readonly<Record<string, unknown>>
const answers = (total: number, change: Change = {}): Change => ({
  assessDate: today,
  reason: 'first',
  ...scoring(total),
  coma: 'no',
  diagnosis: 'none',
  anyEvent: 'no',
  ...change,
})

const levelName = (level: number): string => abilityLevels[level]?.label ?? ''

const vector = (why: string, total: number, level: number, change: Change = {}): Sample => ({
  title: `${why}：${levelName(level)}`,
  today,
  answers: answers(total, change),
  expect: {
    errors: [],
    outcomes: { total: { value: total }, abilityLevel: { value: level, level: String(level) } },
  },
})

/** Every boundary of the total and every rule that changes the first level. */
export const abilitySamples = (): readonly Sample[] => [
  ...(
    [
      [90, 0],
      [89, 1],
      [66, 1],
      [65, 2],
      [46, 2],
      [45, 3],
      [30, 3],
      [29, 4],
      [0, 4],
    ] as const
  ).map(([total, level]) => vector(`${total} 分`, total, level)),
  vector('昏迷，各项 90 分', 90, 4, { coma: 'yes' }),
  vector('66 分，30 天内跌倒两次', 66, 2, { anyEvent: 'yes', falls: 2 }),
  vector('66 分，30 天内只有一次风险事件', 66, 1, { anyEvent: 'yes', choking: 1 }),
  vector('66 分，两类风险事件各一次', 66, 2, { anyEvent: 'yes', lost: 1, otherEvents: 1 }),
  vector('29 分，确诊痴呆，已是最重一级', 29, 4, { diagnosis: 'dementia' }),
  vector('90 分，确诊其他精神障碍并有五次风险事件，只加重一级', 90, 1, {
    diagnosis: 'mental',
    anyEvent: 'yes',
    falls: 5,
  }),
  {
    title: '漏填一项：不能提交，也得不出等级',
    today,
    answers: Object.fromEntries(Object.entries(answers(66)).filter(([key]) => key !== 'memory')),
    expect: {
      errors: ['memory'],
      outcomes: { total: { value: null }, firstLevel: { value: null }, abilityLevel: { value: null } },
    },
  },
  {
    title: '没有说明是否昏迷：只有初步等级',
    today,
    answers: Object.fromEntries(Object.entries(answers(66)).filter(([key]) => key !== 'coma')),
    expect: {
      errors: ['coma'],
      outcomes: { firstLevel: { value: 1, level: '1' }, abilityLevel: { value: null } },
    },
  },
  {
    title: '得分超出范围、填了有风险事件却没有次数，不能提交',
    today,
    answers: answers(66, { eating: 5, anyEvent: 'yes' }),
    expect: { errors: ['eating', 'anyEvent'], outcomes: { abilityLevel: { value: null } } },
  },
]
