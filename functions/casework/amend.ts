import { localDate } from '#forms/standards'
import type { HouseholdCard } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type TenantStore, type Write } from '../store/index.ts'
import { audited } from './audit.ts'
import { collect, workersOf } from './collection.ts'
import { document, releaseInUse } from './configuration.ts'
import { joined } from './counted.ts'
import { cardOf, headContext } from './household.ts'
import type { HouseholdChangeInput } from './household-request.ts'
import { registerable } from './people.ts'
import { idNumberClash, knownOf, personWrites } from './person-rows.ts'
import { within } from './reach.ts'
import { ended } from './stages.ts'

const most = 30

/**
 * Changes a household's address, adds people who joined it, closes its file or opens it again. `rev` is the revision
 * of the card that the caller saw. Refuses `not-found`, `stale`, `invalid`, `conflict` (an id number is on file, or a
 * case is still open).
 */
export const amendHousehold = async (
  store: TenantStore,
  household: string,
  rev: number,
  asked: HouseholdChangeInput,
  clock: () => Date,
): Promise<HouseholdCard> => {
  const at = clock()
  const today = localDate(at)
  const [rows, release] = await Promise.all([collect(store, household), releaseInUse(store, today)])
  const { card, rev: now } = within(store, 'household.change', rows.head, workersOf(rows))
  if (now !== rev)
    throw new Refused('stale', '家庭档案在您打开之后已有变化，请刷新后核对，再重新保存。', { rev: now })
  if (asked.open === false && rows.cases.some((one) => !ended.includes(one.card.stage)))
    throw new Refused('conflict', '这户家庭还有没办完的案件，请先结案，再关闭档案。')
  const [profile, objects] = [
    await document(store, release, 'profile'),
    await document(store, release, 'objects'),
  ]
  const joining = registerable(asked.join ?? [], knownOf(profile, objects, today), 'join')
  const known = new Set(rows.people.map(({ id }) => id))
  if (joining.some(({ id }) => known.has(id)) || known.size + joining.length > most)
    throw new Refused('conflict', `成员已在档案中，或超过 ${most} 人，请刷新后核对。`)
  const next = {
    ...card,
    persons: known.size + joining.length,
    ...(asked.open !== undefined && { open: asked.open }),
  }
  const writes: readonly Write[] = [
    {
      change: keys.householdKey(household),
      set:
        asked.address === undefined
          ? {}
          : { body: store.seal({ address: asked.address }, headContext(household)) },
      card: next,
      index: keys.householdIndex(card.township, card.village, household),
      expect: { rev },
    },
    ...joining.flatMap((person) => personWrites(store, household, person, today)),
    ...(joining.length > 0
      ? [{ add: keys.countKey(keys.monthOf(today), card.township), metrics: joined(joining) }]
      : []),
    audited(
      store,
      { action: 'household.change', on: household, detail: { fields: Object.keys(asked).join(' ') } },
      at,
    ),
  ]
  try {
    await store.write(writes)
    return cardOf({ card: next, rev: rev + 1 })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const ids = joining.map(({ id }) => id)
    throw (await idNumberClash(store, writes, error, 'join', ids)) ?? error
  }
}
