import type { HouseholdCard, Page } from '../api/contract/index.ts'
import { keys, type ListOptions, type TenantStore } from '../store/index.ts'
import { type CardRow, cardOf } from './household.ts'
import { reaches } from './reach.ts'

/**
 * The households of one township, cards only, in the order of village and registration. Cards that the caller may
 * not see are left out, so a page can be shorter than `limit` and still have a `next`.
 */
export const listHouseholds = async (
  store: TenantStore,
  township: string,
  page: Pick<ListOptions, 'limit' | 'after'>,
): Promise<Page<HouseholdCard>> => {
  const [pk] = keys.householdIndex(township, '', '')
  const { items, next } = await store.listIndex<CardRow>(pk, page)
  return {
    items: items.filter(({ card }) => reaches(store, 'household.list', card)).map((row) => cardOf(row)),
    ...(next !== undefined && { next }),
  }
}
