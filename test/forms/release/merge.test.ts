import { describe, expect, test } from 'vitest'
import { merge } from '../../../forms/release/index.ts'
import { fc } from '../../chance.ts'

const row = (id: string, amount: number | null, more: object = {}) => ({ id, amount, ...more })

describe('two people change one document', () => {
  test('what they changed in different places stands together, without a question', () => {
    const base = { title: '收费', rows: [row('a', 100), row('b', 200), row('c', 300)] }
    const mine = { title: '收费', rows: [row('a', 110), row('b', 200), row('c', 300), row('mine', 1)] }
    const theirs = { title: '新标准', rows: [row('a', 100), row('c', 330), row('theirs', 2)] }
    expect(merge(base, mine, theirs)).toEqual({
      document: { title: '新标准', rows: [row('a', 110), row('c', 330), row('mine', 1), row('theirs', 2)] },
      conflicts: [],
    })
  })

  test('one place that both changed is a conflict, and either value can stand', () => {
    const base = { rows: [row('x', 1), row('a', 100)] }
    const mine = { rows: [row('a', 110)] }
    const theirs = { rows: [row('x', 1), row('a', 120)] }
    const conflict = { pointer: '/rows/0/amount', base: 100, mine: 110, theirs: 120 }
    expect(merge(base, mine, theirs)).toEqual({ document: { rows: [row('a', 110)] }, conflicts: [conflict] })
    expect(merge(base, mine, theirs, () => 'theirs').document).toEqual({ rows: [row('a', 120)] })
  })

  test('who takes out what the other changes is asked, and nothing vanishes unseen', () => {
    const base = { rows: [row('a', 100), row('b', 200)] }
    const mine = { rows: [row('b', 200)] }
    const theirs = { rows: [row('a', 120), row('b', 200)] }
    const { document, conflicts } = merge(base, mine, theirs)
    expect(document).toEqual({ rows: [row('b', 200)] })
    expect(conflicts).toEqual([
      { pointer: '/rows/0', base: row('a', 100), mine: undefined, theirs: row('a', 120) },
    ])
    expect(merge(base, mine, theirs, () => 'theirs').document).toEqual(theirs)
  })

  test('a choice for one entry leaves the choices for those behind it where they are', () => {
    const base = { rows: [row('a', 100), row('b', 200), row('c', 300)] }
    const mine = { rows: [row('b', 210), row('c', 310)] }
    const theirs = { rows: [row('a', 120), row('b', 220)] }
    const asked = ['/rows/0', '/rows/1/amount', '/rows/2']
    for (const side of ['mine', 'theirs'] as const)
      expect(merge(base, mine, theirs, () => side).conflicts.map(({ pointer }) => pointer)).toEqual(asked)
    const theirsBut = (...own: string[]) =>
      merge(base, mine, theirs, (at) => (own.includes(at) ? 'mine' : 'theirs')).document
    expect(theirsBut('/rows/0', '/rows/1/amount')).toEqual({ rows: [row('b', 210)] })
    expect(theirsBut('/rows/2')).toEqual({ rows: [row('a', 120), row('b', 220), row('c', 310)] })
  })

  test('the same new entry of both is one entry; what differs in it is asked', () => {
    const both = merge({ rows: [] }, { rows: [row('n', 1)] }, { rows: [row('n', 2), row('o', 3)] })
    expect(both.document).toEqual({ rows: [row('n', 1), row('o', 3)] })
    expect(both.conflicts.map(({ pointer }) => pointer)).toEqual(['/rows/0/amount'])
  })

  test('a rearranged list keeps its new order beside changes of the other', () => {
    const base = { rows: [row('a', 1), row('b', 2), row('c', 3)] }
    const mine = { rows: [row('c', 3), row('a', 1), row('b', 2)] }
    const theirs = { rows: [row('a', 1), row('b', 5), row('c', 3)] }
    expect(merge(base, mine, theirs).document).toEqual({ rows: [row('c', 3), row('a', 1), row('b', 5)] })
  })

  test('questions of a form are followed by their key, into panels', () => {
    const form = (a: string, b: string) => ({
      components: [
        {
          key: 'p',
          components: [
            { key: 'a', label: a },
            { key: 'b', label: b },
          ],
        },
      ],
    })
    expect(merge(form('甲', '乙'), form('甲一', '乙'), form('甲', '乙二'))).toEqual({
      document: form('甲一', '乙二'),
      conflicts: [],
    })
  })

  test('lists of plain values that both changed are one conflict', () => {
    const { conflicts } = merge({ keys: ['a'] }, { keys: ['a', 'b'] }, { keys: ['c'] })
    expect(conflicts).toEqual([{ pointer: '/keys', base: ['a'], mine: ['a', 'b'], theirs: ['c'] }])
  })

  test('members called like those of every object are members like others', () => {
    const hostile = JSON.parse('{"__proto__":{"x":1},"constructor":2}')
    const { document } = merge({}, hostile, { a: 1 })
    expect(Object.hasOwn(document as object, 'constructor')).toBe(true)
    expect((document as { x?: number }).x).toBeUndefined()
  })
})

