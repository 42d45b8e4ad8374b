import { describe, expect, it } from 'vitest'
import {
  catalogue,
  catalogueFindings,
  eligible,
  funds,
  type Item,
  objects,
  profile,
  programmes,
  providers,
} from '../../../forms/catalogue/index.ts'
import { fees } from '../../../forms/fees/index.ts'
import { json, keyed, load } from './disk.ts'

const { documents } = load('110000-precise')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const agencies = providers.parse(documents['providers'])
const runs = programmes.parse(documents['programmes']).programmes
const itemsOf = (category: string) =>
  list.items.filter((one) => one.category === category).map(({ key }) => key)

describe('whom Beijing serves, and who pays', () => {
  const people = objects.parse(documents['objects'])
  const is = (householdClass: string, ...traits: string[]) => {
    const answer = eligible(people, { householdClass, traits })
    return answer.eligible ? answer.objectClass : null
  }

  it('S4-18 four groups, and a vagrant without papers among them', () => {
    expect([is('dibao'), is('other', 'left-behind-woman'), is('other', 'living-alone')]).toEqual([
      'family',
      'left-behind-woman',
      'elder',
    ])
    expect(is('other', 'vagrant')).toBe('vagrant')
    expect(is('no such class', 'vagrant')).toBe('vagrant')
    expect(is('other')).toBeNull()
    expect(keyed(people.classes, 'vagrant').note).toContain('没有身份证件')
  })

  it('S4-19 eight items for families', () => {
    expect(itemsOf('family')).toHaveLength(8)
    expect(keyed(list.items, 'empowerment').common).toBe('svc.capacity')
    expect(keyed(city.stages, 'plan').forms).toEqual(['plan'])
  })

  it('S4-20 the six named services for the old come first', () => {
    expect(itemsOf('elder').slice(0, 6)).toEqual([
      'elder-comfort',
      'elder-aid',
      'elder-care',
      'elder-rights',
      'elder-recreation',
      'hospice',
    ])
  })

  it('S4-21 nine items for vagrants, for nobody else', () => {
    expect(itemsOf('vagrant')).toHaveLength(9)
    for (const { category, objects: whom } of list.items)
      if (category === 'vagrant') expect(whom).toEqual(['vagrant'])
  })

  it('S4-22 seven kinds of children in distress; women apart', () => {
    const minor = keyed(people.classes, 'minor').rule.any ?? []
    expect(minor).toHaveLength(8)
    for (const trait of minor) expect(is('other', trait), trait).toBe('minor')
    expect(itemsOf('left-behind')).toHaveLength(10)
  })

  it('S4-23 five plans, each with its forms and measures', () => {
    const plans = runs.filter(({ source }) => source?.rule === 'S4-23')
    expect(plans.map(({ key }) => key)).toEqual([
      'family-empowerment',
      'elder-care',
      'vagrant-inclusion',
      'child-growth',
      'bereaved-support',
    ])
    for (const { ledger, key, scope, indicators: measured } of plans) {
      expect([ledger, scope], key).toEqual([key, 'county'])
      expect(measured, key).toEqual(['returned', 'referrals'])
    }
  })

  it('S4-24 six aids that workers help to apply for', () => {
    expect(keyed(list.items, 'aid-application')).toMatchObject({
      common: 'svc.information',
      governmentOnly: false,
    })
    const { text } = keyed(list.lists ?? [], 'aids')
    expect(text.split(/[、。]/).filter(Boolean)).toEqual([
      '最低生活保障',
      '特困人员供养',
      '受灾人员救助',
      '医疗救助',
      '住房救助',
      '临时救助',
    ])
  })

  it('S4-25 three ways of taking on a service, S4-30 and volunteers beside them', () => {
    expect(list.modes.map(({ key, payment }) => [key, payment])).toEqual([
      ['purchase', 'none'],
      ['commission', 'none'],
      ['post', 'none'],
      ['volunteer', 'none'],
    ])
    expect(keyed(list.lists ?? [], 'partners').source?.rule).toBe('S4-30')
  })

  it('S4-13 a paid item outside the procurement catalogue is pointed out', () => {
    expect(agencies.rules[0]).toMatchObject({ key: 'procurement', source: { rule: 'S4-13' } })
    expect(list.todo?.[0]?.source?.rule).toBe('S4-13')
    const paid = list.modes.map((one) => ({ ...one, payment: 'monthly' }))
    const codes = (procurement: Item['procurement']) =>
      catalogueFindings({
        ...documents,
        catalogue: { ...list, modes: paid, items: [{ ...keyed(list.items, 'hospice'), procurement }] },
      }).flatMap(({ code }) => (/procurement/.test(code) ? [code] : []))
    expect([codes(false), codes(null), codes(true)]).toEqual([
      ['not-in-procurement'],
      ['procurement-unset'],
      [],
    ])
  })

  it('S4-14 the district pays, S4-27 the lottery and society add to it', () => {
    expect(funds.parse(documents['funds']).funds.map(({ key }) => key)).toEqual([
      'district',
      'lottery',
      'social',
    ])
    expect(fees.parse(documents['fees'])).toMatchObject({ demo: false, rows: [] })
  })

  it('S4-29 agencies and studios of single workers, S4-31 with a certificate', () => {
    expect(agencies.types.map(({ key }) => key)).toEqual([
      'social-work',
      'social-organisation',
      'studio',
      'post',
    ])
    expect(agencies.certificates?.map(({ key }) => key)).toEqual(['social-worker'])
  })
})

it('the paper is quoted in Simplified Chinese, with its own signs beside it', () => {
  const rules = json('rules.json') as { id: string; quotes: string[]; original?: string[] }[]
  const own = rules.filter(({ id }) => id.startsWith('S4-'))
  expect(own.filter(({ original }) => original).length).toBeGreaterThan(25)
  for (const { id, quotes } of own)
    expect(quotes.join(''), id).not.toMatch(
      /[務會區級對評書錄單價請項標準據況當與為時應從關開門間際電話號碼鎮鄉縣護財產證資]/,
    )
})
