import * as z from 'zod'
import { checkIdNumber } from '#forms/standards'
import type { SearchAnswer } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { keys, type TenantStore } from '../store/index.ts'
import { audited } from './audit.ts'
import { cardOf, type HeadRow } from './household.ts'
import { blindId, type IdNumberRow } from './person-rows.ts'
import { reaches } from './reach.ts'

/** `POST …/search`: in a body, because addresses are logged. */
export const searchShape = z.strictObject({
  idNumber: z.string().trim().min(1, '请填写证件号码。').max(18, '证件号码最多 18 位。'),
})
export type SearchInput = z.infer<typeof searchShape>

/**
 * Finds a person by the whole id number, through its blind index alone. A household out of the caller's scope answers
 * as one that does not exist. Every search is on record, with what it led to, never with the number.
 */
export const searchPerson = async (
  store: TenantStore,
  { idNumber }: SearchInput,
  clock: () => Date,
): Promise<SearchAnswer> => {
  const read = checkIdNumber(idNumber, { demo: true })
  if (!read.ok)
    throw new Refused('invalid', '证件号码不对，请逐位核对后再查询。', {
      errors: [{ path: 'idNumber', code: 'id-number', message: '应为 18 位（或旧的 15 位）公民身份号码。' }],
    })
  const row = await store.get<IdNumberRow>(keys.idNumberKey(blindId(store, read.number)))
  // The same requests are made whether or not there is somebody, so that time tells nothing either.
  const head = await store.get<HeadRow>(keys.householdKey(row?.household ?? 'none'))
  const found = row && head && reaches(store, 'search', head.card)
  const detail = { found: row !== undefined, shown: found === true }
  await store.write([audited(store, { action: 'search', on: row?.household ?? 'none', detail }, clock())])
  return { found: found ? { household: cardOf(head), person: row.person } : null }
}
