import { describe, expect, test } from 'vitest'
import { elementCodes } from '../../../forms/elements/codes.ts'
import { elements, isElementCode } from '../../../forms/elements/index.ts'

describe('the codes without their dictionary', () => {
  test('are those of the dictionary, each once and no more', () => {
    expect([...elementCodes].toSorted()).toEqual(elements.map(({ code }) => code).toSorted())
  })

  test('know nothing else', () => {
    for (const code of [
      '',
      '.',
      'person',
      'person.',
      '.name',
      'person.nobody',
      'constructor',
      '__proto__',
      'group.constructor',
    ])
      expect(isElementCode(code), code).toBe(false)
  })
})

describe('every element', () => {
  test('is written as the dictionary asks: a code of two words, a name in Chinese', () => {
    for (const { code, name } of elements) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(name, code).toMatch(/\p{Script=Han}/u)
    }
  })

  test('has options only if it is a choice, and no two of them read the same', () => {
    for (const { code, type, options } of elements) {
      if (!options) continue
      expect(['code', 'codes'], code).toContain(type)
      const labels = Object.values(options)
      expect(new Set(labels).size, code).toBe(labels.length)
    }
  })

  test('of money has a unit, and of a count a whole number', () => {
    for (const { code, type, unit } of elements) {
      if (type === 'money') expect(unit, code).toMatch(/^元/)
      if (unit === '人' || unit === '户') expect(type, code).toBe('integer')
    }
  })

  test('that names somebody, or says how they fare, is not internal', () => {
    for (const { code, name, sensitivity } of elements)
      if (/姓名|身份号码|住址|地址$|健康|病|残疾/.test(name))
        expect(['personal', 'sensitive'], `${code} ${name}`).toContain(sensitivity)
  })
})
