import { describe, expect, it } from 'vitest'
import {
  catalogue,
  catalogueFindings,
  eligible,
  notice,
  objects,
  profile,
  providers,
  requirementsMissing,
} from '../../../forms/catalogue/index.ts'
import { keyed, load } from './disk.ts'

const { documents } = load('341700-care')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const agencies = providers.parse(documents['providers'])
const board = notice.parse(documents['notice'])
const itemsOf = (key: string) => list.items.filter((one) => one.mode === key).map((one) => one.key)

describe('the files of Chizhou', () => {
  it('S2-07 a file and a number for each person', () => {
    expect(city.archive.person).toBe(true)
    expect(city.serviceNumber).toMatchObject({ prefix: '池', digits: 7, scope: 'person' })
    expect(keyed(city.stages, 'archive')).toMatchObject({ actors: ['provider'], leadsTo: [] })
  })

  it('S2-08 a folder for each household too', () => {
    expect(city.archive.household).toBe(true)
    expect(agencies.rules.flatMap(({ key, source }) => (source?.rule === 'S2-08' ? [key] : []))).toEqual([
      'archive',
    ])
  })

  it('S2-09 seven papers, two of them only for whom they concern', () => {
    expect(city.archive.papers.map(({ key, kind, when }) => [key, kind, when?.[0]])).toEqual([
      ['id-card', 'copy', undefined],
      ['household-register', 'copy', undefined],
      ['illness-proof', 'copy', 'seriously-ill'],
      ['disability-card', 'copy', 'severely-disabled'],
      ['assistance-proof', 'copy', undefined],
      ['decision', 'form', undefined],
      ['service-record', 'form', undefined],
    ])
  })

  it('S2-10 the notice stays, and shows nothing that is forbidden', () => {
    expect(board).toMatchObject({ by: 'township', place: 'village', term: 'long-term', days: null })
    const said = (columns: readonly object[], forbidden: readonly object[] = board.forbidden) =>
      catalogueFindings({ ...documents, notice: { ...board, columns, forbidden } }).flatMap(
        ({ document, code, level }) => (document === 'notice' && level === 'error' ? [code] : []),
      )
    expect(said(board.columns)).toEqual([])
    for (const { key, label } of board.forbidden)
      expect(said([...board.columns, { key, label, show: 'plain', minors: 'omit' }]), key).toEqual([
        'notice-forbidden',
      ])
    const open = board.columns.map((one) => (one.key === 'name' ? { ...one, show: 'plain' } : one))
    expect(said(open)).toEqual(['notice-name'])
    expect(said(board.columns, board.forbidden.slice(1))).toEqual(['notice-unguarded'])
    expect(
      said([{ key: 'phone', label: '电话', show: 'plain', minors: 'same' }], board.forbidden.slice(0, 1)),
    ).toContain('notice-forbidden')
  })
})

describe('whom Chizhou serves, and with what', () => {
  it('S2-32 the fourth class asks for the household and the person', () => {
    const people = objects.parse(documents['objects'])
    const is = (householdClass: string, ...traits: string[]) => {
      const answer = eligible(people, { householdClass, traits })
      return answer.eligible ? answer.objectClass : null
    }
    expect([is('dibao'), is('tekun'), is('orphan'), is('unsupported-child')]).toEqual([
      'dibao',
      'tekun',
      'child',
      'child',
    ])
    for (const household of ['marginal', 'monitored', 'expenditure']) {
      expect(is(household), household).toBeNull()
      for (const trait of ['disabled-elder', 'semi-disabled-elder', 'seriously-ill', 'severely-disabled'])
        expect(is(household, trait), trait).toBe('near-poor')
      expect(is(household, 'elder')).toBeNull()
    }
    expect(is('other', 'seriously-ill')).toBeNull()
  })

  it('S2-36 four categories, two names each', () => {
    expect(list.categories.map(({ key, aliases }) => [key, aliases?.[0]])).toEqual([
      ['care', '生活服务类'],
      ['health', '健康护理类'],
      ['cleaning', '清洁服务类'],
      ['ability', '能力提升类'],
    ])
  })

  it('S2-37 six purchased items', () => {
    expect(itemsOf('purchase')).toEqual(['home-care', 'day-care', 'meal', 'cleaning', 'errand', 'nursing'])
  })

  it('S2-38 a special hospital for 特困人员, without a provider', () => {
    expect(keyed(list.items, 'hospital-care')).toMatchObject({
      objects: ['tekun'],
      providers: [],
      mode: 'institution',
    })
  })

  it('S2-39 six items of the departments', () => {
    expect(itemsOf('departments')).toEqual([
      'information',
      'capacity-departments',
      'skills',
      'health-talk',
      'free-clinic',
      'health-management',
    ])
    expect(keyed(list.modes, 'departments').payment).toBe('none')
  })

  it('S2-40 three items of the party branches', () => {
    expect(itemsOf('party')).toEqual(['pairing', 'visit', 'warmth'])
    expect(keyed(list.modes, 'party').payment).toBe('none')
  })

  it('S2-41 three items of social workers and volunteers, by a plan', () => {
    expect(itemsOf('volunteer')).toEqual(['inclusion', 'capacity-volunteer', 'counselling'])
    expect(requirementsMissing(keyed(list.modes, 'volunteer'), [])).toEqual(['plan'])
  })

  it('S2-42 three items of charities', () => {
    expect(itemsOf('charity')).toEqual(['charity-visit', 'clothes', 'charity-volunteer'])
  })

  it('S2-29 the doorbell is an item of the neighbours', () => {
    expect(itemsOf('neighbour')).toEqual(['home-care-neighbour', 'doorbell'])
    expect(keyed(list.items, 'doorbell').common).toBe('svc.doorbell')
  })
})
