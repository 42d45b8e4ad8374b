import { describe, expect, test } from 'vitest'
import { elementOf, elements } from '#forms/elements'
import { alsoOf, elementNamed, findElements, likeliest } from '#forms/elements/search'
import { withOtherWords } from '../../../../forms/elements/search/also.ts'
import { fc } from '../../../chance.ts'
import { allPacks } from '../../packs/disk.ts'

/** Every title of a question in the packs that is not the very name of its element, once for each element. */
const titles = (): readonly (readonly [string, string])[] => {
  const found = new Map<string, readonly [string, string]>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { label, properties } = value as { label?: unknown; properties?: { element?: unknown } }
    const code = properties?.element
    if (typeof label === 'string' && typeof code === 'string' && elementOf(code)?.name !== label)
      found.set(`${label} ${code}`, [label, code])
    for (const one of Object.values(value)) visit(one)
  }
  for (const { documents } of allPacks) visit(documents)
  return [...found.values()]
}

const hits = (list: readonly (readonly [string, string])[], most: number) =>
  list.filter(([label, code]) => likeliest(label, elements, most).some((one) => one.code === code)).length

/** As people would ask, in words that stand nowhere in the dictionary. */
const spoken = [
  ['老人是不是一个人住', 'household.living-alone'],
  ['本人手机号', 'person.phone'],
  ['家属联系方式', 'person.phone'],
  ['居民身份证号', 'person.id-number'],
  ['残疾证等级', 'person.disability-grade'],
  ['是否低保户', 'household.class'],
  ['属于哪类困难家庭', 'household.class'],
  ['现在的住址', 'household.address'],
  ['家里一共几口人', 'household.size'],
  ['每月工资多少', 'person.income'],
  ['一年自付医疗费', 'household.medical-cost'],
  ['目前身体状况', 'person.health'],
  ['致困主要原因', 'case.hardship'],
  ['最高学历情况', 'person.education'],
  ['房屋是否危房', 'housing.state'],
  ['上门走访日期', 'visit.date'],
  ['平时谁来照顾', 'household.caregiver'],
  ['对服务是否满意', 'satisfaction.overall'],
  ['结案的原因', 'closure.reason'],
  ['户口在什么地方', 'household.hukou-division'],
] as const

describe('what a question may mean', () => {
  test('the titles of the packs find their element among the first three', () => {
    const list = titles()
    const [first, three] = [hits(list, 1), hits(list, 3)]
    process.stdout.write(`titles ${list.length}: first ${first}, among three ${three}\n`)
    expect(list.length).toBeGreaterThanOrEqual(60)
    expect(three / list.length).toBeGreaterThan(0.9)
    expect(first / list.length).toBeGreaterThan(0.75)
  })

  test('what people say finds it too, without standing in the dictionary by the letter', () => {
    for (const [label, code] of spoken) expect(alsoOf(code), label).not.toContain(label)
    const missed = spoken.filter((one) => hits([one], 3) === 0).map(([label]) => label)
    process.stdout.write(`spoken ${spoken.length}, missed: ${missed.join('、') || 'none'}\n`)
    expect(missed.length).toBeLessThanOrEqual(3)
  })

  test('nothing is found by chance, and never more than was asked for', () => {
    for (const label of ['', '？', '最喜欢的颜色是', '<b></b>', '__proto__', 'constructor'])
      expect(likeliest(label, elements), label).toEqual([])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 5 }), (label, most) => {
        expect(likeliest(label, elements, most).length).toBeLessThanOrEqual(most)
      }),
      { numRuns: 50 },
    )
  })

  test('only what fits is proposed', () => {
    const dates = likeliest('登记日期', elements, 3, ({ type }) => type === 'number')
    expect(dates.map(({ type }) => type)).not.toContain('date')
  })
})

describe('a search', () => {
  test.each([
    ['独居', 'household.living-alone'],
    ['一个人住', 'household.living-alone'],
    ['身份证', 'person.id-number'],
    ['手机号', 'person.phone'],
    ['残疾证号', 'person.disability-grade'],
    ['低保', 'household.class'],
    ['person.id-number', 'person.id-number'],
  ])('for %s finds first %s', (sought, code) => {
    expect(findElements(sought, elements)[0]?.code).toBe(code)
  })

  test('still finds codes, options and standards, and several words at once', () => {
    expect(findElements('中职', elements).map(({ code }) => code)).toContain('person.traits')
    expect(findElements('GB 11643', elements)[0]?.code).toBe('person.id-number')
    expect(findElements('visit. 日期', elements)[0]?.code).toMatch(/^visit\./)
    expect(findElements('  ', elements)).toEqual(elements)
    expect(findElements('没有这样的数据元', elements)).toEqual([])
  })
})

describe('a word in a list of questions', () => {
  test('names an element by its code, its name, or a word that no other has', () => {
    for (const word of ['person.phone', '联系电话', '手机号'])
      expect(elementNamed(word, elements)?.code, word).toBe('person.phone')
    for (const word of ['', '经办人', '手机号码和地址', 'toString'])
      expect(elementNamed(word, elements), word).toBeUndefined()
  })
})

test('other words are those of elements that are there, said once, and never another element’s name', () => {
  const names = new Map(elements.map(({ code, name }) => [name, code]))
  for (const code of withOtherWords) {
    expect(elementOf(code), code).toBeDefined()
    const words = alsoOf(code)
    expect(new Set(words).size, code).toBe(words.length)
    expect(
      words.filter((word) => word === '' || (names.get(word) ?? code) !== code),
      code,
    ).toEqual([])
    expect(words, code).not.toContain(elementOf(code)?.name)
  }
})
