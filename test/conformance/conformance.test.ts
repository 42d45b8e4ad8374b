import { env } from 'node:process'
import { describe, expect, test } from 'vitest'
import { type Definition, lint } from '#forms/definition'
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
import { witnesses } from './witnesses.ts'

/** With CONFORMANCE=long every wrong value of every question is tried, in many more generated forms. */
const long = env['CONFORMANCE'] === 'long'
const patience = long ? 7_200_000 : 600_000

/** Recorded with another form than the one written down with it: the peer itself says something else of that. */
const unlike: ReadonlySet<string> = new Set(['core-08'])

/** Where the peer throws instead of answering: its limit on a number that became NaN. */
const stumbles = /^Error: Cannot validate value NaN because it is invalid/

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
      const { threw } = outcome.theirs
      count(corpus, classified, threw !== undefined)
      const say = (words: string) => unlisted.length < 20 && unlisted.push(`${name} [${what}] ${words}`)
      for (const one of classified) if (one.id === undefined) say(tell(one))
      if (threw !== undefined && !stumbles.test(threw)) say(`peer threw ${threw}`)
      // Where the peer throws there is nothing to compare, but ours must still decide.
      if (outcome.ours.errors.some(({ code }) => code === 'internal')) say('ours could not be evaluated')
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
    const list = fc.sample(definitions, long ? 1_000 : 120)
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

  for (const { id, definition, answers } of witnesses)
    test(`${id}: is met by a form of its own`, () => {
      const ids = classify(definition, confront(definition, answers)).map((one) => one.id)
      expect(lint(definition).filter(({ level }) => level === 'error')).toEqual([])
      expect(ids).toContain(id)
      expect(ids).not.toContain(undefined)
    })

  test('has no row that nothing meets any more, and enough was tried', () => {
    console.log(printed())
    const { met, shares } = tally()
    const own = new Set(witnesses.map(({ id }) => id))
    // What the importer leaves out is only seen where a form is imported: in the recorded cases.
    expect(differences.filter(({ id }) => !own.has(id)).map(({ id }) => id)).toEqual(['outside-profile'])
    expect(met.find(({ id }) => id === 'outside-profile')?.times).toBeGreaterThan(10)
    for (const { threw, same, deliberate } of shares) expect(threw * 100).toBeLessThan(same + deliberate)
    expect(shares.reduce((sum, { same, deliberate }) => sum + same + deliberate, 0)).toBeGreaterThan(4_000)
    expect(shares.map(({ unlisted }) => unlisted)).toEqual(shares.map(() => 0))
  })
})
