import { describe, expect, it } from 'vitest'
import {
  catalogue,
  isPayable,
  mayRefer,
  profile,
  programmes,
  providers,
  requirementsMissing,
} from '../../../forms/catalogue/index.ts'
import { indicators, mayServe, tallyVisits } from '../../../forms/indicators/index.ts'
import { keyed, load } from './disk.ts'

const { documents } = load('341700-care')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const agencies = providers.parse(documents['providers'])
const measures = indicators.parse(documents['indicators']).indicators
const [programme] = programmes.parse(documents['programmes']).programmes

const mode = (key: string) => keyed(list.modes, key)
const stage = (key: string) => keyed(city.stages, key)
const sourced = (rule: string) =>
  agencies.rules.filter(({ source }) => source?.rule === rule).map(({ key }) => key)
const role = (rule: string) => city.duties.flatMap((one) => (one.source?.rule === rule ? [one.role] : []))

describe('who does what in Chizhou', () => {
  it('S2-03 two people go, one of the village and one assistant; nobody alone', () => {
    const alone = city.visit.team?.filter((pair) => pair.length < 2)
    expect(alone).toEqual([])
    expect(city.visit.team?.[0]).toEqual(['village', 'worker'])
    expect(role('S2-03')).toEqual(['worker', 'village'])
    expect(stage('visit')).toMatchObject({
      actors: ['village', 'worker', 'township'],
      leadsTo: ['awaiting-review'],
    })
    expect(profile.shape.visit.safeParse({ ...city.visit, team: [['worker']] }).success).toBe(false)
  })

  it('S2-27 inspections without notice are counted apart from the yearly sample', () => {
    expect(sourced('S2-27')).toEqual(['inspection'])
    const tally = tallyVisits(city, [{ type: 'survey' }, { type: 'inspection' }, { type: 'inspection' }])
    expect([...tally]).toEqual([
      ['visits.survey', 1],
      ['visits.inspection', 2],
    ])
    expect(keyed(measures, 'spot-check').numerator.metric).toBe('services.sampled')
  })

  it('S2-28 three levels manage, four work', () => {
    const levels = city.levels.filter(({ source }) => source?.rule === 'S2-28').map(({ key }) => key)
    expect(levels).toEqual(['county', 'township', 'village', 'provider'])
  })

  it('S2-33 three kinds of providers', () => {
    expect(agencies.types.map(({ key }) => key)).toEqual(['welfare', 'social-work', 'social-organisation'])
  })

  it('S2-34 two kinds of purchasers', () => {
    expect(agencies.purchasers.map(({ key }) => key)).toEqual(['civil-affairs', 'township'])
  })

  it('S2-46 the city guides and changes the catalogue', () => {
    expect(role('S2-46')).toEqual(['admin'])
  })
})

describe('the procedure of Chizhou', () => {
  it('S2-17 four ways in, each recorded', () => {
    expect(city.channels.map(({ key, kind }) => [key, kind])).toEqual([
      ['window', 'window'],
      ['wechat', 'online'],
      ['app', 'online'],
      ['assistant', 'outreach'],
    ])
    expect(stage('apply').leadsTo).toEqual(['awaiting-registration'])
  })

  it('S2-43 the township registers by kind', () => {
    expect(stage('register')).toMatchObject({ actors: ['township'], leadsTo: ['awaiting-visit'] })
  })

  it('S2-44 the township confirms or refuses', () => {
    expect(stage('confirm')).toMatchObject({ actors: ['township'], leadsTo: ['confirmed', 'refused'] })
  })

  it('S2-45 the township hands over people and items', () => {
    expect(stage('refer')).toMatchObject({ actors: ['township', 'county.admin'], leadsTo: ['referred'] })
  })

  it('S2-11 a service after the day of stopping is not payable', () => {
    expect(stage('adjust')).toMatchObject({
      actors: ['township'],
      leadsTo: ['changing', 'stopped', 'in-service'],
    })
    const stopped = stage('adjust').leadsTo[1] ?? 'in-service'
    const moves = [
      { state: 'in-service', on: '2026-03-01' },
      { state: stopped, on: '2026-03-10' },
    ] as const
    expect(isPayable(moves, '2026-03-10')).toBe(true)
    expect(isPayable(moves, '2026-03-11')).toBe(false)
    expect(keyed(city.states, 'stopped').closed).toBe(true)
  })

  it('S2-12 who is new in a month is followed up in that month', () => {
    expect(keyed(measures, 'new-followed')).toMatchObject({
      scope: 'township',
      period: 'month',
      numerator: { metric: 'new-objects.followed' },
      denominator: { metric: 'new-objects.all' },
    })
  })

  it('S2-18 what a visit finds is handed to the data system', () => {
    expect(city.systems[0]).toMatchObject({ name: '池州社会救助大数据信息系统', source: { rule: 'S2-18' } })
  })

  it('S2-19 a record is sent when the service is over', () => {
    expect(city.systems[1]).toMatchObject({ name: '池州市社会救助大数据平台', source: { rule: 'S2-19' } })
  })

  it('S2-20 workers are trained before they serve', () => {
    expect(stage('serve')).toMatchObject({ actors: ['provider'], leadsTo: ['in-service'] })
    expect(requirementsMissing(mode('purchase'), ['agreement', 'plan'])).toEqual(['training'])
    const worker = keyed(city.posts ?? [], 'service-worker')
    const on = (trainedOn: string | null) =>
      mayServe(worker, { trainedOn, badge: null }, '2026-03-10').allowed
    expect([on(null), on('2026-03-11'), on('2026-03-10')]).toEqual([false, false, true])
    expect(sourced('S2-20')).toEqual(['training'])
  })

  it('S2-21 training and evaluation come again; how often is open', () => {
    expect(sourced('S2-21')).toEqual(['ability'])
    expect(agencies.todo?.some(({ message }) => message.includes('周期'))).toBe(true)
  })

  it('S2-22 no purchased service without an agreement', () => {
    expect(requirementsMissing(mode('purchase'), ['training', 'plan'])).toEqual(['agreement'])
    expect(mode('purchase').who).toHaveLength(2)
    expect(sourced('S2-22')).toEqual(['agreement'])
  })

  it('S2-23 nobody goes into an institution without consent', () => {
    const institution = mode('institution')
    expect(requirementsMissing(institution, ['agreement', 'training', 'plan'])).toEqual(['consent'])
    expect(requirementsMissing(institution, ['consent'])).toEqual([])
    expect(institution.who?.[0]?.householdClasses).toEqual(['tekun', 'orphan', 'unsupported-child'])
  })

  it('S2-24 only the county refers to charities', () => {
    const by = (key: string) =>
      (['township', 'county.admin', 'provider'] as const).map((one) => mayRefer(mode(key), one))
    expect(by('charity')).toEqual([false, true, false])
    expect(by('purchase')).toEqual([true, false, false])
  })

  it('S2-30 a plan is agreed before the service begins', () => {
    expect(sourced('S2-30')).toEqual(['plan'])
    expect(requirementsMissing(mode('purchase'), ['agreement', 'training'])).toEqual(['plan'])
  })

  it('S2-26 one number for questions and complaints, the public one', () => {
    expect(city.hotline?.number).toBe('2212349')
  })

  it('S2-31 three phases of 2023', () => {
    expect(programme?.phases.map(({ from, to }) => [from, to])).toEqual([
      ['2023-02-01', '2023-03-31'],
      ['2023-04-01', '2023-10-31'],
      ['2023-11-01', '2023-11-30'],
    ])
  })
})
