import { describe, expect, test } from 'vitest'
import { funds } from '#forms/catalogue'
import { indicators } from '#forms/indicators'
import {
  placeOf,
  pointerOf,
  valueAt,
  withMoved,
  withoutEntry,
  withValue,
} from '../../../../web/studio/structured/place.ts'
import { numberOf, percentOf, ratioOf } from '../../../../web/studio/structured/reading.ts'
import { referencesFor } from '../../../../web/studio/structured/references.ts'
import { blank, shapeOf } from '../../../../web/studio/structured/shape.ts'

const document = { a: 1, list: [{ key: 'x' }, { key: 'y' }, { key: 'z' }], b: { c: null } }

describe('places in a document', () => {
  test('a value is changed where it stands, and nothing else is', () => {
    const next = withValue(document, ['list', 1, 'key'], 'w')
    expect(next).toEqual({ a: 1, list: [{ key: 'x' }, { key: 'w' }, { key: 'z' }], b: { c: null } })
    expect(Object.keys(next as object)).toEqual(['a', 'list', 'b'])
    expect(document.list[1]?.key).toBe('y')
  })

  test('undefined takes a member out; null is a value', () => {
    expect(withValue(document, ['b', 'c'], undefined)).toEqual({ ...document, b: {} })
    expect(withValue(document, ['a'], null)).toEqual({ ...document, a: null })
  })

  test('entries are taken out and moved, and stay where they are at the ends', () => {
    const keys = (changed: unknown) => (valueAt(changed, ['list']) as { key: string }[]).map(({ key }) => key)
    expect(keys(withoutEntry(document, ['list'], 1))).toEqual(['x', 'z'])
    expect(keys(withMoved(document, ['list'], 0, 1))).toEqual(['y', 'x', 'z'])
    expect(keys(withMoved(document, ['list'], 0, -1))).toEqual(['x', 'y', 'z'])
    expect(keys(withMoved(document, ['list'], 2, 1))).toEqual(['x', 'y', 'z'])
  })

  test('a pointer and a place are two ways to write one thing', () => {
    expect(pointerOf(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d')
    expect(placeOf('/a~1b/0/c~0d')).toEqual(['a/b', '0', 'c~d'])
    expect(valueAt(document, placeOf('/list/2/key'))).toBe('z')
    expect(valueAt(document, ['list', 9, 'key'])).toBeUndefined()
    expect(valueAt('text', ['length', 'x'])).toBeUndefined()
  })
})

describe('values that are typed', () => {
  test('a percentage is a share with at most two decimals, or nothing at all', () => {
    for (const [typed, ratio] of [
      ['30', 0.3],
      ['12.34%', 0.1234],
      ['100', 1],
      ['0', 0],
      ['', null],
    ] as const)
      expect(ratioOf(typed), typed).toBe(ratio)
    for (const typed of ['101', '1e1', '-1', '0.001', '三十', '١٢'])
      expect(ratioOf(typed), typed).toBeUndefined()
    for (const ratio of [0.3, 0.1234, 0.01, 1, 0.5807]) expect(ratioOf(percentOf(ratio))).toBe(ratio)
  })

  test('a number keeps within its bounds', () => {
    const read = numberOf({ whole: true, min: 0, max: 90 })
    expect([read('0'), read(' 90 '), read('')]).toEqual([0, 90, null])
    for (const typed of ['91', '-1', '1.5', '1e3', 'x', '99999999999999999999'])
      expect(read(typed), typed).toBeUndefined()
    expect(numberOf({ whole: false })('1.25')).toBe(1.25)
  })
})

describe('new entries', () => {
  test('are empty where somebody must write, and "not set" where the document can say so', () => {
    const shape = shapeOf(indicators)
    const list =
      shape.kind === 'group' ? shape.fields.find(({ name }) => name === 'indicators')?.shape : undefined
    const entry = list?.kind === 'list' ? blank(list.item) : undefined
    expect(entry).toMatchObject({ key: '', name: '', denominator: null, target: null, soft: false })
    expect(entry).not.toHaveProperty('note')
    expect(entry).not.toHaveProperty('source')
  })

  test('an amount is typed in yuan, a share in percent', () => {
    const kinds = JSON.stringify(shapeOf(funds))
    expect(kinds).toContain('"name":"total","shape":{"kind":"money"}')
    expect(kinds).toContain('"name":"ratio","shape":{"kind":"ratio"}')
  })
})

describe('what points somewhere else', () => {
  test('offers what is defined there, under its name', () => {
    const documents = {
      indicators: { indicators: [{ key: 'spot-check', name: '抽查比例' }, { name: '无标识' }, null] },
      'form:visit': { title: '入户调查表' },
      'form:odd': 7,
    }
    expect(referencesFor('programmes/programmes/indicators', documents)).toEqual([
      { value: 'spot-check', label: '抽查比例' },
    ])
    expect(referencesFor('programmes/programmes/forms', documents)).toEqual([
      { value: 'visit', label: '入户调查表' },
      { value: 'odd', label: 'odd' },
    ])
    expect(referencesFor('programmes/programmes/title', documents)).toBeUndefined()
  })
})
