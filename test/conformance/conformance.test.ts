import { env } from 'node:process'
import { describe, expect, test } from 'vitest'
import type { Definition } from '#forms/definition'
import { chance, fc } from '../chance.ts'
import { trialsOf } from './cases.ts'
import { classify } from './classify.ts'
import { confront } from './compare.ts'
import { forms, type Golden, goldens, usable } from './corpus.ts'
import { differences } from './differences.ts'
import { definitions } from './generated.ts'
import { compareGolden, treatmentOf } from './golden.ts'
import { made } from './made.ts'
import { count, printed, tally, tell } from './tally.ts'

/** With CONFORMANCE=long every wrong value of every question is tried, and generated forms are new each time. */
const long = env['CONFORMANCE'] === 'long'
const patience = long ? 7_200_000 : 600_000

/** Recorded with another form than the one written down with it: the peer itself says something else of that. */
const unlike: ReadonlySet<string> = new Set(['core-08'])

const hiddenThen = (golden: Golden): readonly string[] =>
  (golden.after.conditionals ?? []).flatMap(({ path, conditionallyHidden }) =>
    conditionallyHidden ? [path] : [],
  )

describe('the recorded cases of the tests of @formio/core', () => {
  const all = goldens()

  test('are there, and say how each can be compared', () => {
    const treated = Object.groupBy(all, treatmentOf)
    expect(Object.fromEntries(Object.entries(treated).map(([how, list]) => [how, list.length]))).toEqual({
      whole: 64,
      calculation: 2,
      conditions: 7,
      'no submission': 3,
    })
  })

  for (const golden of all.filter((one) => !unlike.has(one.name))) {
    const how = treatmentOf(golden)
    if (how === 'no submission') continue
    test(`${golden.name}: ${how}`, () => {
      const { definition, ours, found } = compareGolden(golden)
      if (how === 'conditions') {
        expect(ours.hidden).toEqual(expect.arrayContaining([...hiddenThen(golden)]))
        count('core-goldens', [])
        return
      }
      const classified = classify(definition, found)
      count('core-goldens', classified)
      expect(classified.filter(({ id }) => id === undefined).map(tell)).toEqual([])
    })
  }
})

/** Tries forms of a corpus; gives what is on no row of the table, a line each. */
const tried = (
  corpus: string,
  list: readonly (Pick<(typeof made)[number], 'name' | 'more'> & { readonly definition: Definition })[],
  share: number,
  drawn: number,
): readonly string[] => {
  const unlisted: string[] = []
  for (const { name, definition, more = [] } of list)
    for (const { what, answers } of [
      ...trialsOf(name, definition, share, drawn),
      ...more.map((answers, i) => ({ what: `more ${i}`, answers })),
    ]) {
      const outcome = confront(definition, answers)
      const classified = classify(definition, outcome)
      count(corpus, classified, outcome.theirs.threw !== undefined)
      for (const one of classified)
        if (one.id === undefined && unlisted.length < 20) unlisted.push(`${name} [${what}] ${tell(one)}`)
    }
  return unlisted
}

describe('forms without recorded answers, tried beside @formio/core', { timeout: patience }, () => {
  const all = forms()
  for (const [corpus, size, share, drawn] of [
    ['formio-js-fixtures', 161, 0.12, 4],
    ['chefs', 13, 0.12, 4],
    ['nav', 42, 0.05, 3],
  ] as const)
    test(`${corpus}: every difference is on the table`, () => {
      const list = all.filter((form) => form.corpus === corpus)
      expect(list).toHaveLength(size)
      expect(tried(corpus, list, long ? 1 : share, long ? 10 : drawn)).toEqual([])
    })

  test('forms made for it', () => {
    expect(tried('made', made, 1, 10)).toEqual([])
  })

  test('generated forms', () => {
    const list = fc.sample(definitions, { seed: 5, numRuns: long ? 1_000 : 120 })
    const named = list.map((definition, i) => ({ name: `${chance}-${i}`, ...usable(definition) }))
    expect(tried('generated', named, 0.04, 2)).toEqual([])
  })
})

describe('the table of deliberate differences', () => {
  test('has a name, a title and a reason for each row, once', () => {
    expect(new Set(differences.map(({ id }) => id)).size).toBe(differences.length)
    for (const { id, title, reason } of differences) {
      expect(id).toMatch(/^[a-z-]+$/)
      expect(title.length * reason.length).toBeGreaterThan(100)
    }
  })

  test('has no row that nothing meets any more, and enough was tried', () => {
    console.log(printed())
    const { met, shares } = tally()
    expect(met.filter(({ times }) => times === 0).map(({ id }) => id)).toEqual([])
    expect(shares.reduce((sum, { same, deliberate }) => sum + same + deliberate, 0)).toBeGreaterThan(4_000)
    expect(shares.map(({ unlisted }) => unlisted)).toEqual(shares.map(() => 0))
  })
})
