import { describe, expect, it } from 'vitest'
import {
  catalogue,
  eligible,
  objects,
  profile,
  programmes,
  providers,
} from '../../../forms/catalogue/index.ts'
import { indicators, judge, mayLeave, tallyVisits } from '../../../forms/indicators/index.ts'
import { keyed, load } from './disk.ts'

const { documents } = load('210381-station')
const city = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const agencies = providers.parse(documents['providers'])
const all = indicators.parse(documents['indicators'])
const measure = (key: string) => keyed(all.indicators, key)
const stage = (key: string) => keyed(city.stages, key)
const locks = (category: string) =>
  list.items.flatMap((one) => (one.category === category && one.lock ? [[one.key, one.lock]] : []))
const both = (lock: string, ...keys: string[]) => keys.map((key) => [key, lock])

describe('what Haicheng must reach', () => {
  it('S3-05 fifteen cases, five groups, five activities of the whole city', () => {
    const city = (key: string, numerator: number) => {
      expect(measure(key).scope, key).toBe('city')
      return judge(measure(key), { numerator }).state
    }
    expect([city('cases', 14), city('cases', 15)]).toEqual(['short', 'met'])
    expect([city('groups', 4), city('groups', 5)]).toEqual(['short', 'met'])
    expect([city('activities', 4), city('activities', 5)]).toEqual(['short', 'met'])
    expect(list.methods?.map(({ key }) => key)).toEqual(['casework', 'group', 'community'])
  })

  it('S3-07 policy is made known twice, and not as an activity', () => {
    const state = (numerator: number) => judge(measure('publicity'), { numerator }).state
    expect([state(1), state(2)]).toEqual(['short', 'met'])
    expect(measure('publicity').numerator.metric).not.toBe(measure('activities').numerator.metric)
  })

  it('S3-08 new and known households are visited under two names', () => {
    const tally = tallyVisits(city, [{ type: 'new' }, { type: 'existing' }, { type: 'existing' }])
    expect([tally.get(measure('new-visited').numerator.metric), tally.get('visits.existing')]).toEqual([1, 2])
    expect([measure('new-visited').target?.value, measure('existing-visited').target?.value]).toEqual([
      1, 0.2,
    ])
  })

  it('S3-23 a row without a number has no target', () => {
    expect(measure('routine')).toMatchObject({ target: null, scope: 'city' })
    expect(judge(measure('routine'), { numerator: 7 }).state).toBe('unset')
  })

  it('S3-24 each township sets its own number of files', () => {
    expect(measure('archived')).toMatchObject({ target: null, scope: 'township' })
    expect(
      all.todo?.some(
        ({ source, pointer }) => source?.rule === 'S3-24' && pointer === '/indicators/12/target',
      ),
    ).toBe(true)
    expect(stage('archive')).toMatchObject({
      actors: ['worker', 'township'],
      leadsTo: ['confirmed', 'refused'],
    })
  })

  it('S3-25 a case is followed up, on record', () => {
    const title = new Map([['case-visit', '个案走访记录']])
    expect(mayLeave(stage('follow'), [], title)).toMatchObject({ allowed: false })
    expect(mayLeave(stage('follow'), ['case-visit'], title).allowed).toBe(true)
    expect(judge(measure('case-followed'), { numerator: 14, denominator: 15 }).state).toBe('short')
  })

  it('every target of the paper is there, and no other', () => {
    expect(all.indicators.map(({ key, target }) => [key, target?.value ?? null])).toEqual([
      ['coverage', 1],
      ['cases', 15],
      ['groups', 5],
      ['activities', 5],
      ['group-members', 6],
      ['group-sessions', 4],
      ['group-attendance', 0.6],
      ['publicity', 2],
      ['new-visited', 1],
      ['existing-visited', 0.2],
      ['training', 40],
      ['supervision', 24],
      ['archived', null],
      ['case-followed', 1],
      ['routine', null],
    ])
    expect(programmes.parse(documents['programmes']).programmes[0]?.indicators).toEqual(
      all.indicators.map(({ key }) => key),
    )
  })
})

