import type { HeadRow as Published } from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import { keys, type MemberRow, type Row, type TenantStore } from '../store/index.ts'
import type { AssessmentRow } from './assessment.ts'
import type { AssessmentInput } from './assessment-request.ts'
import type { CaseRow } from './case.ts'
import type { HeadRow, PersonRow } from './household.ts'
import { notFound, reaches } from './reach.ts'
import { assessable } from './stages.ts'
import { type TaskRow, taskId } from './task.ts'

/** All that a submission is decided on. `record` stands where it was stored before. */
export type Loaded = {
  readonly published: Row<Published> | undefined
  readonly head: Row<HeadRow> | undefined
  readonly one: Row<CaseRow> | undefined
  readonly task: Row<TaskRow> | undefined
  readonly record: Row<AssessmentRow> | undefined
  /** Of the investigators, in their order. */
  readonly members: readonly (Row<MemberRow> | undefined)[]
  readonly person: Row<PersonRow> | undefined
}

/** The task that a submission fulfils, by its name alone. */
export const taskOf = (asked: AssessmentInput): string => taskId(asked.case, asked.form, asked.person)

/** Reads all of it in one request. */
export const load = async (
  store: TenantStore,
  household: string,
  asked: AssessmentInput,
): Promise<Loaded> => {
  const people = asked.person === undefined ? [] : [keys.personKey(household, asked.person)]
  const rows = await store.getAll<object>(
    [
      keys.headKey,
      keys.householdKey(household),
      keys.caseKey(household, asked.case),
      keys.taskKey(household, taskOf(asked)),
      keys.assessmentKey(household, asked.id),
      ...asked.investigators.map(keys.memberKey),
      ...people,
    ],
    { consistent: true },
  )
  const [published, head, one, task, record] = rows
  return {
    published: published as Row<Published> | undefined,
    head: head as Row<HeadRow> | undefined,
    one: one as Row<CaseRow> | undefined,
    task: task as Row<TaskRow> | undefined,
    record: record as Row<AssessmentRow> | undefined,
    members: rows.slice(5, 5 + asked.investigators.length) as readonly (Row<MemberRow> | undefined)[],
    person: (people.length > 0 ? rows.at(-1) : undefined) as Row<PersonRow> | undefined,
  }
}

/** The household and the case, to those whose work the case is; another case of the same household does not count. */
export const reached = (store: TenantStore, { head, one }: Loaded, asked: AssessmentInput) => {
  if (!head || !one) throw notFound('这户家庭的案件')
  const pair = [one.card.assignee, one.partner].filter((member) => member !== undefined)
  const place = { path: head.card.path, assignees: pair }
  if (!reaches(store, 'assessment.submit', place)) throw notFound('这户家庭的案件')
  if (!assessable.includes(one.card.stage))
    throw new Refused('conflict', '这个案件现在不能提交评估表，请刷新后查看案件进度。')
  if (asked.person !== undefined && !one.persons.includes(asked.person))
    throw new Refused('invalid', '评估对象不对，请重新选择。', {
      errors: [{ path: 'person', code: 'person', message: '这名成员不在这个案件中。' }],
    })
  return { head, one, place }
}

/** Without a task it is a further form of the case. During the visit the same form is not taken twice. */
export const checkFurther = async (
  store: TenantStore,
  household: string,
  one: Row<CaseRow>,
  asked: AssessmentInput,
): Promise<void> => {
  if (one.card.stage !== 'awaiting-visit') return
  const sent = await store.all<AssessmentRow>(keys.householdPk(household), {
    prefix: 'A#',
    consistent: true,
  })
  if (
    sent.some(({ card }) => card.case === one.id && card.form === asked.form && card.person === asked.person)
  )
    throw new Refused('conflict', '这张表已由同事提交，请刷新后查看；确需重填的，请乡镇（街道）退回案件。')
}
