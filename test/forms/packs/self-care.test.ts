import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compile, evaluate } from '../../../forms/engine/index.ts'
import { selfCareParts } from '../../../forms/national/index.ts'
import { selfCareBands, selfCareIndicators, selfCareRule } from '../../../forms/standards/index.ts'
import { formsOf, packOf } from './disk.ts'

const forms = formsOf(packOf('341700-care').documents)
const planOf = (key: string) => {
  const form = forms.find((one) => one.key === key)
  if (!form) throw new Error(key)
  return {
    form,
    plan: compile(form.definition, { outcomes: form.outcomes ?? [], recommends: form.recommends ?? [] }),
  }
}
const { form, plan } = planOf('self-care')
const keys = selfCareIndicators.map(({ key }) => key)
const answers = (unmet: readonly string[], more: object = {}) => ({
  assessDate: '2026-03-10',
  reason: 'first',
  methods: { observe: true },
  ...Object.fromEntries(keys.map((key) => [key, unmet.includes(key) ? 'no' : 'yes'])),
  ...(unmet.length > 0 && { institutionWish: 'no' }),
  ...more,
})
const level = (given: object) =>
  evaluate(plan, { ...given }, { today: '2026-03-10' }).outcomes.find(({ key }) => key === 'selfCareLevel')

describe('the six indicators (民发〔2021〕43号)', () => {
  test('all 64 combinations fall into the national bands', () => {
    for (let mask = 0; mask < 64; mask++) {
      const unmet = keys.filter((_, i) => mask & (1 << i))
      const band = selfCareBands.find(({ from, to }) => unmet.length >= from && unmet.length <= to)
      expect(level(answers(unmet)), `${mask}`).toMatchObject({
        value: unmet.length,
        level: band?.level,
        label: band?.label,
        rule: selfCareRule,
      })
    }
  })

  test('one indicator without an answer gives no level at all', () => {
    for (const key of keys) {
      const { [key]: _, ...rest } = answers([]) as Record<string, unknown>
      expect(level(rest)?.level, key).toBeUndefined()
    }
  })

  test('what a device claims about count or level is not believed', () => {
    const result = evaluate(plan, answers(keys, { unmetCount: 0, selfCareLevel: 'able' }), {
      today: '2026-03-10',
    })
    expect(result.answers['unmetCount']).toBe(6)
    expect(result.outcomes.at(-1)).toMatchObject({ level: 'unable' })
  })

  test('the trace names the answers that decided', () => {
    const trace = JSON.stringify(level(answers(['bathing']))?.trace)
    expect(trace.length).toBeGreaterThan(2)
  })

  test('questions and outcomes are the packaged ones, said one way', () => {
    const { components, outcomes } = selfCareParts()
    expect(form.outcomes).toEqual(outcomes)
    const indicators = form.definition.components.find(({ key }) => key === 'indicators')?.components
    expect(indicators?.slice(0, 6)).toEqual(components)
    // The count that later questions read is the same rule as the outcome's.
    expect(indicators?.[6]?.['calculateValue']).toEqual(outcomes[0]?.value)
  })

  test('every vector of the rule is a sample of the form', () => {
    const vectors = form.samples?.flatMap(({ expect: { outcomes } }) => {
      const { value, level } = outcomes?.['selfCareLevel'] ?? {}
      return value === undefined ? [] : [`${value} ${level}`]
    })
    expect([...new Set(vectors)].toSorted()).toEqual([
      '0 able',
      '1 partial',
      '2 partial',
      '3 partial',
      '4 unable',
      '5 unable',
      '6 unable',
    ])
  })
})

test('a filled visit and a filled self-care assessment stay below 2 KB compressed', () => {
  for (const key of ['visit', 'self-care']) {
    const one = planOf(key)
    const sample = one.form.samples?.[0]
    const { answers, outcomes, recommended } = evaluate(one.plan, sample?.answers ?? {}, {
      today: '2026-03-10',
      demo: true,
    })
    expect(gzipSync(JSON.stringify({ answers, outcomes, recommended })).length, key).toBeLessThan(2048)
  }
})

test('the visit asks at most 25 questions at once, a member counted as one', () => {
  const { form: visit } = planOf('visit')
  const pages = visit.definition.components
  const asked = pages.flatMap(({ components = [] }) => components).filter(({ conditional }) => !conditional)
  expect(pages.length).toBe(6)
  expect(asked.length).toBeLessThanOrEqual(25)
})
