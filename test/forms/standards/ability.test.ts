import { describe, expect, test } from 'vitest'
import { type AbilityCircumstances, type AbilityItem, ability, abilityDimensions } from '#forms/standards'

const items: readonly AbilityItem[] = abilityDimensions.flatMap(
  (dimension): readonly AbilityItem[] => dimension.items,
)

/** Scores that make this total, taken from the first items on. */
const scoring = (total: number): Record<string, number> => {
  let lost = 90 - total
  return Object.fromEntries(
    items.map(({ key, max }) => {
      const less = Math.min(max, lost)
      lost -= less
      return [key, max - less]
    }),
  )
}

describe('GB/T 42195-2022', () => {
  test('26 items, 90 points: 32, 15, 28, 15', () => {
    expect(items).toHaveLength(26)
    expect(new Set(items.map(({ key }) => key)).size).toBe(26)
    const sums = abilityDimensions.map((dimension) => dimension.items.reduce((sum, { max }) => sum + max, 0))
    expect(sums).toEqual([32, 15, 28, 15])
  })

  test.each<readonly [number, AbilityCircumstances, number]>([
    [90, {}, 0],
    [89, {}, 1],
    [66, {}, 1],
    [65, {}, 2],
    [46, {}, 2],
    [45, {}, 3],
    [30, {}, 3],
    [29, {}, 4],
    [0, {}, 4],
    [90, { coma: true }, 4],
    [66, { riskEvents: 2 }, 2],
    [66, { riskEvents: 1 }, 1],
    [29, { mentalDiagnosis: true }, 4],
    [90, { mentalDiagnosis: true, riskEvents: 5 }, 1],
  ])('%i points, %j: level %i', (total, circumstances, level) => {
    expect(ability(scoring(total), circumstances)).toMatchObject({ total, level })
  })

  test('says why the level is not that of the points', () => {
    expect(ability(scoring(90), { coma: true })?.changed).toBe('coma')
    expect(ability(scoring(66), { riskEvents: 2 })).toMatchObject({
      first: 1,
      level: 2,
      label: '中度失能',
      changed: 'worse-by-one',
    })
    expect(ability(scoring(66))?.changed).toBeUndefined()
  })

  test('a score that is missing or outside its range gives no level', () => {
    const { eating: _, ...rest } = scoring(90)
    expect(ability(rest)).toBeUndefined()
    for (const wrong of [5, -1, 1.5, Number.NaN])
      expect(ability({ ...scoring(90), eating: wrong })).toBeUndefined()
  })
})
