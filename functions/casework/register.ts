import { localDate } from '#forms/standards'
import type { HouseholdCard } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type Row, type TenantStore, type Write } from '../store/index.ts'
import { document, releaseInUse } from './configuration.ts'
import { divisionOf } from './division.ts'
import {
  type CardRow,
  cardOf,
  type HeadRow,
  headContext,
  type PersonRow,
  personContext,
} from './household.ts'
import type { HouseholdInput } from './household-request.ts'
import { headName, type Registered, registerable } from './people.ts'
import { reaches } from './reach.ts'
import { numbered, take } from './sequence.ts'
import { text } from './text.ts'

const attempts = 6

/** Where a blind id number leads: to one person of one household. */
export type IdNumberRow = { readonly schema: 1; readonly household: string; readonly person: string }

/** The blind index of an id number as `checkIdNumber` writes it. */
export const blindId = (store: TenantStore, idNumber: string): string => store.blind(`id ${idNumber}`)

const personWrites = (store: TenantStore, household: string, { id, body }: Registered): readonly Write[] => {
  const item: PersonRow = { schema: 1, body: store.seal(body, personContext(household, id)) }
  const put: Write = { put: keys.personKey(household, id), item, expect: 'absent' }
  if (body.idNumber === undefined) return [put]
  const found: IdNumberRow = { schema: 1, household, person: id }
  return [{ put: keys.idNumberKey(blindId(store, body.idNumber)), item: found, expect: 'absent' }, put]
}

/** The same household again: the first answer for the same request of the same member, a refusal for any other. */
const replay = (store: TenantStore, standing: Row<HeadRow>, request: string): HouseholdCard => {
  if (standing.by !== store.tenant.member)
    throw new Refused('conflict', '这个编号已被别人使用，请重新打开登记页面后再提交。')
  if (standing.request !== request)
    throw new Refused('key-reused', '同一编号已经登记过别的内容，请重新打开登记页面后再提交。')
  return cardOf(standing)
}

/** Somebody with this id number is on file. In which household is told only to those who may see it. */
const onFile = async (store: TenantStore, row: IdNumberRow): Promise<Refused> => {
  const head = await store.get<HeadRow>(keys.householdKey(row.household))
  const seen = head && reaches(store, 'household.read', head.card)
  const where = seen ? `家庭 ${head.card.number} 的档案` : '本市另一份档案'
  return new Refused(
    'conflict',
    `有成员的证件号码已登记在${where}中。请核对号码；确需变更的，请联系乡镇（街道）。`,
    {
      errors: [{ path: 'people', code: 'id-number-taken', message: '证件号码已在本市登记。' }],
    },
  )
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
  const standing = await store.get<HeadRow>(keys.householdKey(asked.id), { consistent: true })
  if (standing) return { card: replay(store, standing, request), replayed: true }
  const now = clock()
  const today = localDate(now)
  const release = await releaseInUse(store, today)
  const profile = await document(store, release, 'profile')
  const objects = await document(store, release, 'objects')
  const path = divisionOf(profile.divisions, asked.township, asked.village, today)
  if (!reaches(store, 'household.create', { path }))
    throw new Refused('forbidden', '您只能登记自己辖区内的家庭，请核对乡镇（街道）和村（社区）。')
  const people = registerable(asked.people, {
    today,
    classes: new Set([...objects.classes, ...objects.householdClasses].map(({ key }) => key)),
    traits: new Set(objects.traits.map(({ key }) => key)),
    demo: profile.demo,
  })
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
  const personal = people.flatMap((person) => personWrites(store, asked.id, person))
  for (let tried = 1; ; tried++) {
    const number = await take(store, 'household')
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
        metrics: { households: 1, persons: people.length },
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
      const clash = writes[at]
      if (clash && 'put' in clash && clash.put[0].startsWith('ID#'))
        throw await onFile(store, existing as IdNumberRow)
      if (tried >= attempts) throw new Refused('busy', '同时登记的人较多，请稍候再提交一次。')
    }
  }
}
