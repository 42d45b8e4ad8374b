import type { Profile } from '#forms/catalogue'
import { addDays } from '#forms/fees'
import { localDate } from '#forms/standards'
import type { CaseView, FieldError } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type Row, type TenantStore, type Write } from '../store/index.ts'
import { type CaseCardRow, type CaseRow, type CaseWayRow, caseView } from './case.ts'
import type { CaseInput } from './case-request.ts'
import { type Collection, collect } from './collection.ts'
import { document, releaseInUse } from './configuration.ts'
import { opened } from './counted.ts'
import { checkPair } from './pair.ts'
import { rolesHere, within } from './reach.ts'
import { standingWrites } from './standing.ts'
import { text } from './text.ts'
import { visitTasks } from './visit.ts'

const attempts = 4
/** Where a city has set no term for the visit. */
const usualDays = 10

/** The day by which a visit is due: the one asked for, else by the profile's term. */
export const dueOf = (profile: Profile, asked: string | undefined, today: string): string => {
  if (asked === undefined)
    return addDays(today, profile.stages.find(({ key }) => key === 'visit')?.dueDays ?? usualDays)
  if (asked >= today && asked <= addDays(today, 366)) return asked
  throw new Refused('invalid', '入户期限不对，请重新选择。', {
    errors: [{ path: 'due', code: 'due', message: '期限应在今天到一年之内。' }],
  })
}

const replay = (store: TenantStore, standing: Row<CaseRow>, request: string): Row<CaseRow> => {
  if (standing.by !== store.tenant.member)
    throw new Refused('conflict', '这个编号已被别人使用，请刷新页面后重新提交。')
  if (standing.request !== request)
    throw new Refused('key-reused', '同一编号已经提交过别的内容，请刷新页面后重新提交。')
  return standing
}

const checked = (
  asked: CaseInput,
  rows: Collection,
  profile: Profile,
  programmes: readonly string[],
): void => {
  const errors: FieldError[] = []
  if (!programmes.includes(asked.programme))
    errors.push({ path: 'programme', code: 'unknown', message: '本市没有这个救助项目，请重新选择。' })
  if (profile.channels.length > 0 && !profile.channels.some(({ key }) => key === asked.source))
    errors.push({ path: 'source', code: 'unknown', message: '来源不在本市的受理渠道中，请重新选择。' })
  asked.persons.forEach((person, at) => {
    const path = `persons[${at}]`
    if (!rows.people.some(({ id }) => id === person))
      errors.push({ path, code: 'unknown', message: '家庭中没有这名成员，请重新选择。' })
    else if (asked.persons.indexOf(person) < at)
      errors.push({ path, code: 'duplicate', message: '同一名成员选了两次。' })
  })
  if (errors.length > 0) throw new Refused('invalid', '立案内容有误，请按提示改正后再提交。', { errors })
}

/**
 * Opens a case in a household (S2 二, 受理登记). With an assignee it is accepted at once and the visit's tasks stand;
 * else it waits in the township's queue. `asked.id` is the client's ULID: a replay answers as the first time did.
 */
export const openCase = async (
  store: TenantStore,
  household: string,
  asked: CaseInput,
  clock: () => Date,
): Promise<{ readonly case: CaseView; readonly replayed: boolean }> => {
  const request = store.blind(`case ${household} ${text(asked)}`)
  const now = clock()
  const today = localDate(now)
  for (let tried = 1; ; tried++) {
    const [rows, release] = await Promise.all([collect(store, household), releaseInUse(store, today)])
    const standing = rows.cases.find(({ id }) => id === asked.id)
    const me = store.tenant.member
    // Who opened it for others does not reach the household any more: the answer, if it was lost, is still theirs.
    const repeated = standing?.by === me && standing.rev === 1
    const head = within(store, 'case.open', rows.head, repeated ? [me] : [])
    const roles = rolesHere(store, 'case.act', head.card)
    const profile = await document(store, release, 'profile')
    if (standing) {
      const view = caseView(replay(store, standing, request), roles, profile.stages)
      return { case: view, replayed: true }
    }
    if (!head.card.open) throw new Refused('conflict', '这户家庭的档案已关闭，请先重新打开档案，再立案。')
    const { programmes } = await document(store, release, 'programmes')
    checked(
      asked,
      rows,
      profile,
      programmes.map(({ key }) => key),
    )
    const programme = programmes.find(({ key }) => key === asked.programme)
    const { assignee, partner } = asked
    if (assignee === undefined && partner !== undefined)
      throw new Refused('invalid', '请先选择主办人员，再选择同行人员。', {
        errors: [{ path: 'assignee', code: 'required', message: '请选择主办人员。' }],
      })
    if (assignee !== undefined)
      await checkPair(store, { assignee, ...(partner !== undefined && { partner }) }, head.card.path)
    const due = dueOf(profile, asked.due, today)
    const card: CaseCardRow = {
      household,
      stage: assignee === undefined ? 'awaiting-registration' : 'awaiting-visit',
      due,
      programme: asked.programme,
      ...(assignee !== undefined && { assignee }),
    }
    const item: Omit<CaseRow, 'card'> = {
      schema: 1,
      id: asked.id,
      programme: asked.programme,
      persons: asked.persons,
      source: asked.source,
      release: release.n,
      by: store.tenant.member,
      at: now.toISOString(),
      request,
      ...(partner !== undefined && { partner }),
    }
    const row = { ...item, card, rev: 1 }
    const way: CaseWayRow = { schema: 1, household }
    const tasks =
      assignee === undefined || !programme
        ? []
        : await visitTasks(store, release, programme, row, rows, { assignee, due })
    const writes: readonly Write[] = [
      {
        put: keys.caseKey(household, asked.id),
        item,
        card,
        index: keys.caseIndex(head.card.township, card.stage, due, asked.id),
        expect: 'absent',
      },
      { put: keys.caseWayKey(asked.id), item: way, expect: 'absent' },
      // The file must still be open, and the cases those that were read.
      ...standingWrites(head, [...rows.cases, row], true),
      ...tasks,
      {
        add: keys.countKey(keys.monthOf(today), head.card.township, asked.programme),
        metrics: opened(profile, asked.source),
      },
    ]
    try {
      await store.write(writes)
      return { case: caseView(row, roles, profile.stages), replayed: false }
    } catch (error) {
      if (!(error instanceof Conflict) || tried >= attempts) throw error
    }
  }
}
