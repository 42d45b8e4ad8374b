import { describe, expect, it } from 'vitest'
import {
  catalogue,
  disclosure,
  funds,
  profile,
  programmes,
  providers,
  requirementsMissing,
} from '../../../forms/catalogue/index.ts'
import {
  indicators,
  mayLeave,
  mayServe,
  outreachShare,
  tallyVisits,
} from '../../../forms/indicators/index.ts'
import { policy } from '../../../functions/identity/policy.ts'
import { keyed, load } from './disk.ts'
import { filler } from './fill.ts'

const { documents } = load('310000-bridge')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const agencies = providers.parse(documents['providers'])
const purse = funds.parse(documents['funds'])
const measures = indicators.parse(documents['indicators']).indicators
const project = keyed(programmes.parse(documents['programmes']).programmes, 'bridge-2024')
const stage = (key: string) => keyed(city.stages, key)
const place = (key: string) => city.stages.findIndex((one) => one.key === key)
const sourced = (
  rows: readonly { readonly key: string; readonly source?: { readonly rule: string } | undefined }[],
) => {
  const of = (rule: string) => rows.filter(({ source }) => source?.rule === rule).map(({ key }) => key)
  return of
}

describe('how the bridge plan finds its households', () => {
  it('S0-39 by data and on foot, both of them outreach, onto a first list', () => {
    expect(sourced(city.channels)('S0-39')).toEqual(['big-data', 'screening'])
    expect(outreachShare(city, ['big-data', 'screening', 'transfer'])).toEqual({
      numerator: 2,
      denominator: 3,
    })
    expect(stage('screen')).toMatchObject({
      actors: ['county.admin', 'township'],
      leadsTo: ['awaiting-registration', 'awaiting-visit'],
    })
    expect(mayLeave(stage('screen'), [], new Map()).allowed).toBe(false)
    expect(mayLeave(stage('screen'), ['intake'], new Map()).allowed).toBe(true)
  })

  it('S0-40 the agency asks whether they want it, before the district confirms', () => {
    expect(stage('interview')).toMatchObject({ actors: ['provider', 'worker'], leadsTo: ['awaiting-review'] })
    expect(place('interview')).toBe(place('screen') + 1)
    expect(place('confirm')).toBe(place('interview') + 1)
    const intake = filler('310000-bridge', 'intake')
    expect(intake({ willing: null }).errors).toContain('willing')
    expect(intake({ willingHow: null }).errors).toContain('willingHow')
    expect(intake({ willingHow: 'phone' }).errors).toEqual([])
  })
})

describe('who does what in the bridge plan', () => {
  it('S0-41 districts buy it from social work agencies, by an agreement', () => {
    expect(sourced(agencies.purchasers)('S0-41')).toEqual(['district'])
    expect(sourced(agencies.types)('S0-41')).toEqual(['social-work'])
    const mode = keyed(list.modes, 'purchase')
    expect(mode.payment).toBe('none')
    expect(requirementsMissing(mode, [])).toEqual(['agreement', 'plan'])
    expect(requirementsMissing(mode, ['agreement', 'plan'])).toEqual([])
    for (const item of list.items)
      expect([item.mode, item.providers], item.key).toEqual(['purchase', ['social-work']])
    expect(sourced(agencies.rules)('S0-41')).toEqual(['procurement'])
    const level = city.levels.find(({ source }) => source?.rule === 'S0-41')
    expect(level?.key).toBe('provider')
  })

  it('S0-42 the city leads, the districts carry out', () => {
    expect(city.levels.filter(({ source }) => source?.rule === 'S0-42').map(({ key }) => key)).toEqual([
      'city',
      'county',
    ])
    expect(city.levels.map(({ duties }) => duties.length)).toEqual([4, 4, 2, 4])
    expect(city.duties.find(({ source }) => source?.rule === 'S0-42')?.role).toBe('admin')
    expect(project.source?.rule).toBe('S0-42')
    expect(project.scope).toBe('city')
    expect(city.settlement.by).toBe('county.admin')
  })

  it('S0-45 agencies take part in the training of the city; whether nobody serves before it is open', () => {
    expect(sourced(agencies.rules)('S0-45')).toEqual(['training'])
    const worker = keyed(city.posts ?? [], 'project-worker')
    const untrained = { trainedOn: null, badge: null }
    expect(mayServe(worker, untrained, '2024-06-01').allowed).toBe(true)
    expect(mayServe({ ...worker, trainedFirst: true }, untrained, '2024-06-01').allowed).toBe(false)
    const asked = city.todo?.find(({ source }) => source?.rule === 'S0-45')
    expect(asked?.pointer).toBe('/posts/0/trainedFirst')
  })

  it('S0-35 auditors look at everything of the city and change nothing', () => {
    expect(city.duties.filter(({ source }) => source?.rule === 'S0-35').map(({ role }) => role)).toEqual([
      'auditor',
    ])
    const may = Object.entries(policy).flatMap(([action, { roles }]) => ('auditor' in roles ? [action] : []))
    expect(may).toContain('audit.read')
    expect(may.filter((action) => !/\.(read|list|make)$/.test(action))).toEqual([])
    expect(sourced(agencies.rules)('S0-35')).toEqual(['audit'])
  })
})

