import { localDate } from '#forms/standards'
import type { HouseholdCard } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type Row, type TenantStore, type Write } from '../store/index.ts'
import { document, releaseInUse } from './configuration.ts'
import { joined } from './counted.ts'
import { divisionOf } from './division.ts'
import { type CardRow, cardOf, type HeadRow, headContext } from './household.ts'
import type { HouseholdInput } from './household-request.ts'
import { headName, registerable } from './people.ts'
import { idNumberClash, knownOf, personWrites } from './person-rows.ts'
import { reaches } from './reach.ts'
import { numbered, take, turn } from './sequence.ts'
import { text } from './text.ts'

const attempts = 12

/** The same household again: the first answer for the same request of the same member, a refusal for any other. */
const replay = (store: TenantStore, standing: Row<HeadRow>, request: string): HouseholdCard => {
  if (standing.by !== store.tenant.member)
    throw new Refused('conflict', '这个编号已被别人使用，请重新打开登记页面后再提交。')
  if (standing.request !== request)
    throw new Refused('key-reused', '同一编号已经登记过别的内容，请重新打开登记页面后再提交。')
  return cardOf(standing)
}

/**
 * Registers a household with its people (S2 二, 受理登记) in one transaction: the head, every person, their blind id
 * numbers, the number sequence and the month's counter. `asked.id` is the client's ULID and the request's
 * idempotency: a replay answers as the first time did. Refuses: `invalid`, `forbidden` (outside the caller's
 * divisions), `conflict` (an id number is on file), `key-reused`.
 */
export const registerHousehold = async (
  store: TenantStore,
  asked: HouseholdInput,
  clock: () => Date,
): Promise<{ readonly card: HouseholdCard; readonly replayed: boolean }> => {
  const request = store.blind(`household ${text(asked)}`)
  const now = clock()
  const today = localDate(now)
  const [standing, release, next] = await Promise.all([
    store.get<HeadRow>(keys.householdKey(asked.id), { consistent: true }),
    releaseInUse(store, today),
    take(store, 'household'),
  ])
  if (standing) return { card: replay(store, standing, request), replayed: true }
  const profile = await document(store, release, 'profile')
  const objects = await document(store, release, 'objects')
  const path = divisionOf(profile.divisions, asked.township, asked.village, today)
  if (!reaches(store, 'household.create', { path }))
    throw new Refused('forbidden', '您只能登记自己辖区内的家庭，请核对乡镇（街道）和村（社区）。')
  const people = registerable(asked.people, knownOf(profile, objects, today))
  const me = store.tenant.member
  const item: Omit<HeadRow, 'card'> = {
    schema: 1,
    lawfulBasis: asked.lawfulBasis,
    noticeVersion: asked.noticeVersion,
    by: me,
    at: now.toISOString(),
    request,
    body: store.seal({ address: asked.address }, headContext(asked.id)),
  }
  const ids = people.map(({ id }) => id)
  const personal = people.flatMap((person) => personWrites(store, asked.id, person, today))
  for (let tried = 1; ; tried++) {
    const number = tried === 1 ? next : await take(store, 'household')
    const card: CardRow = {
      id: asked.id,
      number: numbered(`${profile.serviceNumber.prefix}户`, profile.serviceNumber.digits, number.first),
      head: headName(asked.people),
      persons: people.length,
      path,
      township: path[1],
      village: path[2],
      open: true,
      // Whoever found the household can follow it until a pair is named.
      assignees: [me],
      providers: [],
    }
    const index = keys.householdIndex(path[1], path[2], asked.id)
    const writes: readonly Write[] = [
      { put: keys.householdKey(asked.id), item, card, expect: 'absent', index },
      ...personal,
      number.write,
      {
        add: keys.countKey(keys.monthOf(today), path[1]),
        metrics: { households: 1, ...joined(people) },
      },
    ]
    try {
      await store.write(writes)
      return { card: cardOf({ card, rev: 1 }), replayed: false }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const { index: at, existing } = error
      if (at === 0 && existing)
        return { card: replay(store, existing as Row<HeadRow>, request), replayed: true }
      const clash = await idNumberClash(store, writes, error, 'people', ids)
      if (clash) throw clash
      if (tried >= attempts) throw new Refused('busy', '同时登记的人较多，请稍候再提交一次。')
      await turn(tried)
    }
  }
}
