import { describe, expect, it } from 'vitest'
import {
  catalogue,
  catalogueFindings,
  contract,
  divisionPath,
  type Item,
  offerOf,
  profile,
  programmes,
  providers,
  renewal,
} from '../../../forms/catalogue/index.ts'
import { fees } from '../../../forms/fees/index.ts'
import { indicators, judge, mayBegin, reportsOwed } from '../../../forms/indicators/index.ts'
import { workdaysAfter } from '../../../forms/standards/index.ts'
import { eachObject, keyed, load } from './disk.ts'

const { documents } = load('210381-station')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const agencies = providers.parse(documents['providers'])
const measure = (key: string) => keyed(indicators.parse(documents['indicators']).indicators, key)
const [project] = programmes.parse(documents['programmes']).programmes
const terms = contract.parse(agencies.contract)
const stage = (key: string) => keyed(city.stages, key)
const sourced = (rule: string) =>
  agencies.rules.flatMap(({ key, source }) => (source?.rule === rule ? [key] : []))
const reports = (rule: string) => (project?.reports ?? []).filter(({ source }) => source?.rule === rule)
const open = (rule: string) =>
  Object.values(documents)
    .flatMap((document) => (document as { todo?: { source?: { rule: string } }[] }).todo ?? [])
    .filter(({ source }) => source?.rule === rule).length
/** Questions of a form that cite a rule. */
const asked = (form: string, rule: string) => {
  const found: unknown[] = []
  eachObject(documents[`form:${form}`], (node) => {
    const { source } = (node['properties'] ?? {}) as { source?: { rule: string } }
    if (source?.rule === rule) found.push(node['key'])
  })
  return found
}
const errors = (items: readonly Item[]) =>
  catalogueFindings({ ...documents, catalogue: { ...list, items } }).flatMap(
    ({ level, document, code, label }) =>
      level === 'error' && document === 'catalogue' ? [`${label} ${code}`] : [],
  )

describe('the stations of Haicheng', () => {
  it('S3-01 27 stations, one for each township, and one head station', () => {
    expect(city.stations).toMatchObject({ head: '海城市社工总站', count: 27 })
    expect(city.divisions).toHaveLength(city.stations?.count ?? 0)
    expect(new Set(city.divisions.map(({ name }) => name)).size).toBe(27)
    for (const { code, parent, kind, verify } of city.divisions) {
      expect([parent, kind, verify], code).toEqual(['210381', 'township', true])
      expect(divisionPath(city.divisions, code)).toEqual([code])
    }
    expect(open('S3-01')).toBe(1)
  })

  it('S3-02 all of them by the end of 2024: 26 of 27 are short', () => {
    const coverage = (active: number) =>
      judge(measure('coverage'), { numerator: active, denominator: 27 }).state
    expect([coverage(26), coverage(27)]).toEqual(['short', 'met'])
    expect(project?.phases.map(({ from, to }) => [from, to])).toEqual([['2024-01-01', '2024-12-31']])
  })

  it('S3-20 the sign, with the plus that the scan lost', () => {
    expect(city.stations?.sign).toBe('中国社会工作标识+××镇（街）社会工作服务站')
    expect(open('S3-20')).toBe(1)
    expect(asked('station-check', 'S3-20')).toEqual(['sign', 'signText'])
  })

  it('S3-21 a site is checked before it serves', () => {
    expect(stage('set-up')).toMatchObject({ actors: ['township', 'provider'], forms: ['station-check'] })
    expect(sourced('S3-21')).toEqual(['site'])
    expect(asked('station-check', 'S3-21')).toEqual(['site', 'rooms'])
  })

  it('S3-22 a station keeps its records', () => {
    expect(sourced('S3-22')).toEqual(['standard'])
    expect(asked('station-check', 'S3-22')).toEqual(['structure', 'process', 'rules', 'papers'])
    expect(keyed(city.archive.papers, 'service-record').kind).toBe('form')
  })
})

