import type { Page, TaskCard } from '../api/contract/index.ts'
import { type IndexRow, keys, type ListOptions, type TenantStore } from '../store/index.ts'
import type { AssessmentCardRow } from './assessment.ts'
import { headsOf } from './heads.ts'
import { cardOf } from './household.ts'
import { reaches } from './reach.ts'
import { type TaskCardRow, taskCard } from './task.ts'

type Entry = IndexRow<TaskCardRow | AssessmentCardRow>

const isAwaiting = (entry: Entry): entry is IndexRow<AssessmentCardRow> => entry.key[1].startsWith('A#')
const householdOf = ({ key }: Entry): string => key[0].slice('HH#'.length)

/** An assessment that waits for this member stands in their list as what it is: something to confirm. */
const cardFor = (entry: Entry): TaskCardRow & { readonly assessment?: string } => {
  if (!isAwaiting(entry)) return entry.card as TaskCardRow
  const { case: of, form, title, person } = entry.card
  return {
    kind: 'confirm',
    household: householdOf(entry),
    case: of,
    form,
    title,
    due: entry.indexSk.slice(0, 'YYYY-MM-DD'.length),
    assessment: entry.key[1].slice('A#'.length),
    ...(person !== undefined && { person }),
  }
}

/** What the store's tenant has to do, by due date: forms to fill and assessments to confirm. */
export const listMyTasks = async (
  store: TenantStore,
  page: Pick<ListOptions, 'limit' | 'after'>,
): Promise<Page<TaskCard>> => {
  const me = store.tenant.member
  const [pk] = keys.taskIndex(me, '', '')
  const { items, next } = await store.listIndex<TaskCardRow | AssessmentCardRow>(pk, page)
  const heads = await headsOf(store, items.map(householdOf))
  return {
    items: items.flatMap((entry): TaskCard[] => {
      const head = heads.get(householdOf(entry))
      if (!head || !reaches(store, 'task.mine', { ...head.card, assignees: [me] })) return []
      return [taskCard(entry.key[1].replace(/^(TASK|A)#/, ''), cardFor(entry), cardOf(head))]
    }),
    ...(next !== undefined && { next }),
  }
}
