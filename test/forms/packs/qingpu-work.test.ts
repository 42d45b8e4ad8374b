import { describe, expect, it } from 'vitest'
import {
  catalogue,
  funds,
  profile,
  programmes,
  providers,
  requirementsMissing,
} from '../../../forms/catalogue/index.ts'
import { mayServe, reportsOwed, tallyVisits } from '../../../forms/indicators/index.ts'
import { keyed, load } from './disk.ts'
import { filler } from './fill.ts'

const { documents } = load('310118-advisor')
const district = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const agencies = providers.parse(documents['providers'])
const purse = funds.parse(documents['funds'])
const run = programmes.parse(documents['programmes'])
const stage = (key: string) => keyed(district.stages, key)
const place = (key: string) => district.stages.findIndex((one) => one.key === key)

describe('the loop of an advisor', () => {
  it('S1-27 a conference decides who is helped, after the assessment and before the plan', () => {
    expect(stage('confer')).toMatchObject({
      actors: ['township', 'admin'],
      leadsTo: ['confirmed', 'refused'],
      source: { rule: 'S1-27' },
    })
    expect(place('assess')).toBeLessThan(place('confer'))
    expect(place('confer')).toBeLessThan(place('plan'))
    const others = district.stages.filter(
      ({ key, leadsTo }) => key !== 'confer' && leadsTo.includes('confirmed'),
    )
    expect(others).toEqual([])
  })

  it('S1-28 helped from beginning to end: followed up until it is over, on a day that is written down', () => {
    expect(stage('follow')).toMatchObject({
      actors: ['worker', 'village'],
      leadsTo: ['in-service', 'changing', 'stopped', 'closed'],
      source: { rule: 'S1-28' },
    })
    expect(place('follow')).toBe(place('serve') + 1)
    const record = filler('310118-advisor', 'service-record')
    expect(record({ followUp: null }).errors).toEqual(['followUp'])
    expect(record({ followUp: 'yes', followUpOn: null }).errors).toEqual(['followUpOn'])
    expect(record({ followUp: 'no', followUpOn: null }).errors).toEqual([])
  })

  it('S1-25 training and exchange come again; as no term is set, none is overdue', () => {
    const advisor = keyed(run.programmes, 'advisor')
    const training = keyed(advisor.reports ?? [], 'training')
    expect(training).toMatchObject({ every: 'year', due: null, by: 'admin', form: 'training' })
    expect(training.source?.rule).toBe('S1-25')
    const owed = reportsOwed(advisor, [], '2021-06-30').filter(({ key }) => key === 'training')
    expect(owed.map(({ state }) => state)).not.toContain('overdue')
    expect(run.todo?.find(({ source }) => source?.rule === 'S1-25')?.pointer).toBe(
      '/programmes/0/reports/1/due',
    )
  })

  it('S1-29 social workers lead volunteers, who are trained like all others and sign nothing in', () => {
    const duty = district.duties.find(({ source }) => source?.rule === 'S1-29')
    expect(duty?.role).toBe('provider')
    const volunteer = keyed(district.posts ?? [], 'volunteer')
    expect(volunteer.role).toBeNull()
    expect(mayServe(volunteer, { trainedOn: null, badge: '青001' }, '2020-09-01').allowed).toBe(false)
    expect(mayServe(volunteer, { trainedOn: '2020-08-20', badge: '青001' }, '2020-09-01').allowed).toBe(true)
    expect(agencies.rules.flatMap(({ key, source }) => (source?.rule === 'S1-29' ? [key] : []))).toEqual([
      'volunteers',
    ])
  })
})

describe('what Qingpu pays with and works with', () => {
  it('S1-23 public money and charity, neither with a number', () => {
    expect(purse.funds.map(({ key, cap, source }) => [key, cap, source?.rule])).toEqual([
      ['public-finance', undefined, 'S1-23'],
      ['charity', undefined, 'S1-23'],
    ])
    expect(purse.rules).toEqual([])
    expect(purse.todo?.map(({ pointer }) => pointer)).toEqual(['/funds'])
  })

  it('S1-24 the bridge plan is bought: an agreement and a plan first, its visits counted apart', () => {
    const mode = keyed(list.modes, 'bridge')
    expect([mode.payment, mode.source?.rule]).toEqual(['none', 'S1-24'])
    expect(requirementsMissing(mode, ['agreement'])).toEqual(['plan'])
    expect(requirementsMissing(mode, ['agreement', 'plan'])).toEqual([])
    expect(keyed(run.programmes, 'bridge')).toMatchObject({
      window: null,
      ledger: 'bridge',
      earmarked: false,
      indicators: ['referrals'],
    })
    const visits = [{ type: 'advisor' }, { type: 'project' }, { type: 'project' }]
    expect([...tallyVisits(district, visits)]).toEqual([
      ['visits.advisor', 1],
      ['visits.project', 2],
    ])
    const visit = filler('310118-advisor', 'visit')
    expect(visit({ visitType: 'project' }).errors).toEqual([])
    expect(visit({ visitType: 'existing' }).errors).not.toEqual([])
    expect(agencies.types.flatMap(({ key, source }) => (source?.rule === 'S1-24' ? [key] : []))).toEqual([
      'social-work',
    ])
  })

  it('S1-18 data goes to and comes from the platform that the paper names', () => {
    const systems = district.systems.filter(({ source }) => source?.rule === 'S1-18')
    expect(systems.map(({ name, use }) => [name, /导入导出.*数据$/.test(use)])).toEqual([
      ['青浦区大数据资源平台', true],
    ])
  })
})
