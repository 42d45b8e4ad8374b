import { describe, expect, it } from 'vitest'
import { compile } from '#forms/engine'
import type { HouseholdCard, MemberCard, Role, TaskCard } from '../../../functions/api/contract/index.ts'
import { yuan } from '../../../web/app/money.ts'
import { doors } from '../../../web/app/rooms.ts'
import { daysBetween, dueOf } from '../../../web/field/due.ts'
import { byField, requestOf } from '../../../web/field/request.ts'
import { byHousehold } from '../../../web/field/tasks.ts'
import { isPair, partnersOf } from '../../../web/field/team.ts'
import { whereInWords } from '../../../web/field/where.ts'

const member = (id: string, ...roles: readonly Role[]): MemberCard => ({
  id,
  name: id,
  roles: roles.map((role) => ({ role })),
  rev: 1,
})
const team = [
  ['village', 'worker'],
  ['township', 'township'],
]

describe('the pair of investigators', () => {
  it('is one the form allows, in either order', () => {
    expect(isPair(team, ['worker'], ['village'])).toBe(true)
    expect(isPair(team, ['village'], ['worker'])).toBe(true)
    expect(isPair(team, ['worker'], ['worker'])).toBe(false)
    expect(isPair(team, ['admin', 'township'], ['township'])).toBe(true)
  })

  it('never offers oneself, nor anybody to a stranger', () => {
    const members = [member('me', 'township'), member('colleague', 'township'), member('village', 'village')]
    expect(partnersOf(team, members, 'me').map(({ id }) => id)).toEqual(['colleague'])
    expect(partnersOf(team, members, 'nobody')).toEqual([])
  })
})

describe('a due date', () => {
  it('is said in days, also over the end of a year and of a February', () => {
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(dueOf('2026-11-20', '2026-11-21')).toEqual({ kind: 'late', count: 1 })
    expect(dueOf('2026-11-21', '2026-11-21')).toEqual({ kind: 'today' })
    expect(dueOf('2026-11-22', '2026-11-21')).toEqual({ kind: 'tomorrow' })
    expect(dueOf('2026-12-01', '2026-11-21')).toEqual({ kind: 'in', count: 10 })
  })
})

describe('tasks', () => {
  const card = (id: string): HouseholdCard => ({
    id,
    number: id,
    head: '张*',
    persons: 1,
    path: [],
    township: 't',
    village: 'v',
    open: true,
    rev: 1,
  })
  const task = (id: string, household: string, due: string): TaskCard => ({
    id,
    kind: 'assess',
    household: card(household),
    case: 'c',
    form: 'visit',
    title: '入户调查表',
    due,
  })

  it('stand by household, the most urgent first', () => {
    const groups = byHousehold([
      task('1', 'a', '2026-11-25'),
      task('2', 'b', '2026-11-20'),
      task('3', 'a', '2026-11-19'),
    ])
    expect(groups.map(({ household, tasks }) => [household.id, tasks.map(({ id }) => id)])).toEqual([
      ['a', ['3', '1']],
      ['b', ['2']],
    ])
  })
})

describe('a request', () => {
  const draft = {
    ...{
      id: 'U',
      city: '341700',
      household: 'h',
      head: '张*',
      form: 'visit',
      title: '入户调查表',
      formSha: 's',
    },
    ...{ release: 1, case: 'c', answers: { secret: 1 }, startedAt: 'S', savedAt: 'T' },
  }
  it('carries the cleaned answers and both people, and nothing that only this device knows', () => {
    const now = new Date('2026-11-21T08:00:00Z')
    expect(requestOf({ ...draft, second: 'two' }, { clean: 1 }, 'one', now)).toEqual({
      ...{
        id: 'U',
        case: 'c',
        form: 'visit',
        release: 1,
        answers: { clean: 1 },
        investigators: ['one', 'two'],
      },
      ...{ startedAt: 'S', finishedAt: '2026-11-21T08:00:00.000Z' },
    })
    expect(requestOf(draft, {}, 'one', now).investigators).toEqual(['one'])
  })

  it('sorts what was refused into questions of the form and all else', () => {
    const text = { type: 'textfield', key: 'name', label: '姓名', input: true }
    const plan = compile({
      display: 'form',
      components: [{ type: 'editgrid', key: 'members', label: '成员', input: true, components: [text] }],
    })
    const error = (path: string) => ({ path, code: 'x', message: path })
    const { fields, others } = byField(
      [error('answers.members[2].name'), error('investigators'), error('answers.unknown')],
      plan,
    )
    expect(fields.map(({ path }) => path)).toEqual(['members[2].name'])
    expect(others.map(({ message }) => message)).toEqual(['investigators', 'answers.unknown'])
  })
})

describe('money', () => {
  it('is written from integer 分 without a float', () => {
    expect([0, 5, 1999, 123456789, -150].map(yuan)).toEqual([
      '0.00',
      '0.05',
      '19.99',
      '1,234,567.89',
      '-1.50',
    ])
  })
})

describe('the doors a person may enter', () => {
  const place = { kind: 'city' as const, code: '341700', name: '池州市' }
  it('are one for each room and city', () => {
    const me = {
      subject: 's',
      name: 'n',
      memberships: [
        { ...place, roles: [{ role: 'worker' as const }, { role: 'village' as const }] },
        { kind: 'province' as const, code: '340000', name: '安徽省', roles: [{ role: 'office' as const }] },
      ],
    }
    expect(doors(me).map(({ room, code }) => [room, code])).toEqual([
      ['field', '341700'],
      ['oversight', '340000'],
    ])
  })

  it('lead a township to its households and to the rules', () => {
    const roles = [{ role: 'township' as const, divisions: ['341702-12'] }]
    const me = { subject: 's', name: 'n', memberships: [{ ...place, roles }] }
    expect(doors(me).map(({ room }) => room)).toEqual(['field', 'studio'])
  })

  it('are none for a provider yet, and none for nobody', () => {
    expect(
      doors({ subject: 's', name: 'n', memberships: [{ ...place, roles: [{ role: 'provider' }] }] }),
    ).toEqual([])
    expect(doors({ subject: 's', name: 'n', memberships: [] })).toEqual([])
  })
})

describe('where a household is', () => {
  const names = new Map([
    ['210381', '海城市'],
    ['t', '孤山镇'],
    ['v', '一村'],
  ])
  const name = (code: string) => names.get(code) ?? code
  it('is said from the largest division, and a township that stands for its village once', () => {
    expect(whereInWords(['210381', 't', 'v'], name)).toBe('海城市 / 孤山镇 / 一村')
    expect(whereInWords(['210381', 't', 't'], name)).toBe('海城市 / 孤山镇')
    expect(whereInWords(['t', 'gone'], name, ' ')).toBe('孤山镇 gone')
  })
})
