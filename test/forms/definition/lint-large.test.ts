import { describe, expect, test } from 'vitest'
import { judge, lint } from '#forms/definition'
import { publishing } from '../../../forms/definition/publishing.ts'
import { bounded as within } from '../bounded.ts'
import { form } from './form.ts'

const count = 1_000
const keys = Array.from({ length: count }, (_, i) => `k${i}`)
const number = (key: string, more: object = {}) => ({ type: 'number', key, label: `数${key}`, ...more })
const sum = (names: readonly string[]): unknown => {
  const groups = []
  for (let i = 0; i < names.length; i += 190)
    groups.push({ '+': names.slice(i, i + 190).map((name) => ({ var: `data.${name}` })) })
  return { '+': groups }
}
const codes = (definition: unknown): readonly string[] => [
  ...new Set(judge(definition, {}, publishing).map(({ code }) => code)),
]

/** Far above what is needed; only work that grows out of hand takes longer. */
const bounded = (run: () => void): void => within(run, 10_000)

describe('large forms are judged in bounded time', () => {
  test('a chain of a thousand', () =>
    bounded(() => {
      const chain = keys.map((key, i) => number(key, i === 999 ? {} : { calculateValue: sum([`k${i + 1}`]) }))
      expect(codes(form(...chain))).toEqual([])
    }))

  test('a circle of a thousand is named by its path, in words that can be read', () =>
    bounded(() => {
      const ring = keys.map((key, i) => number(key, { calculateValue: sum([`k${(i + 1) % count}`]) }))
      const found = lint(form(...ring)).filter(({ code }) => code === 'cycle')
      expect(found.map(({ path, label }) => `${label} ${path}`)).toEqual(['数k0 k0'])
      expect(found[0]?.message).toContain('数k0（k0） → 数k1（k1） → 数k2（k2）')
      expect(found[0]?.message).toContain('→ … →')
      expect(found[0]?.message).toMatch(/数k999（k999） → 数k0（k0）。$/)
      expect(found[0]?.message.length).toBeLessThan(400)
    }))

  test('a short circle is named whole', () => {
    const three = ['a', 'b', 'c'].map((key, i) =>
      number(key, { calculateValue: sum([['b', 'c', 'a'][i] ?? '']) }),
    )
    expect(lint(form(...three))[0]?.message).toBe(
      '计算或条件绕成了圈，无法得出结果：数a（a） → 数b（b） → 数c（c） → 数a（a）。',
    )
  })

  test('each reads all others: too large to be looked through, and refused', () =>
    bounded(() => {
      const all = keys.map((key) =>
        number(key, { calculateValue: sum(keys.filter((other) => other !== key)) }),
      )
      expect(codes(form(...all))).toEqual(['too-large'])
    }))

  test('three hundred that each read all earlier ones', () =>
    bounded(() => {
      const some = keys.slice(0, 300)
      const all = some.map((key, i) => number(key, i === 0 ? {} : { calculateValue: sum(some.slice(0, i)) }))
      expect(codes(form(...all))).toEqual([])
    }))

  test('a container of five hundred, named in forty thousand conditions', () =>
    bounded(() => {
      const inside = keys.slice(0, 500).map((key) => number(key))
      const conditions = Array.from({ length: 80 }, () => ({
        component: 'g',
        operator: 'isEmpty',
        value: '',
      }))
      const outside = keys
        .slice(501)
        .map((key) => number(key, { conditional: { show: true, conjunction: 'all', conditions } }))
      expect(codes(form({ type: 'container', key: 'g', components: inside }, ...outside))).toEqual([])
    }))

  test('patterns of the most positions, each another', () =>
    bounded(() => {
      const texts = (pattern: (i: string) => string) =>
        form(
          ...keys
            .slice(0, 200)
            .map((key) => ({ type: 'textfield', key, validate: { pattern: pattern(key) } })),
        )
      const signs = Array.from({ length: 80 }, (_, i) => String.fromCharCode(0x4e00 + 2 * i)).join('')
      expect(codes(texts((key) => `[${signs}]{1,1000}${key}`))).toEqual([])
      expect(codes(texts((key) => `${key}([^a]{0,19}b){0,60}`))).toEqual(['pattern'])
      expect(codes(texts((key) => `${key}(${[...signs].join('|')}){0,1000}`))).toEqual(['pattern'])
    }))

  test('texts that are all beginnings of tags', () =>
    bounded(() => {
      const html = (text: string) =>
        form(...keys.slice(0, 20).map((key) => ({ type: 'content', key, html: text })))
      expect(codes(html('<a'.repeat(50_000)))).toEqual([])
      expect(codes(html(`${'<a'.repeat(49_000)} onclick=`))).toEqual(['markup-script'])
      expect(codes(html(`${'<a '.repeat(33_000)}<iframe`))).toEqual(['markup-tag'])
    }))
})
