import { describe, expect, test } from 'vitest'
import { type Answers, filler } from './fill.ts'

describe('what counts', () => {
  test('S0-02 only a visit at home counts', () => {
    const visit = filler('310000-bridge', 'case-visit')
    expect(visit({ contact: 'home' }).level('counted')).toBe('yes')
    for (const contact of ['phone', 'online', 'office'])
      expect(visit({ contact }).level('counted')).toBe('no')
  })

  test('S0-20 a service that another project counts is not counted here', () => {
    const record = filler('310000-bridge', 'service-record')
    expect(record({ elsewhere: 'yes', otherProject: '居家养老项目' }).level('counted')).toBe('no')
    expect(record({ elsewhere: 'no' }).level('counted')).toBe('yes')
  })

  test('S0-21 a visit of an advisor is no visit of the project', () => {
    const visit = filler('310000-bridge', 'visit')
    expect(visit({ visitType: 'advisor' }).level('counted')).toBe('no')
    expect(visit({ visitType: 'project' }).level('counted')).toBe('yes')
  })

  test('S3-07 publicity is counted apart from community activities', () => {
    const activity = filler('210381-station', 'activity')
    const both = (change: Answers) => [
      activity(change).level('community'),
      activity(change).level('publicity'),
    ]
    expect(both({ type: 'publicity' })).toEqual(['no', 'yes'])
    expect(both({ type: 'community' })).toEqual(['yes', 'no'])
  })

  test('S2-27 an inspection is not part of the yearly sample', () => {
    const check = filler('341700-care', 'spot-check')
    expect(check({ kind: 'inspection' }).level('counted')).toBe('no')
    expect(check({ kind: 'sample' }).level('counted')).toBe('yes')
  })

  test('S0-22 a case is final only when all eight points are checked and its person agreed', () => {
    const story = filler('310000-bridge', 'typical-case')
    const points = ['name', 'id', 'phone', 'address', 'employer', 'illness', 'photo', 'minor']
    for (const left of points) {
      const deidentified = Object.fromEntries(points.filter((one) => one !== left).map((one) => [one, true]))
      const result = story({ deidentified })
      expect([result.errors, result.level('checked'), result.level('counted')], left).toEqual([
        ['state'],
        'open',
        'no',
      ])
    }
    expect(story().level('counted')).toBe('yes')
    expect(story({ consent: 'no' }).errors).toEqual(['state'])
  })

  test('S0-23 without a first test there is no effect', () => {
    const effect = filler('310000-bridge', 'pre-post')
    expect(effect({ stage: 'post', hasPre: 'no' }).value('improved')).toBeNull()
  })

  test('S0-25 whoever leaves early needs a changed plan and a report', () => {
    const closure = filler('310000-bridge', 'closure')
    expect(closure({ reason: 'moved' }).errors).toEqual(['planAdjusted', 'reportedOn'])
    expect(closure({ reason: 'achieved' }).errors).toEqual([])
  })
})
describe('what is refused', () => {
  test('S2-24 a charity is asked by the county only', () => {
    const referral = filler('341700-care', 'referral')
    expect(referral({ toType: 'charity' }).errors).toEqual(['byCounty'])
    expect(referral({ toType: 'charity', byCounty: true }).errors).toEqual([])
    expect(referral({ toType: 'social-work' }).errors).toEqual([])
  })

  test('S2-10 a notice shows no whole name and nothing of a minor', () => {
    const notice = filler('341700-care', 'notice')
    const row = { serviceNumber: '池0000001', item: { meal: true }, provider: '平安社工服务中心' }
    expect(notice({ rows: [{ ...row, maskedName: '张平安', objectClass: 'dibao' }] }).errors).toEqual([
      'rows[0].maskedName',
    ])
    const { answers } = notice({ rows: [{ ...row, minor: true, maskedName: '张*安', objectClass: 'child' }] })
    expect(JSON.stringify(answers['rows'])).not.toMatch(/张|child/)
  })

  test('S2-30 a plan begins when it was agreed', () => {
    const plan = filler('341700-care', 'plan')
    expect(plan().level('ready')).toBe('ready')
    for (const approval of ['pending', 'revise']) expect(plan({ approval }).level('ready')).toBe('waiting')
  })

  test('S3-11 after a failed year there is no new contract, and after three years none of this cycle', () => {
    const filing = filler('210381-station', 'provider-filing')
    expect(filing({ year: 2, lastYear: 'failed' }).errors).toEqual(['lastYear'])
    expect(filing({ year: 3, lastYear: 'passed' }).errors).toEqual([])
    expect(filing({ year: 4, lastYear: 'passed' }).errors).toEqual(['year'])
  })

  test('S0-17 volunteers are no staff', () => {
    const filing = filler('310000-bridge', 'provider-filing')
    const staff = (post: string) => ({ name: '李安康', post, certificate: 'none' })
    const level = (...posts: string[]) => filing({ staff: posts.map(staff) }).level('staff')
    expect(level('worker', 'worker', 'volunteer')).toBe('few')
    expect(level('worker', 'worker', 'worker')).toBe('met')
  })

  test('S4-10 who is in danger can be reported without a name or a number, and whether the police know', () => {
    const alert = filler('110000-precise', 'alert')
    expect(alert({ danger: 'soon', kind: 'homeless' }).errors).toEqual([])
    expect(alert({ danger: 'now' }).errors).toEqual(['police'])
    expect(alert({ danger: 'now', police: 'no' }).errors).toEqual([])
    expect(alert({ reportedTo: {} }).errors).toEqual(['reportedTo'])
  })

  test('S1-16 a household without a class cannot be registered', () => {
    const intake = filler('310118-advisor', 'intake')
    expect(intake({ householdClass: null }).errors).toEqual(['householdClass'])
  })

  test('S1-06 nobody serves as an advisor before training and a badge', () => {
    const training = filler('310118-advisor', 'training')
    expect(training().level('ready')).toBe('ready')
    expect(training({ badge: null }).level('ready')).toBe('waiting')
    expect(training({ passed: 'no' }).level('ready')).toBe('waiting')
  })
})
