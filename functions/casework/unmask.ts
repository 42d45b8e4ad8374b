import * as z from 'zod'
import type { UnmaskAnswer } from '../api/contract/index.ts'
import { maskFor, type Sensitivity, type Subject } from '../identity/index.ts'
import { Refused } from '../problem.ts'
import { words } from '../shape.ts'
import type { TenantStore } from '../store/index.ts'
import { answersOf, textOf } from './answers.ts'
import { type AssessmentBody, assessmentContext } from './assessment.ts'
import { audited } from './audit.ts'
import { collect, workersOf } from './collection.ts'
import { type HeadBody, headContext, type PersonBody, personContext } from './household.ts'
import { sensitivityOf } from './masked.ts'
import { notFound, within } from './reach.ts'
import { findAssessment } from './read-assessment.ts'
import { formBySha, planOf } from './view-assessment.ts'

/** `POST …/households/{id}/unmask`. */
export const unmaskShape = z.strictObject({
  path: z.string().min(1, '请指明要查看哪一项。').max(300, '路径太长。'),
  reason: words(200, 5),
})
export type UnmaskInput = z.infer<typeof unmaskShape>

type Value = { readonly text: string; readonly sensitivity: Sensitivity; readonly place: Subject }

const nothing = () => notFound('要查看的这一项')

const personal = ['name', 'idNumber', 'phone', 'guardian'] as const

const ofHousehold = async (store: TenantStore, household: string, path: string): Promise<Value> => {
  const rows = await collect(store, household)
  const also = workersOf(rows)
  const { card, body } = within(store, 'unmask', rows.head, also)
  const place = { path: card.path, assignees: [...card.assignees, ...also] }
  if (path === 'address') {
    const { address } = store.open<HeadBody>(body, headContext(household))
    return { text: address, sensitivity: sensitivityOf.address, place }
  }
  const [, id, name] = /^people\.([0-9A-Z]{26})\.([A-Za-z]+)$/.exec(path) ?? []
  const row = rows.people.find((person) => person.id === id)
  const field = personal.find((one) => one === name)
  if (!row || !field) throw nothing()
  const text = store.open<PersonBody>(row.body, personContext(household, row.id))[field]
  if (text === undefined) throw nothing()
  return { text, sensitivity: sensitivityOf[field], place }
}

const ofAssessment = async (
  store: TenantStore,
  household: string,
  id: string,
  path: string,
): Promise<Value> => {
  const { record, place } = await findAssessment(store, 'unmask', household, id)
  const { answers } = store.open<AssessmentBody>(record.body, assessmentContext(household, id))
  const answer = answersOf(planOf(await formBySha(store, record.formSha)), answers).find(
    (one) => one.path === path,
  )
  if (!answer) throw nothing()
  return { text: textOf(answer), sensitivity: answer.sensitivity, place }
}

/**
 * Shows one masked value against a reason. The audit row (who, which path, why; never the value) is written first:
 * no row, no value. Refuses `not-found` out of scope, `forbidden` above what the role may ever see.
 */
export const unmask = async (
  store: TenantStore,
  household: string,
  { path, reason }: UnmaskInput,
  clock: () => Date,
): Promise<UnmaskAnswer> => {
  const [, assessment, answer] = /^assessments\.([0-9A-Z]{26})\.(.+)$/.exec(path) ?? []
  const value =
    assessment !== undefined && answer !== undefined
      ? await ofAssessment(store, household, assessment, answer)
      : await ofHousehold(store, household, path)
  if (maskFor(store.tenant, value.sensitivity, 'unmask', value.place))
    throw new Refused('forbidden', '您的岗位不能查看这一项；确需查看的，请联系乡镇（街道）工作人员。')
  await store.write([audited(store, { action: 'unmask', on: household, detail: { path }, reason }, clock())])
  return { path, text: value.text }
}