describe('how the bridge plan is watched', () => {
  it('S0-43 supervisors go along, read the files and set a term; their visits count as none of the project', () => {
    expect(stage('supervise').actors).toEqual(['county.admin', 'admin'])
    expect(mayLeave(stage('supervise'), [], new Map()).allowed).toBe(false)
    expect(mayLeave(stage('supervise'), ['spot-check'], new Map()).allowed).toBe(true)
    const visits = ['project', 'inspection', 'inspection'].map((type) => ({ type }))
    expect(tallyVisits(city, visits).get('visits.inspection')).toBe(2)
    expect(keyed(measures, 'visits-per-household').numerator.metric).toBe('visits.project')
    const check = filler('310000-bridge', 'spot-check')
    for (const method of ['archive', 'joined', 'survey', 'cases'])
      expect(check({ method: { [method]: true } }).errors, method).toEqual([])
    expect(check({ method: { guessing: true } }).errors).not.toEqual([])
    expect(check({ quality: 'no' }).errors).toEqual(['problem', 'due'])
    expect(sourced(agencies.rules)('S0-43')).toEqual(['correction'])
  })

  it('S0-24 the whole course is on file: a folder for the household, every paper of it a form of the project', () => {
    const { archive } = city
    expect([archive.person, archive.household]).toEqual([false, true])
    expect(archive.papers.map(({ key, kind }) => [key, kind])).toEqual(
      ['assessment', 'plan', 'case-visit', 'pre-post', 'service-record'].map((key) => [key, 'form']),
    )
    for (const { key } of archive.papers) expect(project.forms).toContain(key)
    expect(filler('310000-bridge', 'service-record')({ content: null }).errors).toEqual(['content'])
  })

  it('S0-33 a chain of help, link after link in its order; what is not linked counts as none', () => {
    expect(stage('chain').actors).toEqual(['county.admin', 'township', 'provider'])
    const plan = filler('310000-bridge', 'plan')
    const link = (party: string, state: string) => ({ party, help: '助学', state })
    const chain = [link('学校', 'done'), link('街道', 'going'), link('企业', 'done')]
    const filled = plan({ chain })
    expect(filled.errors).toEqual([])
    expect(filled.value('links')).toBe(2)
    expect((filled.answers['chain'] as typeof chain).map(({ party }) => party)).toEqual([
      '学校',
      '街道',
      '企业',
    ])
    expect(plan({ chain: [link('学校', 'promised')] }).errors).not.toEqual([])
  })

  it('S0-30 what goes into the yearly appraisal is what the project measures, money apart', () => {
    const feed = city.systems.filter(({ source }) => source?.rule === 'S0-30')
    expect(feed.map(({ name, use }) => [name, /导出.*年度绩效考核$/.test(use)])).toEqual([
      ['社会救助工作年度绩效考核', true],
    ])
    const shown = disclosure.parse(documents['disclosure']).indicators
    expect(project.indicators.filter((key) => !shown.includes(key))).toEqual(['budget-per-household'])
    expect(shown.filter((key) => !project.indicators.includes(key))).toEqual([])
  })

  it('S0-31 a district that does well gets more next year; what is well, and how much, is open', () => {
    expect(sourced(purse.rules)('S0-31')).toEqual(['next-year'])
    expect(keyed(purse.rules, 'next-year').text).not.toMatch(/\d/)
    expect(purse.todo?.find(({ source }) => source?.rule === 'S0-31')?.pointer).toBe('/rules/3')
    expect(keyed(measures, 'households').scope).toBe('county')
  })
})
