import { describe, expect, test } from 'vitest'
import {
  commonCategories,
  commonServiceOf,
  commonServices,
  elementOf,
  elements,
} from '../../../forms/elements/index.ts'

describe('the shared dictionary', () => {
  test('codes and names are unique', () => {
    for (const list of [elements, commonServices]) {
      expect(new Set(list.map((one) => one.code)).size).toBe(list.length)
      expect(new Set(list.map((one) => one.name)).size).toBe(list.length)
    }
  })

  test('every common service has one unit and a category that exists', () => {
    for (const { unit, category, code } of commonServices) {
      expect(unit, code).toMatch(/^\p{Script=Han}/u)
      expect(Object.hasOwn(commonCategories, category), code).toBe(true)
    }
  })

  test('no alias leads to two services', () => {
    const names = commonServices.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  test('option keys are words, so that no renderer turns them into numbers', () => {
    for (const { code, options } of elements)
      for (const key of Object.keys(options ?? {})) expect(key, code).toMatch(/^[a-z][a-z0-9-]*$/)
  })

  test('health, class and identity are sensitive', () => {
    for (const code of ['person.id-number', 'person.health', 'household.class', 'self-care.level'])
      expect(elementOf(code)?.sensitivity, code).toBe('sensitive')
  })

  test('asks for codes, finds nothing for what is none', () => {
    expect(commonServiceOf('svc.bath')).toMatchObject({ name: '助浴', unit: '次' })
    for (const code of ['', '__proto__', 'constructor', 'svc.none']) {
      expect(elementOf(code)).toBeUndefined()
      expect(commonServiceOf(code)).toBeUndefined()
    }
  })
})