describe('the contract of Haicheng', () => {
  it('S3-11 three years, signed each year, and again only after a passed evaluation', () => {
    expect(terms).toMatchObject({ cycleYears: 3, termYears: 1 })
    const may = (...evaluations: ('pass' | 'fail' | null)[]) => renewal(terms, evaluations).renewable
    expect([may('pass'), may('pass', 'pass')]).toEqual([true, true])
    expect([may('fail'), may('pass', 'fail'), may(null), may('pass', 'pass', 'pass')]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('S3-12 staff within fifteen working days of signing, across 国庆', () => {
    expect(workdaysAfter('2024-09-20', terms.onDutyWorkdays ?? 0)).toEqual({
      found: true,
      date: '2024-10-16',
    })
    expect(stage('on-duty').forms).toEqual(['provider-filing'])
  })

  it('S3-13 paid every half year; the total is open and nothing costs zero', () => {
    expect(city.settlement).toMatchObject({ cadence: 'half-year', by: 'admin', appliedBy: 'provider' })
    expect(terms.total).toBeNull()
    expect(fees.parse(documents['fees'])).toMatchObject({ demo: false, rows: [] })
    expect(list.modes.every(({ payment }) => payment === 'none')).toBe(true)
  })

  it('S3-16 nothing begins before three papers are filed', () => {
    const keys = agencies.filings?.map(({ key }) => key) ?? []
    expect(keys).toEqual(['year-plan', 'contract', 'recruitment'])
    expect(agencies.filings?.every(({ to }) => to === 'admin')).toBe(true)
    expect(mayBegin(agencies, keys).allowed).toBe(true)
    for (const missing of keys)
      expect(
        mayBegin(
          agencies,
          keys.filter((key) => key !== missing),
        ).allowed,
        missing,
      ).toBe(false)
  })

  it('S3-17 three documents of the purchaser', () => {
    expect(reports('S3-17').map(({ key, every, by }) => [key, every, by])).toEqual([
      ['evaluation-plan', 'once', 'admin'],
      ['exit', 'once', 'admin'],
      ['emergency', 'once', 'admin'],
    ])
  })

  it('S3-18 four parts that a provider makes public', () => {
    expect(sourced('S3-18')).toEqual([
      'disclosure-profile',
      'disclosure-qualification',
      'disclosure-finance',
      'disclosure-experience',
    ])
  })

  it('S3-19 a worker may be exchanged in probation', () => {
    expect(sourced('S3-19')).toEqual(['replace-probation'])
    expect(keyed(city.posts ?? [], 'social-worker').role).toBe('worker')
  })

  it('S3-39 and after a review that was not passed', () => {
    expect(sourced('S3-39')).toEqual(['replace-review'])
  })

  it('S3-03 is assessed twice a year', () => {
    const window = { from: '2024-01-01', to: '2024-12-31' }
    const owed = reportsOwed({ reports: reports('S3-03'), window }, [], '2024-07-01')
    expect(owed.map(({ period, due, state }) => [period, due, state])).toEqual([
      ['2024-H1', '2024-06-30', 'overdue'],
      ['2024-H2', '2024-12-31', 'open'],
    ])
    expect(reports('S3-03')[0]).toMatchObject({
      key: 'half-year-review',
      form: 'half-year-review',
      by: 'admin',
    })
  })

  it('S3-04 and once for the whole year', () => {
    const window = { from: '2024-01-01', to: '2024-12-31' }
    expect(
      reportsOwed({ reports: reports('S3-04'), window }, [], '2024-07-01').map(({ key, period }) => [
        key,
        period,
      ]),
    ).toEqual([['year-review', '2024']])
    expect(stage('evaluate').actors).toEqual(['admin'])
  })
})

describe('the locked catalogue of Haicheng', () => {
  const added: Item = {
    ...keyed(list.items, 'home-care'),
    key: 'haircut',
    name: '理发',
    common: 'svc.haircut',
  }
  const { lock: _, ...free } = added

  it('S3-14 an item of their own is an error, as a proposal it waits, approved it can be used', () => {
    expect(list.locked?.by).toBe('省级民政、财政部门')
    expect(errors(list.items)).toEqual([])
    expect(errors([...list.items, free])).toEqual(['理发 lock-missing'])
    const proposed: Item = { ...free, status: 'proposed' }
    expect(errors([...list.items, proposed])).toEqual([])
    const offered = (item: Item) =>
      offerOf({ ...list, items: [...list.items, item] }, 'haircut', '2026-03-10', ['210381']).offered
    expect(offered(proposed)).toBe(false)
    const approval = { by: '辽宁省民政厅、财政厅', number: '辽民函〔2026〕1号', on: '2026-03-01' }
    expect(errors([...list.items, { ...free, approval }])).toEqual([])
    expect(offered({ ...free, approval })).toBe(true)
  })

  it('S3-15 what the government must do itself is ordered from nobody', () => {
    const own = list.items.filter(({ governmentOnly }) => governmentOnly)
    expect(own.map(({ key, mode, providers }) => [key, mode, providers])).toEqual([
      ['decision', 'government', []],
    ])
    const wrong = list.items.map((one) => (one.governmentOnly ? { ...one, providers: ['social-work'] } : one))
    expect(errors(wrong)).toEqual(['社会救助审核确认 government-only'])
    expect(sourced('S3-15')).toEqual(['government'])
  })
})
