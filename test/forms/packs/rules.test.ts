import { describe, expect, test } from 'vitest'
import { allPacks, demoChizhou, eachObject, json, load } from './disk.ts'

const rules = json('rules.json') as { id: string; file: string; quotes: string[] }[]
const known = new Set(rules.map(({ id }) => id))
const cited = (documents: unknown) => {
  const found: { paper: string; rule: string; at: string }[] = []
  eachObject(documents, (node, at) => {
    for (const [name, value] of Object.entries(node))
      if (/source$/i.test(name) && typeof value === 'object' && value !== null && 'rule' in value)
        found.push({ ...(value as { paper: string; rule: string }), at: `${at}/${name}` })
  })
  return found
}

describe('the rule register', () => {
  test('holds the rules of each paper with their sentences, each once', () => {
    const count = (paper: string) => rules.filter(({ id }) => id.startsWith(`${paper}-`)).length
    expect(['S0', 'S1', 'S2', 'S3', 'S4'].map(count)).toEqual([47, 29, 46, 39, 32])
    expect(known.size).toBe(rules.length)
    for (const { id, quotes } of rules) expect(quotes.join(''), id).not.toBe('')
  })

  test('every rule that a document cites exists', () => {
    for (const documents of [...allPacks.map((pack) => pack.documents), demoChizhou])
      for (const { paper, rule, at } of cited(documents)) {
        expect(known.has(rule), `${at} ${rule}`).toBe(true)
        expect(rule.startsWith(`${paper}-`), at).toBe(true)
      }
  })

  test('an invented city cites no paper', () => {
    for (const { key, documents } of allPacks.filter(({ key }) => key.endsWith('-demo')))
      expect(cited(documents), key).toEqual([])
  })

  test.each([
    ['310000-bridge', 'S0', 47],
    ['310118-advisor', 'S1', 29],
    ['341700-care', 'S2', 46],
    ['210381-station', 'S3', 39],
    ['110000-precise', 'S4', 32],
  ])('%s carries every rule of %s', (folder, paper, count) => {
    const carried = new Set(cited(load(folder).documents).map(({ rule }) => rule))
    const all = rules.map(({ id }) => id).filter((id) => id.startsWith(`${paper}-`))
    expect(all.filter((id) => !carried.has(id))).toEqual([])
    expect([...carried].filter((id) => !all.includes(id))).toEqual([])
    expect(all).toHaveLength(count)
  })

  test.each(['310000-bridge', '310118-advisor', '341700-care', '210381-station', '110000-precise'])(
    'whatever %s takes from its paper says from which sentence',
    (folder) => {
      const { documents } = load(folder)
      const lists = {
        objects: ['classes'],
        catalogue: ['categories', 'modes', 'items'],
        funds: ['funds', 'rules'],
        providers: ['types', 'purchasers', 'rules'],
        profile: ['levels', 'duties', 'stages', 'channels', 'systems'],
        indicators: ['indicators'],
        programmes: ['programmes'],
      }
      for (const [key, names] of Object.entries(lists))
        for (const name of names) {
          const rows = (documents[key] as Record<string, { source?: unknown }[]>)[name] ?? []
          if (!['systems', 'rules'].includes(name)) expect(rows.length, `${key}.${name}`).toBeGreaterThan(0)
          for (const row of rows) expect(row.source, JSON.stringify(row)).toBeDefined()
        }
    },
  )

  test('every gap points to a place that is there', () => {
    type Gaps = { readonly todo?: readonly { readonly pointer: string; readonly message: string }[] }
    for (const { key, documents } of allPacks)
      for (const [name, document] of Object.entries(documents))
        for (const { pointer, message } of (document as Gaps).todo ?? []) {
          const steps = pointer.split('/').slice(1)
          const at = steps.reduce<unknown>(
            (inner, step) => (inner as Record<string, unknown> | null)?.[step],
            document,
          )
          expect(at, `${key} ${name}${pointer} ${message}`).toBeDefined()
        }
  })
})
