import { describe, expect, it } from 'vitest'
import type { Profile } from '#forms/catalogue'
import type { MemberCard, RoleGrant } from '../../../functions/api/contract/index.ts'
import { caseActionShape, caseRequestShape } from '../../../functions/casework/case-request.ts'
import { dueOf } from '../../../functions/casework/open-case.ts'
import { rolesAt, visitors } from '../../../functions/casework/pair.ts'
import { actionNames, ended } from '../../../functions/casework/stages.ts'
import {
  type ActionEntry,
  actionMistakes,
  actionRequest,
  blankAction,
} from '../../../web/field/acting/action.ts'
import { isEnded } from '../../../web/field/change/change.ts'
import { alreadyIn, caseMistakes, caseRequest, channelsOf, isOver } from '../../../web/field/opening/case.ts'
import { dueInOrder, lastDue, usualDue } from '../../../web/field/opening/pair.ts'
import { partnersFor, visitorsAt } from '../../../web/field/opening/visitors.ts'

const today = '2026-11-22'
const [one, two] = ['a', 'b'].map((sign) => sign.repeat(64)) as [string, string]
const id = '01M81GW7Z7XF54D6TTB810KKC0'
const say = (wrong: string) => wrong
const path = ['341702', 't1', 'v1'] as const

describe('who visits', () => {
  const member = (name: string, ...roles: readonly RoleGrant[]): MemberCard => ({
    id: name,
    name,
    roles,
    rev: 1,
  })
  const members = [
    member('worker', { role: 'worker', divisions: ['t1'] }),
    member('village', { role: 'village', divisions: ['v1'] }),
    member('away', { role: 'village', divisions: ['t2'] }),
    member('admin', { role: 'admin' }),
    member('both', { role: 'village', divisions: ['t2'] }, { role: 'worker' }),
    member('township', { role: 'township' }),
  ]
  it('are those whom the server lets visit there, in the roles that they hold there', () => {
    const here = visitorsAt(members, path)
    const theirs = members.filter(({ roles }) => rolesAt(roles, path).some((role) => visitors.includes(role)))
    expect(here.map((card) => card.id)).toEqual(theirs.map((card) => card.id))
    expect(here.find((card) => card.id === 'both')?.roles).toEqual([{ role: 'worker' }])
  })

  it('go in pairs that every form allows: a role held elsewhere makes none', () => {
    const here = visitorsAt(members, path)
    const ids = (...teams: string[][][]) => partnersFor(here, 'worker', teams as never).map((card) => card.id)
    expect(ids([['village', 'worker']])).toEqual(['village'])
    expect(
      ids([
        ['village', 'worker'],
        ['worker', 'worker'],
      ]),
    ).toEqual(['village', 'both'])
    expect(
      ids(
        [
          ['village', 'worker'],
          ['worker', 'worker'],
        ],
        [['worker', 'worker']],
      ),
    ).toEqual(['both'])
    expect(partnersFor(here, 'nobody', [])).toEqual([])
  })
})

describe('the day by which a visit is due', () => {
  it('is the one that the server takes where none is named', () => {
    for (const stages of [[], [{ key: 'visit', dueDays: null }], [{ key: 'visit', dueDays: 30 }]])
      expect(usualDue(stages, today)).toBe(dueOf({ stages } as unknown as Profile, undefined, today))
  })

  it.each(['', today, '2026-11-21', '2028-02-29', lastDue(today), '2027-11-24'])(
    '%j is judged as on the server',
    (due) => {
      const taken = () => dueOf({ stages: [] } as unknown as Profile, due === '' ? undefined : due, today)
      if (dueInOrder(due, today)) expect(taken).not.toThrow()
      else expect(taken).toThrow()
    },
  )
})

describe('a case', () => {
  const entry = { programme: 'station', persons: [id], source: 'window', assignee: '', partner: '', due: '' }
  it('is sent with what was said, and never a partner or a day without anybody', () => {
    expect(caseRequest(id, { ...entry, partner: two, due: '2026-12-01' })).toEqual({
      id,
      programme: 'station',
      persons: [id],
      source: 'window',
    })
    const full = caseRequest(id, { ...entry, assignee: one, partner: two, due: '2026-12-01' })
    expect(caseRequestShape.parse(full)).toMatchObject({ assignee: one, partner: two, due: '2026-12-01' })
  })

  it('needs a programme, somebody, and where it came from', () => {
    const wrong = caseMistakes({ ...entry, programme: '', persons: [], source: '' }, today, say)
    expect(wrong.map((mistake) => mistake.path)).toEqual(['programme', 'persons', 'source'])
    expect(caseMistakes({ ...entry, due: '2020-01-01' }, today, say)).toEqual([])
    expect(caseMistakes({ ...entry, assignee: one, due: '2020-01-01' }, today, say)).toHaveLength(1)
  })

  it('belongs to a programme whose time has not run out, by a channel of the city', () => {
    expect(isOver({ window: null }, today)).toBe(false)
    expect(isOver({ window: { from: '2024-01-01', to: today } }, today)).toBe(false)
    expect(isOver({ window: { from: '2024-01-01', to: '2026-11-21' } }, today)).toBe(true)
    expect(channelsOf({ channels: [] }, { window: '窗口', outreach: '发现' })).toHaveLength(2)
  })

  it('is told to be a second one only for who has an open one of the same programme', () => {
    const cases = (stage: string, programme = 'station') => [{ programme, persons: [id], stage }]
    expect(alreadyIn({ ...entry, persons: ['other', id] }, cases('awaiting-visit'))).toEqual([id])
    expect(alreadyIn({ ...entry, persons: ['other'] }, cases('awaiting-visit'))).toEqual([])
    expect(alreadyIn(entry, cases('closed'))).toEqual([])
    expect(alreadyIn(entry, cases('awaiting-visit', 'another'))).toEqual([])
  })

  it('is over where the server says so', () => {
    expect(ended.every(isEnded)).toBe(true)
    for (const stage of ['awaiting-registration', 'in-service', 'changing'])
      expect(isEnded(stage)).toBe(false)
  })
})

describe('an action', () => {
  const enough: ActionEntry = {
    ...{ assignee: one, partner: two, due: '', reason: '家庭已经迁出本市' },
    ...{ approved: false, provider: 'demo-anxin' },
  }
  it.each(actionNames)('%s is sent once nothing is wrong with it, as the server takes it', (action) => {
    expect(actionMistakes(action, enough, today, say)).toEqual([])
    expect(caseActionShape.safeParse(actionRequest(action, enough, id)).error).toBeUndefined()
  })

  it.each(actionNames)('%s without what it needs is stopped here, or needs nothing', (action) => {
    const bare = actionMistakes(action, blankAction, today, say).length > 0
    expect(bare).toBe(!['assess', 'start'].includes(action))
  })

  it('to refuse needs a reason, to approve none', () => {
    const decide = (part: Partial<ActionEntry>) =>
      actionMistakes('decide', { ...blankAction, ...part }, today, say).map((mistake) => mistake.path)
    expect(decide({ approved: false })).toEqual(['reason'])
    expect(decide({ approved: false, reason: '不符合' })).toEqual(['reason'])
    expect(decide({ approved: true })).toEqual([])
    expect(actionRequest('decide', { ...blankAction, approved: true }, id)).not.toHaveProperty('reason')
  })
})