const entry = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  n: fc.integer({ min: 0, max: 3 }),
  note: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
})
const document = fc.record({
  title: fc.constantFrom('t', 'u', 'v'),
  rows: fc.uniqueArray(entry, { selector: ({ key }) => key, maxLength: 5 }),
})

describe('whatever two people do', () => {
  test('an unchanged side adds nothing, and agreement is no conflict', () => {
    fc.assert(
      fc.property(document, document, (base, one) => {
        expect(merge(base, one, base)).toEqual({ document: one, conflicts: [] })
        expect(merge(base, base, one)).toEqual({ document: one, conflicts: [] })
        expect(merge(base, one, one)).toEqual({ document: one, conflicts: [] })
      }),
      { numRuns: 300 },
    )
  })

  test('sides can be exchanged: the same places are asked, and the choice gives the same entries', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine, () => 'theirs')]
        const entries = ({ document: merged }: { document: unknown }) => {
          const { title, rows } = merged as typeof base
          return { title, rows: rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)) }
        }
        expect(entries(one)).toEqual(entries(other))
        expect(one.conflicts).toHaveLength(other.conflicts.length)
      }),
      { numRuns: 300 },
    )
  })

  test('every place has a name of its own, and each is decided by itself, whatever is decided elsewhere', () => {
    const coins = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(document, document, document, coins, (base, mine, theirs, tossed) => {
        const asked = merge(base, mine, theirs, () => 'theirs').conflicts
        const sides = new Map(
          asked.map(({ pointer }, n) => [pointer, tossed[n] ? 'mine' : 'theirs'] as const),
        )
        expect(sides.size).toBe(asked.length)
        const { document: merged, conflicts } = merge(
          base,
          mine,
          theirs,
          (pointer) => sides.get(pointer) ?? expect.fail(`nobody was asked about ${pointer}`),
        )
        expect(conflicts).toEqual(asked)
        const { rows } = merged as typeof base
        for (const { pointer, ...values } of asked.filter((one) => /^\/rows\/\d+$/.test(one.pointer))) {
          const chosen = values[sides.get(pointer) ?? 'mine'] as typeof entry | undefined
          const { key } = (values.mine ?? values.theirs) as { key: string }
          expect(rows.find((one) => one.key === key)).toEqual(chosen)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('every value of mine that differs from the base is in the document or asked about', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const { document: merged, conflicts } = merge(base, mine, theirs, () => 'theirs')
        const rows = (merged as typeof base).rows
        for (const own of mine.rows) {
          const before = base.rows.find(({ key }) => key === own.key)
          if (before?.n === own.n) continue
          const kept = rows.find(({ key }) => key === own.key)?.n === own.n
          const asked = conflicts.some(
            ({ mine: value }) => value === own.n || (value as typeof own)?.n === own.n,
          )
          expect(kept || asked).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
