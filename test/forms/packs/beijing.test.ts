import { describe, expect, it } from 'vitest'
import { profile, programmes, providers } from '../../../forms/catalogue/index.ts'
import { indicators, judge, mayLeave, reportsOwed } from '../../../forms/indicators/index.ts'
import { formsOf, keyed, load } from './disk.ts'

const { documents } = load('110000-precise')
const city = profile.parse(documents['profile'])
const agencies = providers.parse(documents['providers'])
const all = indicators.parse(documents['indicators'])
const main = keyed(programmes.parse(documents['programmes']).programmes, 'precise')
const measure = (key: string) => keyed(all.indicators, key)
const pages = (form: string) =>
  formsOf(documents)
    .find(({ key }) => key === form)
    ?.definition.components.map(({ title }) => title) ?? []
const stage = (key: string) => keyed(city.stages, key)
const report = (key: string) => keyed(main.reports ?? [], key)
const districts = city.divisions.filter(({ parent }) => parent === '110000')
const sourced = (rule: string) =>
  agencies.rules.flatMap(({ key, source }) => (source?.rule === rule ? [key] : []))
const open = (rule: string) =>
  Object.values(documents)
    .flatMap((document) => (document as { todo?: { source?: { rule: string } }[] }).todo ?? [])
    .filter(({ source }) => source?.rule === rule).length

describe('where Beijing works', () => {
  it('S4-01 in all of its sixteen districts', () => {
    expect(districts.map(({ code }) => Number(code) - 110_100)).toEqual([
      1, 2, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19,
    ])
    expect(districts.every(({ kind, standard }) => kind === 'county' && standard === 'GB/T 2260')).toBe(true)
    const state = (active: number) =>
      judge(measure('coverage'), { numerator: active, denominator: districts.length }).state
    expect([state(15), state(16)]).toEqual(['short', 'met'])
    expect(main.phases.find(({ source }) => source?.rule === 'S4-01')).toMatchObject({
      from: '2017-01-01',
      to: '2017-12-31',
    })
  })

  it('S4-02 looks as far as 2020, without a number', () => {
    expect(main.phases.at(-1)).toMatchObject({ to: '2020-12-31', source: { rule: 'S4-02' } })
    expect(open('S4-02')).toBe(2)
  })

  it('S4-16 began in three pilot districts', () => {
    const pilots = districts.filter(({ pilot }) => pilot)
    expect(pilots.map(({ code, name }) => [code, name])).toEqual([
      ['110101', '东城区'],
      ['110107', '石景山区'],
      ['110109', '门头沟区'],
    ])
    expect(city.divisions.filter(({ pilot }) => pilot)).toHaveLength(3)
    expect(main.phases[0]).toMatchObject({ from: '2016-01-01', to: '2016-12-31' })
  })

  it('S4-26 on four levels', () => {
    expect(city.levels.map(({ key }) => key)).toEqual(['city', 'county', 'township', 'village'])
  })

  it('S4-03 wants a full-time worker in every community: 291 of 300 are pointed out', () => {
    const of = (numerator: number) => judge(measure('community-workers'), { numerator, denominator: 300 })
    expect(of(291)).toMatchObject({ state: 'warn', needed: 300 })
    expect(of(300).state).toBe('met')
  })

  it('S4-04 wants an association in every district and an agency in every street', () => {
    expect(judge(measure('associations'), { numerator: 15, denominator: 16 })).toMatchObject({ needed: 16 })
    expect(judge(measure('agencies'), { numerator: 47, denominator: 48 })).toMatchObject({ needed: 48 })
    expect([measure('associations').scope, measure('agencies').scope]).toEqual(['city', 'county'])
    expect(sourced('S4-04')).toEqual(['association', 'agency'])
  })
})

