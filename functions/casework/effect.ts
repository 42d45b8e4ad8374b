import type { Profile, Programmes } from '#forms/catalogue'
import type { Role } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { keys, type TenantStore, type Write } from '../store/index.ts'
import type { CaseRow } from './case.ts'
import type { CaseActionInput } from './case-request.ts'
import type { Collection } from './collection.ts'
import { document, type Release } from './configuration.ts'
import { type Counts, confirmed, visited } from './counted.ts'
import { dueOf } from './open-case.ts'
import { checkPair } from './pair.ts'
import { providerOf } from './provider.ts'
import { isService } from './reach.ts'
import { numbered, take } from './sequence.ts'
import { moves, type Stage } from './stages.ts'
import { reassigned, visitTasks } from './visit.ts'

/** All that an action may look at. */
export type Setting = {
  readonly store: TenantStore
  readonly release: Release
  readonly profile: Profile
  readonly programmes: Programmes
  readonly rows: Collection
  readonly one: Collection['cases'][number]
  readonly roles: readonly Role[]
  readonly today: string
}

/** What an action does to its case, and beside it. `forget` names attributes that the case loses. */
export type Effect = {
  readonly stage: string
  readonly set?: Partial<Pick<CaseRow, 'partner' | 'provider' | 'visitedOn' | 'confirmedOn'>>
  readonly forget?: readonly ('partner' | 'provider')[]
  readonly card?: Partial<Pick<CaseRow['card'], 'assignee' | 'due'>>
  readonly writes: readonly Write[]
  /** What it counts beside the action itself. */
  readonly metrics?: Counts
}

const refuse = (sentence: string) => new Refused('conflict', sentence)

const tasksOf = ({ rows, one }: Setting) => rows.tasks.filter(({ card }) => card.case === one.id)

const visiting = async (
  at: Setting,
  asked: { readonly assignee: string; readonly partner?: string; readonly due?: string },
  stage: string,
): Promise<Effect> => {
  const { store, release, profile, programmes, rows, one, today } = at
  const { assignee, partner } = asked
  await checkPair(store, { assignee, ...(partner !== undefined && { partner }) }, rows.head.card.path)
  const due = dueOf(profile, asked.due, today)
  const programme = programmes.programmes.find(({ key }) => key === one.programme)
  // Only a case that was not being visited gets its tasks; one that changes hands keeps those that are left.
  const renew = stage !== one.card.stage
  const writes =
    renew && programme
      ? await visitTasks(store, release, programme, one, rows, { assignee, due })
      : tasksOf(at).map((task) => reassigned(rows.head.card.id, task, { assignee, due }))
  return {
    stage,
    card: { assignee, due },
    ...(partner === undefined ? { forget: ['partner'] } : { set: { partner } }),
    writes,
  }
}

/** Every person of a confirmed case gets a service number (S2-07): one for life, never given twice. */
const serviceNumbers = async ({ store, profile, rows, one }: Setting): Promise<readonly Write[]> => {
  const without = rows.people.filter(
    ({ id, serviceNumber }) => one.persons.includes(id) && serviceNumber === undefined,
  )
  if (without.length === 0) return []
  const { prefix, digits } = profile.serviceNumber
  const { first, write } = await take(store, 'service', without.length)
  return [
    write,
    ...without.map(
      ({ id, rev }, at): Write => ({
        change: keys.personKey(rows.head.card.id, id),
        set: { serviceNumber: numbered(prefix, digits, first + at) },
        expect: { rev },
      }),
    ),
  ]
}

