import { keys, type Row, type TenantStore } from '../store/index.ts'
import type { AssessmentRow } from './assessment.ts'
import type { CaseRow } from './case.ts'
import type { HeadRow, PersonRow } from './household.ts'
import { notFound } from './reach.ts'
import { ended } from './stages.ts'
import type { TaskRow } from './task.ts'

/** A household's rows, by kind; `id` of each is the last part of its sort key. */
export type Collection = {
  readonly head: Row<HeadRow>
  readonly people: readonly (Row<PersonRow> & { readonly id: string })[]
  readonly cases: readonly Row<CaseRow>[]
  readonly tasks: readonly Row<TaskRow>[]
  readonly assessments: readonly (Row<AssessmentRow> & { readonly id: string })[]
}

/** Opens one household whole: one Query. */
export const collect = async (store: TenantStore, household: string): Promise<Collection> => {
  const rows = await store.all<object>(keys.householdPk(household), { consistent: true })
  const of = <T>(prefix: string) =>
    rows
      .filter(({ sk }) => sk.startsWith(prefix))
      .map((row) => ({ ...row, id: row.sk.slice(prefix.length) }) as unknown as Row<T> & { id: string })
  const head = rows.find(({ sk }) => sk === '#') as unknown as Row<HeadRow> | undefined
  if (!head) throw notFound()
  return {
    head,
    people: of<PersonRow>('P#'),
    cases: of<CaseRow>('C#'),
    tasks: of<TaskRow>('TASK#'),
    assessments: of<AssessmentRow>('A#'),
  }
}

/** Members who work on one case, and not on another of the same household. */
export const workersOn = (one: Row<CaseRow>, { assessments }: Pick<Collection, 'assessments'>) =>
  workersOf({ cases: [one], assessments })

/** Members who work here by the word of an open case: its pair, and who signed its assessments. */
export const workersOf = ({
  cases,
  assessments,
}: Pick<Collection, 'cases' | 'assessments'>): readonly string[] => {
  const open = cases.filter(({ card }) => !ended.includes(card.stage))
  const signed = assessments.filter(({ card }) => open.some(({ id }) => id === card.case))
  return [
    ...open.flatMap(({ card, partner }) => [card.assignee, partner]),
    ...signed.flatMap(({ investigators }) => investigators),
  ].filter((member) => member !== undefined)
}
