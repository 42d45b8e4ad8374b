import { describe, expect, test } from 'vitest'
import { catalogueFindings, profile } from '../../../forms/catalogue/index.ts'
import { demoChizhou } from '../packs/disk.ts'

type Json = Record<string, unknown> & { [key: string]: never }
/** The findings of the demo Chizhou after a change to one document. */
const changed = (key: string, change: (document: Json) => void) => {
  const documents = structuredClone(demoChizhou) as Record<string, Json>
  change(documents[key] as Json)
  return catalogueFindings(documents)
}
/** The document's list `name`, to be changed in place. */
const listOf = <T>(document: Json, name: string) => document[name] as unknown as T[]
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('an empty list')
  return one
}
const errors = (findings: ReturnType<typeof catalogueFindings>) =>
  findings
    .filter(({ level }) => level === 'error')
    .map(({ document, pointer, code }) => [document, pointer, code])

const demo = profile.parse(demoChizhou['profile'])

describe('catalogueFindings', () => {
  test('the demo city has no errors', () => {
    expect(errors(catalogueFindings(demoChizhou))).toEqual([])
  })

  test.each([
    ['category', 'none', 'category-unknown'],
    ['mode', 'none', 'mode-unknown'],
    ['objects', ['none'], 'object-unknown', '/0'],
    ['providers', ['none'], 'provider-unknown', '/0'],
    ['common', 'svc.none', 'common-unknown'],
    ['governmentOnly', true, 'government-only', '', '/providers'],
    ['key', 'day-care', 'key-repeated', '', '/items/1/key'],
  ])('an item with %s %j is an error with its place', (field, value, code, rest = '', at = '') => {
    const found = errors(
      changed('catalogue', (document) => {
        first(listOf<Record<string, unknown>>(document, 'items'))[field] = value
      }),
    )
    const pointer = at.startsWith('/items') ? at : `/items/0${at === '' ? `/${field}${rest}` : at}`
    expect(found).toContainEqual(['catalogue', pointer, code])
  })

  test('unit: catalogue against fees is an error, against the common unit a warning', () => {
    const found = changed('catalogue', (document) => {
      const items = listOf<{ key: string; unit: string }>(document, 'items')
      first(items.filter(({ key }) => key === 'cleaning')).unit = '次'
    })
    expect(errors(found)).toEqual([['fees', '/rows/5/unit', 'unit-mismatch']])
    expect(found.some(({ level, code }) => level === 'warning' && code === 'unit-differs')).toBe(true)
  })

  test('fees that overlap, leave a hole or point to nothing', () => {
    const add = (row: object) =>
      changed('fees', (document) => {
        ;(document['rows'] as unknown as object[]).push({
          id: 'new',
          item: 'bath',
          unit: '次',
          amount: 1,
          from: '2026-02-01',
          ...row,
        })
      })
    expect(errors(add({ to: '2026-02-28' }))).toContainEqual(['fees', expect.any(String), 'price-overlap'])
    expect(add({ from: '2025-01-01', to: '2025-06-30' }).map(({ code }) => code)).toContain('price-gap')
    expect(errors(add({ from: '2025-01-01', to: '2025-12-31' }))).toEqual([])
    expect(errors(add({ item: 'gone' }))).toEqual([['fees', '/rows/16/item', 'item-unknown']])
    expect(errors(add({ division: '110101' }))).toEqual([['fees', '/rows/16/division', 'division-unknown']])
    expect(errors(add({ level: 'x', objectClass: 'gone' }))).toEqual([
      ['fees', '/rows/16/objectClass', 'object-unknown'],
    ])
    expect(errors(add({ id: 'demo-meal', level: 'x' }))).toEqual([['fees', '/rows/16/id', 'id-repeated']])
  })

  test('a condition without any part would let everybody in', () => {
    const found = changed('objects', (document) => {
      first(listOf<{ rule: object }>(document, 'classes')).rule = {}
    })
    expect(errors(found)).toEqual([['objects', '/classes/0/rule', 'condition-empty']])
  })

  test('a trait that is taken away leaves its users pointing to nothing', () => {
    const found = changed('objects', (document) => {
      document['traits'] = (document['traits'] as unknown as { key: string }[]).filter(
        ({ key }) => key !== 'seriously-ill',
      ) as never
    })
    expect(new Set(errors(found).map(([document]) => document))).toEqual(
      new Set(['objects', 'catalogue', 'profile']),
    )
  })

  test('the tree: unknown parent, wrong kind, circle', () => {
    const division = (more: object) =>
      errors(
        changed('profile', (document) => {
          ;(document['divisions'] as unknown as object[]).push({
            code: '341702-99',
            name: '新镇',
            kind: 'township',
            parent: '341702',
            standard: 'local',
            ...more,
          })
        }),
      ).map(([, , code]) => code)
    expect(division({})).toEqual([])
    expect(division({ parent: '341799' })).toEqual(['parent-unknown'])
    expect(division({ parent: '341702-01' })).toEqual(['parent-kind'])
    expect(division({ parent: '341700' })).toEqual([])
    expect(division({ kind: 'village', parent: '341700' })).toEqual(['parent-kind'])
    expect(division({ code: '341702' })).toContain('code-repeated')
    expect(division({ kind: 'county', parent: '341702-99' })).toEqual(['parent-kind'])
  })

  test('a state without a name, and one that nobody knows', () => {
    const without = changed('profile', (document) => {
      document['states'] = listOf<{ key: string }>(document, 'states').slice(1) as never
    })
    expect(errors(without)).toEqual([['profile', '/states', 'state-missing']])
    const states = (key: string) => profile.safeParse({ ...demo, states: [{ ...first(demo.states), key }] })
    expect(states('confirmed').success).toBe(true)
    expect(states('lost').success).toBe(false)
  })

  test('a form that advises an item that does not exist, or asks an element that nobody defined', () => {
    const found = changed('form:visit', (document) => {
      first(listOf<{ item: string }>(document, 'recommends')).item = 'gone'
      const definition = document['definition'] as unknown as { components: { components: Json[] }[] }
      first(first(definition.components).components)['properties'] = { element: 'no.such' } as never
    })
    expect(errors(found)).toEqual([['form:visit', '/recommends/0/item', 'item-unknown']])
    expect(found.find(({ code }) => code === 'element-unknown')).toMatchObject({
      level: 'warning',
      pointer: '/definition/components/0/components/0/properties/element',
    })
  })

  test('a programme needs its forms and indicators', () => {
    const { 'form:needs': _, ...rest } = demoChizhou
    expect(errors(catalogueFindings(rest))).toEqual([['programmes', '/programmes/0/forms/3', 'form-unknown']])
    expect(
      errors(
        changed('indicators', (document) => {
          ;(document['indicators'] as unknown as object[]).shift()
        }),
      ).map(([document]) => document),
    ).toEqual(['programmes', 'disclosure'])
  })

  test('what is not set is a to-do with a sentence', () => {
    const found = catalogueFindings(demoChizhou).filter(({ level }) => level === 'todo')
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['price-unset', 'due-unset', 'left-open']),
    )
    for (const { message } of found) expect(message).toMatch(/[。]$/)
  })

  test.each([
    [{}],
    [{ profile: null, objects: 5, catalogue: [], fees: 'x', providers: { schema: 1 } }],
    [{ 'form:visit': null, 'form:x': { definition: [], recommends: {} } }],
    [JSON.parse('{"__proto__": {"schema": 1}, "constructor": 1}')],
  ])('never throws on %j', (documents) => {
    expect(() => catalogueFindings(documents)).not.toThrow()
  })

  test('names what is missing altogether', () => {
    expect(errors(catalogueFindings({})).map(([document]) => document)).toEqual([
      'profile',
      'objects',
      'catalogue',
      'fees',
      'providers',
    ])
  })
})