const decided = async (at: Setting, approved: boolean, reason: string | undefined): Promise<Effect> => {
  const mine = at.rows.assessments.filter(({ card }) => card.case === at.one.id)
  if (mine.some(({ card }) => card.status === 'awaiting'))
    throw refuse('还有评估表等待第二名调查人员共同确认，请提醒对方登录确认后再审核。')
  if (mine.length === 0) throw refuse('这个案件还没有评估表，请先完成入户调查。')
  if (approved)
    return {
      stage: 'confirmed',
      set: { confirmedOn: at.today },
      writes: await serviceNumbers(at),
      metrics: confirmed(at),
    }
  if (reason === undefined)
    throw new Refused('invalid', '不予确认要写明理由。', {
      errors: [{ path: 'reason', code: 'required', message: '请填写不予确认的理由。' }],
    })
  return { stage: 'refused', writes: [] }
}

/** Who refers is the mode's rule: charities are the county's (S2-24), everybody else the township's. */
const referred = async ({ store, release, roles, rows }: Setting, id: string): Promise<Effect> => {
  const provider = await providerOf(store, id)
  const wrong = (message: string) =>
    new Refused('invalid', '承接机构不对，请从名单中重新选择。', {
      errors: [{ path: 'provider', code: 'provider', message }],
    })
  if (!provider) throw wrong('本市没有这家承接机构。')
  const { path } = rows.head.card
  if (provider.divisions && !provider.divisions.some((code) => path.includes(code)))
    throw wrong('这家承接机构不在这户家庭所在的辖区服务。')
  const { modes } = await document(store, release, 'catalogue')
  const by: readonly Role[] = modes.find(({ key }) => key === provider.mode)?.referralBy ?? ['township']
  if (!isService(store) && !roles.some((role) => by.includes(role)))
    throw new Refused(
      'forbidden',
      by.includes('county.admin')
        ? '这类机构由县级民政部门转介，请报送县级办理。'
        : '这家承接机构由乡镇（街道）转介，请交由乡镇（街道）办理。',
    )
  return { stage: 'referred', set: { provider: id }, writes: [] }
}

/** Open tasks go, also those to confirm; the answers stay as they are. */
const ending = (at: Setting, stage: Stage): Effect => {
  const { id: household, township } = at.rows.head.card
  const tasks = tasksOf(at).map(
    ({ id, rev }): Write => ({ remove: keys.taskKey(household, id), expect: { rev } }),
  )
  const waiting = at.rows.assessments.filter(
    ({ card }) => card.case === at.one.id && card.status === 'awaiting',
  )
  const listed = waiting.map(
    ({ id, card, rev }): Write => ({
      change: keys.assessmentKey(household, id),
      set: {},
      card,
      index: keys.assessmentIndex(keys.monthOf(at.today), township, card.form, id),
      expect: { rev },
    }),
  )
  return { stage, writes: [...tasks, ...listed] }
}

/** What an action does, after role and state were checked. Throws `Refused` where the case is not ready for it. */
export const effectOf = async (at: Setting, asked: CaseActionInput): Promise<Effect> => {
  const { one } = at
  const stay: Effect = { stage: moves[asked.action].to ?? one.card.stage, writes: [] }
  switch (asked.action) {
    case 'accept':
      return visiting(at, asked, 'awaiting-visit')
    case 'assign':
      return visiting(at, asked, one.card.stage)
    case 'return': {
      const { assignee } = one.card
      if (assignee === undefined) throw refuse('这个案件没有主办人员，请先指派。')
      const { partner } = one
      return visiting(at, { assignee, ...(partner !== undefined && { partner }) }, 'awaiting-visit')
    }
    case 'assess': {
      const open = tasksOf(at).length
      if (open > 0) throw refuse(`还有 ${open} 张表没有提交，请先完成“今日任务”中的表，再提交审核。`)
      return one.visitedOn === undefined
        ? { ...stay, set: { visitedOn: at.today }, metrics: visited(at) }
        : stay
    }
    case 'decide':
      return decided(at, asked.approved, asked.reason)
    case 'refer':
      return referred(at, asked.provider)
    case 'start':
      return stay
    case 'stop':
      return ending(at, 'stopped')
    case 'close':
      return ending(at, 'closed')
  }
}