describe('the procedure of Beijing', () => {
  const title = new Map<string, string>()

  it('S4-05 no decision without the assessment', () => {
    expect(stage('assess').leadsTo).toEqual(['confirmed', 'refused'])
    expect(mayLeave(stage('assess'), [], title).allowed).toBe(false)
    expect(mayLeave(stage('assess'), ['assessment'], title).allowed).toBe(true)
    expect(pages('assessment').slice(1)).toEqual([
      '家庭收入',
      '财产情况',
      '求助原因',
      '身心状况',
      '生活需求',
      '救助服务建议',
    ])
  })

  it('S4-06 no end without a return visit; how often is open', () => {
    expect(mayLeave(stage('return'), [], title).allowed).toBe(false)
    expect(mayLeave(stage('return'), ['return-visit'], title).allowed).toBe(true)
    expect(stage('return')).toMatchObject({ dueDays: null, leadsTo: ['closed'] })
    expect(measure('returned').target).toBeNull()
    expect(open('S4-06')).toBe(2)
  })

  it('S4-09 five ways in, 96156 among them', () => {
    expect(city.channels.map(({ key, kind }) => [key, kind])).toEqual([
      ['hotline', 'phone'],
      ['service-centre', 'window'],
      ['committee', 'outreach'],
      ['worker', 'outreach'],
      ['report', 'referral'],
    ])
    expect(city.hotline?.number).toBe('96156')
    expect(stage('find').leadsTo).toEqual(['awaiting-registration'])
  })

  it('S4-10 whoever meets danger reports it, on a form, without moving the case', () => {
    expect(stage('protect')).toMatchObject({ leadsTo: [], forms: ['alert'] })
    expect(stage('protect').actors).toEqual(['village', 'worker', 'provider'])
    expect(open('S4-10')).toBe(1)
  })

  it('S4-11 refers by the procedure', () => {
    expect(stage('refer')).toMatchObject({ leadsTo: ['referred'], forms: ['referral'] })
    expect(stage('refer').actors).toEqual(['township', 'worker', 'provider'])
    expect(sourced('S4-11')).toEqual(['referral'])
  })

  it('S4-12 refers across borders too; to whom is open', () => {
    expect(stage('across')).toMatchObject({
      actors: ['admin', 'county.admin'],
      forms: ['referral'],
      leadsTo: [],
    })
    expect(open('S4-12')).toBe(1)
  })

  it('S4-28 visits by staff and social workers', () => {
    expect(stage('visit')).toMatchObject({ actors: ['worker', 'village', 'township'], forms: ['visit'] })
    expect(keyed(city.posts ?? [], 'community-worker').role).toBe('village')
  })

  it('S4-07 judges providers from four sides', () => {
    expect(report('provider-review')).toMatchObject({
      every: 'year',
      by: 'county.admin',
      form: 'provider-review',
      parts: ['专业资质', '内部治理', '人才资源', '服务项目成效'],
    })
  })

  it('S4-08 judges effects from four sides', () => {
    expect(report('effect-review')).toMatchObject({
      every: 'year',
      by: 'county.admin',
      form: 'effect-review',
      parts: ['行政监管', '服务成效', '项目管理', '社会影响'],
    })
  })

  it('S4-15 makes its work known twice a year', () => {
    const twice = (main.reports ?? []).filter(({ source }) => source?.rule === 'S4-15')
    const owed = reportsOwed(
      { reports: twice, window: { from: '2017-01-01', to: '2018-12-31' } },
      [],
      '2018-03-01',
    )
    expect(owed.map(({ key, period, state }) => [key, period, state])).toEqual([
      ['social-work-day', '2017', 'overdue'],
      ['social-work-day', '2018', 'open'],
      ['publicity-week', '2017', 'overdue'],
      ['publicity-week', '2018', 'open'],
    ])
    expect(measure('publicity').target?.value).toBe(2)
  })

  it('S4-17 owes one standard for the whole city', () => {
    expect(report('standard')).toMatchObject({ every: 'once', by: 'admin', due: null })
    expect(city.duties[0]?.role).toBe('admin')
  })

  it('S4-32 every district makes a plan with its own terms', () => {
    expect(city.duties.flatMap(({ role, source }) => (source?.rule === 'S4-32' ? [role] : []))).toEqual([
      'county.admin',
    ])
  })
})
