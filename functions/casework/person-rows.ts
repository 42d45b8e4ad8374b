import type { Objects, Profile } from '#forms/catalogue'
import { Refused } from '../problem.ts'
import { type Conflict, keys, type TenantStore, type Write } from '../store/index.ts'
import { type HeadRow, type PersonRow, personContext } from './household.ts'
import type { Known, Registered } from './people.ts'
import { reaches } from './reach.ts'

/** Where a blind id number leads: to one person of one household. */
export type IdNumberRow = { readonly schema: 1; readonly household: string; readonly person: string }

/** The blind index of an id number as `checkIdNumber` writes it. */
export const blindId = (store: TenantStore, idNumber: string): string => store.blind(`id ${idNumber}`)

/** A person's row, and the id number's where there is one: put absent, so that nobody is on file twice. */
export const personWrites = (
  store: TenantStore,
  household: string,
  { id, body }: Registered,
  today: string,
): readonly Write[] => {
  const item: PersonRow = { schema: 1, since: today, body: store.seal(body, personContext(household, id)) }
  const put: Write = { put: keys.personKey(household, id), item, expect: 'absent' }
  if (body.idNumber === undefined) return [put]
  const found: IdNumberRow = { schema: 1, household, person: id }
  return [{ put: keys.idNumberKey(blindId(store, body.idNumber)), item: found, expect: 'absent' }, put]
}

/** Somebody with this id number is on file. In which household is told only to those who may see it. */
const onFile = async (store: TenantStore, row: IdNumberRow, path: string): Promise<Refused> => {
  const head = await store.get<HeadRow>(keys.householdKey(row.household))
  const seen = head && reaches(store, 'household.read', head.card)
  const where = seen ? `家庭 ${head.card.number} 的档案` : '本市另一份档案'
  return new Refused(
    'conflict',
    `有成员的证件号码已登记在${where}中。请核对号码；确需变更的，请联系乡镇（街道）。`,
    {
      errors: [{ path, code: 'id-number-taken', message: '证件号码已在本市登记。' }],
    },
  )
}

/**
 * What a failed condition means where a person's id number stood already; undefined where it was something else. `list`
 * is what the request calls the people, in the order of `ids`.
 */
export const idNumberClash = async (
  store: TenantStore,
  writes: readonly Write[],
  { index, existing }: Conflict,
  list: 'people' | 'join',
  ids: readonly string[],
): Promise<Refused | undefined> => {
  const [clash, whose] = writes.slice(index, index + 2)
  if (!clash || !('put' in clash) || !clash.put[0].startsWith('ID#')) return undefined
  const at = ids.findIndex((id) => whose && 'put' in whose && whose.put[1] === `P#${id}`)
  return onFile(store, existing as IdNumberRow, at < 0 ? list : `${list}[${at}].idNumber`)
}

/** The city's own lists that a person's entries are checked against. */
export const knownOf = (profile: Profile, objects: Objects, today: string): Known => ({
  today,
  classes: new Set([...objects.classes, ...objects.householdClasses].map(({ key }) => key)),
  traits: new Set(objects.traits.map(({ key }) => key)),
  demo: profile.demo,
})
