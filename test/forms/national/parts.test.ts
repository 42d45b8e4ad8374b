import { describe, expect, test } from 'vitest'
import { compile, type Evaluation, evaluate } from '#forms/engine'
import { abilityParts, riskEvents, selfCareParts } from '#forms/national'
import {
  type AbilityItem,
  ability,
  abilityDimensions,
  abilityRule,
  type SelfCareBand,
  selfCareIndicators,
  selfCareLevel,
  selfCareRule,
} from '#forms/standards'
import { fc } from '../../chance.ts'

const today = '2026-03-10'
const found = ({ outcomes }: Evaluation, key: string) => outcomes.find((one) => one.key === key)

describe('the ability assessment by the engine', () => {
  const { parts, outcomes } = abilityParts()
  const plan = compile({ display: 'wizard', components: parts }, { outcomes })
  const items: readonly AbilityItem[] = abilityDimensions.flatMap((one): readonly AbilityItem[] => one.items)
  // Mostly high scores, so that all five levels come up; sometimes one that is missing or does not exist.
  const score = ({ max }: AbilityItem) =>
    fc.oneof(
      { weight: 30, arbitrary: fc.constant(max) },
      { weight: 30, arbitrary: fc.integer({ min: 0, max }) },
      { weight: 1, arbitrary: fc.constantFrom(undefined, -1, max + 1, 0.5, 'vier', null) },
    )
  const mixed = fc.record(Object.fromEntries(items.map((item) => [item.key, score(item)])))
  const best = Object.fromEntries(items.map(({ key, max }): [string, unknown] => [key, max]))
  const scores = fc.oneof(
    { weight: 9, arbitrary: mixed },
    { weight: 1, arbitrary: fc.constantFrom(best, { ...best, stairs: 2 }) },
  )
  const circumstances = fc.record({
    coma: fc.constantFrom('no', 'no', 'no', 'yes'),
    diagnosis: fc.constantFrom('none', 'none', 'dementia', 'mental'),
    anyEvent: fc.constantFrom('no', 'no', 'yes'),
    events: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 5, maxLength: 5 }),
  })
  const answersOf = (
    given: object,
    { events, ...rest }: { readonly events: readonly number[]; readonly anyEvent: string },
  ) => ({
    ...given,
    ...rest,
    ...(rest.anyEvent === 'yes' && Object.fromEntries(riskEvents.map(({ key }, i) => [key, events[i]]))),
  })

  test('agrees with the standard for any answers, and says nothing where that says nothing', () => {
    const levels = new Set<unknown>()
    fc.assert(
      fc.property(scores, circumstances, (given, around) => {
        const { coma, diagnosis, anyEvent, events } = around
        const expected = ability(given as Record<string, number>, {
          coma: coma === 'yes',
          mentalDiagnosis: diagnosis !== 'none',
          riskEvents: anyEvent === 'yes' ? events.reduce<number>((sum, one) => sum + one, 0) : 0,
        })
        const result = evaluate(plan, answersOf(given, around), { today })
        const level = found(result, 'abilityLevel')
        levels.add(level?.value)
        expect(found(result, 'total')?.value).toBe(expected?.total ?? null)
        expect(found(result, 'firstLevel')?.value).toBe(expected?.first ?? null)
        expect([level?.value, level?.label]).toEqual([expected?.level ?? null, expected?.label])
        expect(level?.rule).toBe(abilityRule)
        for (const { key } of abilityDimensions)
          if (expected) expect(found(result, `${key}Score`)?.value).toBe(expected.sums[key])
      }),
      { numRuns: 500 },
    )
    expect(levels).toEqual(new Set([null, 0, 1, 2, 3, 4]))
  })

  test('gives no final level while a circumstance is not answered', () => {
    const all = { ...best, coma: 'no', diagnosis: 'none', anyEvent: 'no' }
    expect(found(evaluate(plan, all, { today }), 'abilityLevel')?.value).toBe(0)
    for (const missing of ['coma', 'diagnosis', 'anyEvent']) {
      const result = evaluate(plan, { ...all, [missing]: undefined }, { today })
      expect([found(result, 'firstLevel')?.value, found(result, 'abilityLevel')?.value], missing).toEqual([
        0,
        null,
      ])
    }
  })

  test('believes no count and no level that a device sends', () => {
    const all = Object.fromEntries(items.map(({ key }) => [key, 0]))
    const forged = {
      ...all,
      coma: 'no',
      diagnosis: 'none',
      anyEvent: 'no',
      riskEvents: -9,
      falls: 5,
      abilityLevel: 0,
      total: 90,
    }
    const result = evaluate(plan, forged, { today })
    expect(found(result, 'abilityLevel')).toMatchObject({ value: 4, label: '完全失能' })
    expect(result.answers).toMatchObject({ riskEvents: 0 })
    expect(Object.keys(result.answers)).not.toContain('falls')
  })

  test('the trace leads from the level over the score to the answers', () => {
    const result = evaluate(
      plan,
      { ...best, coma: 'no', diagnosis: 'none', anyEvent: 'yes', falls: 2 },
      { today },
    )
    const level = found(result, 'abilityLevel')
    expect(level).toMatchObject({ value: 1, label: '轻度失能' })
    expect(level?.trace[0]?.from.map(({ path, value }) => [path, value])).toEqual([
      ['coma', '否'],
      ['diagnosis', '没有'],
      ['riskEvents', 2],
      ['outcomes.firstLevel', '能力完好'],
    ])
    const counted = level?.trace.find(({ of }) => of === 'riskEvents')
    expect(counted?.from.map(({ path }) => path)).toEqual(['anyEvent', ...riskEvents.map(({ key }) => key)])
    expect(found(result, 'selfCareScore')?.trace[0]?.from).toHaveLength(8)
  })
})

