import type { Page, QueueRow } from '../api/contract/index.ts'
import { keys, type ListOptions, type TenantStore } from '../store/index.ts'
import type { CaseCardRow } from './case.ts'
import { headsOf } from './heads.ts'
import { cardOf } from './household.ts'
import { reaches } from './reach.ts'

/** The cases of one township in one state, the earliest due first. Cases out of scope are left out. */
export const listQueue = async (
  store: TenantStore,
  stage: string,
  township: string,
  page: Pick<ListOptions, 'limit' | 'after'>,
): Promise<Page<QueueRow>> => {
  const [pk] = keys.caseIndex(township, '', '', '')
  const { items, next } = await store.listIndex<CaseCardRow>(pk, { ...page, prefix: `${stage}#` })
  const heads = await headsOf(
    store,
    items.map(({ card }) => card.household),
  )
  return {
    items: items.flatMap(({ key, card, rev }): QueueRow[] => {
      const head = heads.get(card.household)
      if (!head || !reaches(store, 'queue.read', head.card)) return []
      return [
        {
          case: key[1].slice('C#'.length),
          household: cardOf(head),
          stage: card.stage,
          due: card.due,
          rev,
        },
      ]
    }),
    ...(next !== undefined && { next }),
  }
}
