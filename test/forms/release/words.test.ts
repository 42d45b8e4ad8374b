import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { diff, documentKinds, memberName } from '#forms/release'
import { city } from '../../../forms/release/words/city.ts'
import { control } from '../../../forms/release/words/control.ts'
import { common } from '../../../forms/release/words/everywhere.ts'
import { form } from '../../../forms/release/words/form.ts'
import { money } from '../../../forms/release/words/money.ts'
import { services } from '../../../forms/release/words/services.ts'

const members = (schema: z.core.$ZodType, found: Set<string> = new Set()): ReadonlySet<string> => {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      for (const [name, inner] of Object.entries(def.shape)) members(inner, found.add(name))
      break
    case 'array':
      members(def.element, found)
      break
    case 'optional':
    case 'nullable':
      members(def.innerType, found)
      break
    case 'record':
      members(def.valueType, found)
      break
    case 'union':
      for (const option of def.options) members(option, found)
  }
  return found
}

describe('words for what a configuration holds', () => {
  test.each(documentKinds.map(({ key, schema }) => [key, schema] as const))(
    '%s: every member has a Chinese name',
    (_, schema) => {
      const names = [...members(schema)]
      expect(names.length).toBeGreaterThan(5)
      expect(names.filter((name) => !/\p{Script=Han}/u.test(memberName(name) ?? ''))).toEqual([])
    },
  )

  test('no word stands there twice, nor for a member that no document has', () => {
    const all = new Set(documentKinds.flatMap(({ schema }) => [...members(schema)]))
    const words = [common, city, services, money, control, form].flatMap((one) => Object.keys(one))
    expect(words).toHaveLength(new Set(words).size)
    // The one member of a drawing that the office sees beside its questions.
    expect(words.filter((name) => !all.has(name))).toEqual(['display'])
  })

  test('what stands in an approval or a lock has a name of its own', () => {
    expect([memberName('by'), memberName('by', 'approval'), memberName('by', 'locked')]).toEqual([
      '办理角色',
      '机关',
      '管理机关',
    ])
    expect(memberName('constructor')).toBeUndefined()
    expect(memberName('toString', 'approval')).toBeUndefined()
  })
})

describe('a difference', () => {
  const words = (key: string, a: unknown, b: unknown) =>
    diff({ [key]: a }, { [key]: b }).map((change) => change.words)

  test('in where something comes from is told by name', () => {
    const fund = (rule: string) => ({ budget: { fundSource: { paper: 'S0', rule } } })
    expect(words('programmes', fund('S0-01'), fund('S0-02'))).toEqual([
      expect.stringContaining('项目预算 · 资金来源的依据：'),
    ])
  })

  test('in a locked catalogue names the office, not a role', () => {
    const list = (by: string) => ({ items: [], locked: { by } })
    expect(words('catalogue', list('省民政厅'), list('市民政局'))).toEqual([
      '清单统一管理：管理机关：“省民政厅” → “市民政局”',
    ])
  })

  test('in a recommendation that names no item yet says which one it is', () => {
    const advising = (recommends: readonly object[]) => ({
      schema: 1,
      key: 'visit',
      title: '入户调查表',
      definition: { components: [] },
      recommends,
    })
    const told = [
      ...words('form:visit', advising([]), advising([{ when: true, because: '需要' }])),
      ...words('form:visit', advising([{ when: true }]), advising([{ when: false }])),
      ...words('form:visit', advising([{ item: '', when: true }]), advising([])),
    ].join('\n')
    expect(told).toMatch(/推荐/)
    expect(told).not.toContain('undefined')
  })
})
