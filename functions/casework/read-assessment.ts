import type { Assessment } from '../api/contract/index.ts'
import type { Action, Subject } from '../identity/index.ts'
import { keys, type Row, type TenantStore } from '../store/index.ts'
import type { AssessmentRow } from './assessment.ts'
import type { CaseRow } from './case.ts'
import type { HeadRow } from './household.ts'
import { notFound, within } from './reach.ts'
import { ended } from './stages.ts'
import { assessmentView } from './view-assessment.ts'

export type Found = {
  readonly head: Row<HeadRow>
  readonly record: Row<AssessmentRow>
  readonly one: Row<CaseRow>
  /** What scope and masks are decided on: who signed it works there while the case is open. */
  readonly place: Subject
}

/** An assessment within the caller's scope, with its household and case: two requests at most. */
export const findAssessment = async (
  store: TenantStore,
  action: Action,
  household: string,
  id: string,
): Promise<Found> => {
  const [head, record] = (await store.getAll<object>(
    [keys.householdKey(household), keys.assessmentKey(household, id)],
    { consistent: true },
  )) as readonly [Row<HeadRow> | undefined, Row<AssessmentRow> | undefined]
  const one =
    record && (await store.get<CaseRow>(keys.caseKey(household, record.card.case), { consistent: true }))
  const signers = one && !ended.includes(one.card.stage) ? record.investigators : []
  const reached = within(store, action, head, signers)
  if (!record || !one) throw notFound('这份评估表')
  const { path, assignees } = reached.card
  return { head: reached, record, one, place: { path, assignees: [...assignees, ...signers] } }
}

/** One assessment as it was made, masked for its reader. It opens with its own form and release, for ever. */
export const readAssessment = async (
  store: TenantStore,
  household: string,
  id: string,
): Promise<Assessment> => {
  const { record, place } = await findAssessment(store, 'assessment.read', household, id)
  return assessmentView(store, household, id, record, place)
}
