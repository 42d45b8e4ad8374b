import { localDate } from '#forms/standards'
import type { CaseView, Role } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type TenantStore, type Write } from '../store/index.ts'
import { audited } from './audit.ts'
import { type CaseCardRow, type CaseRow, type CaseWayRow, caseView } from './case.ts'
import type { CaseActionInput } from './case-request.ts'
import { collect, workersOf, workersOn } from './collection.ts'
import { document, releaseInUse } from './configuration.ts'
import { type Effect, effectOf, type Setting } from './effect.ts'
import { isService, notFound, rolesHere, within } from './reach.ts'
import { turn } from './sequence.ts'
import { moves, rolesFor } from './stages.ts'
import { standingWrites, worksAnew } from './standing.ts'

const attempts = 8

/** Whether this action is open in the case's state, to these roles, and to the city's own procedure. */
const allowed = ({ profile, one, roles, store }: Setting, { action }: CaseActionInput): void => {
  const move = moves[action]
  const name = profile.states.find(({ key }) => key === one.card.stage)?.name ?? one.card.stage
  if (!move.from.some((stage) => stage === one.card.stage))
    throw new Refused('conflict', `案件现在是“${name}”，不能进行这项操作，请刷新后查看。`)
  if (!isService(store) && !rolesFor(action, profile.stages).some((role) => roles.includes(role)))
    throw new Refused('forbidden', '您的岗位不能在这一步办理，请交由负责的人员办理。')
}

const changed = (one: CaseRow, effect: Effect): CaseRow & { readonly card: CaseCardRow } => {
  const forget = new Set<string>(effect.forget ?? [])
  const kept = Object.fromEntries(Object.entries(one).filter(([name]) => !forget.has(name))) as CaseRow
  return { ...kept, ...effect.set, card: { ...one.card, ...effect.card, stage: effect.stage } }
}

/**
 * Moves a case on (S2 二 to 九): `rev` is the revision that the caller saw. One transaction: the case, its tasks,
 * who reaches the household, the month's counter, and an audit row with the reason sealed. Refuses `not-found`,
 * `stale`, `conflict` (not in this state, or not ready), `forbidden` (another role's step), `invalid`.
 */
export const advanceCase = async (
  store: TenantStore,
  id: string,
  rev: number,
  asked: CaseActionInput,
  clock: () => Date,
): Promise<CaseView> => {
  const household = asked.household ?? (await store.get<CaseWayRow>(keys.caseWayKey(id)))?.household
  // In the words of a household out of scope, so that nobody learns which cases there are.
  if (household === undefined) throw notFound()
  const now = clock()
  const today = localDate(now)
  for (let tried = 1; ; tried++) {
    const [rows, release] = await Promise.all([collect(store, household), releaseInUse(store, today)])
    const head = within(store, 'case.act', rows.head, workersOf(rows))
    const one = rows.cases.find((row) => row.id === id)
    const { path, providers } = head.card
    // Who works on another case of the household reaches it, and moves only their own.
    const place = { path, providers, assignees: one ? workersOn(one, rows) : [] }
    const roles = rolesHere(store, 'case.act', place)
    if (!one || othersReferral(store, roles, one)) throw notFound('这个案件')
    if (one.rev !== rev)
      throw new Refused('stale', '案件在您打开之后已有变化，请刷新后核对，再重新办理。', { rev: one.rev })
    const setting: Setting = {
      store,
      release,
      profile: await document(store, release, 'profile'),
      programmes: await document(store, release, 'programmes'),
      rows,
      one,
      roles,
      today,
    }
    allowed(setting, asked)
    const effect = await effectOf(setting, asked)
    const next = changed(one, effect)
    const writes: readonly Write[] = [
      {
        change: keys.caseKey(household, id),
        set: { ...effect.set },
        remove: effect.forget ?? [],
        card: next.card,
        index: keys.caseIndex(head.card.township, next.card.stage, next.card.due, id),
        expect: { rev },
      },
      ...standingWrites(
        head,
        rows.cases.map((row) => (row.id === id ? next : row)),
        // What counts once for the household rests on its other cases as well.
        rows.cases.length > 1 && (worksAnew(one, next) || effect.metrics !== undefined),
      ),
      ...effect.writes,
      {
        add: keys.countKey(keys.monthOf(today), head.card.township, one.programme),
        metrics: { [`case.${asked.action}`]: 1, ...effect.metrics },
      },
      audited(
        store,
        {
          action: `case.${asked.action}`,
          on: id,
          detail: { household, from: one.card.stage, to: next.card.stage },
          ...('reason' in asked && asked.reason !== undefined && { reason: asked.reason }),
        },
        now,
      ),
    ]
    try {
      await store.write(writes)
      return caseView({ ...next, rev: rev + 1 }, roles, setting.profile.stages)
    } catch (error) {
      if (!(error instanceof Conflict) || tried >= attempts) throw error
      await turn(tried)
    }
  }
}

/** A provider acts on the cases referred to it, and on no other of the same household. */
const othersReferral = (store: TenantStore, roles: readonly Role[], { provider }: CaseRow): boolean =>
  !isService(store) &&
  roles.length > 0 &&
  roles.every((role) => role === 'provider') &&
  !store.tenant.roles.some((grant) => grant.provider !== undefined && grant.provider === provider)