describe('the six indicators by the engine', () => {
  const { components, outcomes } = selfCareParts()
  const definition = { display: 'form' as const, components }
  const answer = fc.constantFrom(true, true, false, undefined)
  const answers = fc.record(Object.fromEntries(selfCareIndicators.map(({ key }) => [key, answer])))
  const sent = (given: Readonly<Record<string, boolean | undefined>>) =>
    Object.fromEntries(
      Object.entries(given).map(([key, able]) => [key, able === undefined ? undefined : able ? 'yes' : 'no']),
    )
  const agrees = (plan: ReturnType<typeof compile>, rule: string, bands?: readonly SelfCareBand[]) =>
    fc.assert(
      fc.property(answers, (given) => {
        const known = given as Record<string, boolean>
        const expected = selfCareLevel(known, bands)
        const level = found(evaluate(plan, sent(given), { today }), 'selfCareLevel')
        expect([level?.value, level?.level, level?.label]).toEqual([
          expected?.unmet ?? null,
          expected?.level,
          expected?.label,
        ])
        expect(level?.rule).toBe(rule)
      }),
      { numRuns: 300 },
    )

  test('agree with the national rule for any answers', () => {
    agrees(compile(definition, { outcomes }), selfCareRule)
  })

  const international: readonly SelfCareBand[] = [
    { from: 0, to: 0, level: 'none', label: '自理' },
    { from: 1, to: 2, level: 'light', label: '轻度' },
    { from: 3, to: 4, level: 'medium', label: '中度' },
    { from: 5, to: 6, level: 'heavy', label: '重度' },
  ]
  const village: readonly SelfCareBand[] = [
    { from: 0, to: 0, level: 'full', label: '全自理' },
    { from: 1, to: 1, level: 'light', label: '轻度' },
    { from: 2, to: 3, level: 'medium', label: '中度' },
    { from: 4, to: 5, level: 'heavy', label: '重度' },
    { from: 6, to: 6, level: 'complete', label: '完全' },
  ]

  test.each([
    ['本市试行办法第五条', international],
    ['村级评估口径（2025）', village],
  ])("follow a city's own table, and its rule is what is stored: %s", (rule, bands) => {
    agrees(compile(definition, { outcomes, levels: { selfCareLevel: { rule, bands } } }), rule, bands)
    const own = compile(definition, { outcomes: selfCareParts({ rule, bands }).outcomes })
    agrees(own, rule, bands)
    const [, level] = evaluate(
      own,
      sent({ eating: false, dressing: true, transfer: true, toileting: true, walking: true, bathing: true }),
      { today },
    ).outcomes
    expect(level?.trace.map((step) => step.rule)).toEqual([rule, rule])
  })

  test('a table without a name of its own keeps the rule of the form, one with a hole refuses', () => {
    const plan = compile(definition, { outcomes, levels: { selfCareLevel: international } })
    agrees(plan, selfCareRule, international)
    const hole = compile(definition, { outcomes, levels: { selfCareLevel: { rule: 'R', bands: [] } } })
    const able = Object.fromEntries(selfCareIndicators.map(({ key }) => [key, 'yes']))
    expect(found(evaluate(hole, able, { today }), 'selfCareLevel')?.level).toBeUndefined()
    for (const wrong of [5, 'x', {}, { rule: 'R' }, [5], { rule: 7, bands: 7 }])
      expect(
        compile(definition, { outcomes, levels: { selfCareLevel: wrong as never } }).findings.length,
        JSON.stringify(wrong),
      ).toBeGreaterThan(0)
    const holed = compile(definition, {
      outcomes,
      levels: { selfCareLevel: [{ from: 1, to: 6, level: 'x', label: '有缺项' }] },
    })
    expect(evaluate(holed, able, { today }).errors.map(({ code }) => code)).toEqual(['level'])
  })
})