describe('whom the stations serve, and with what', () => {
  it('S3-26 old names lead to the classes of today', () => {
    const people = objects.parse(documents['objects'])
    const is = (householdClass: string, ...traits: string[]) => {
      const answer = eligible(people, { householdClass, traits })
      return answer.eligible ? answer.objectClass : null
    }
    const aliases = (key: string) => keyed(people.householdClasses, key).aliases
    expect(aliases('tekun')).toContain('五保户')
    expect(aliases('monitored')).toContain('建档立卡户')
    expect([is('dibao'), is('tekun'), is('marginal')]).toEqual(['dibao', 'tekun', 'other'])
    expect([is('dibao', 'disabled'), is('none', 'left-behind-child')]).toEqual([
      'disabled',
      'left-behind-child',
    ])
    expect(is('none')).toBeNull()
  })

  it('S3-27 nine items of social assistance, all required', () => {
    expect(locks('assistance')).toEqual(
      both(
        'required',
        'discovery',
        'home-survey',
        'filing',
        'information-management',
        'aid-policy',
        'aid-resource',
        'home-care',
        'aid-counselling',
        'self-care-assist',
      ),
    )
  })

  it('S3-28 four items for children, all required', () => {
    expect(locks('child')).toEqual(
      both('required', 'child-visit', 'child-policy', 'child-rights', 'child-health'),
    )
  })

  it('S3-29 seven items for the old, all required', () => {
    expect(locks('elder')).toEqual(
      both(
        'required',
        'elder-health',
        'elder-comfort',
        'elder-crisis',
        'elder-support',
        'elder-participation',
        'elder-rights',
        'elder-resource',
      ),
    )
  })

  it('S3-30 four items of local governance, optional', () => {
    expect(locks('governance')).toEqual(
      both('optional', 'volunteer-team', 'organisations', 'community-projects', 'five-way'),
    )
  })

  it('S3-31 ten items of social affairs, optional', () => {
    expect(locks('affairs').map(([, lock]) => lock)).toEqual(Array.from({ length: 10 }, () => 'optional'))
    expect(keyed(list.items, 'vagrant-correction').objects).toEqual(['vagrant'])
  })

  it('S3-32 eight more items for children and women, optional', () => {
    expect(locks('child-plus').map(([, lock]) => lock)).toEqual(Array.from({ length: 8 }, () => 'optional'))
    expect(keyed(list.items, 'women-care').objects).toEqual(['left-behind-woman'])
  })

  it('S3-33 optional items come after the required ones', () => {
    expect(stage('serve').forms).toEqual(['service-record'])
    const order = list.items.flatMap(({ lock }) => (lock ? [lock] : []))
    expect(order.lastIndexOf('required')).toBeLessThan(order.indexOf('optional'))
  })
})

describe('who works in the stations', () => {
  const sourced = (rule: string) =>
    agencies.rules.flatMap(({ key, source }) => (source?.rule === rule ? [key] : []))

  it('S3-34 the city buys and supervises', () => {
    expect(agencies.purchasers.map(({ key }) => key)).toEqual(['civil-affairs'])
    expect(city.levels.map(({ key }) => key)).toEqual(['province', 'city', 'head-station', 'township'])
  })

  it('S3-35 the head station leads the dispatched assistants', () => {
    expect(sourced('S3-35')).toEqual(['assistants'])
    expect(keyed(city.posts ?? [], 'assistant').role).toBe('worker')
    expect(agencies.types.map(({ key }) => key)).toEqual(['social-work'])
  })

  it('S3-36 finance and audit look on', () => {
    expect(city.duties.flatMap(({ role, source }) => (source?.rule === 'S3-36' ? [role] : []))).toEqual([
      'provider',
      'auditor',
    ])
    expect(sourced('S3-36')).toEqual(['report'])
  })

  it('S3-37 the township gives the rooms', () => {
    expect(keyed(city.levels, 'township').source?.rule).toBe('S3-37')
  })

  it('S3-38 the provider goes on teaching its workers', () => {
    expect(sourced('S3-38')).toEqual(['education'])
  })
})
