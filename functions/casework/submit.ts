import { localDate } from '#forms/standards'
import type { Assessment } from '../api/contract/index.ts'
import type { HeadRow as Published } from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type MemberRow, type Row, type TenantStore, type Write } from '../store/index.ts'
import type { AssessmentBody, AssessmentCardRow, AssessmentRow } from './assessment.ts'
import { assessmentContext } from './assessment.ts'
import type { AssessmentInput } from './assessment-request.ts'
import type { CaseRow } from './case.ts'
import { document, formOf } from './configuration.ts'
import { type HeadRow, type PersonBody, type PersonRow, personContext } from './household.ts'
import { judged } from './judged.ts'
import { dayOf } from './moments.ts'
import { pinnedRelease } from './pinned.ts'
import { priced } from './pricing.ts'
import { notFound, reaches } from './reach.ts'
import { assessable } from './stages.ts'
import { type TaskRow, taskId } from './task.ts'
import { signedBy } from './team.ts'
import { text } from './text.ts'
import { assessmentView } from './view-assessment.ts'

const attempts = 3
/** Sealed bytes that still leave room for the rest of a row of 400 KB. */
const largest = 350_000

/** All that a submission is decided on, in one request. */
const load = async (store: TenantStore, household: string, asked: AssessmentInput) => {
  const task = taskId(asked.case, asked.form, asked.person)
  const person = asked.person === undefined ? [] : [keys.personKey(household, asked.person)]
  const rows = await store.getAll<object>(
    [
      keys.headKey,
      keys.householdKey(household),
      keys.caseKey(household, asked.case),
      keys.taskKey(household, task),
      keys.assessmentKey(household, asked.id),
      ...asked.investigators.map(keys.memberKey),
      ...person,
    ],
    { consistent: true },
  )
  const [published, head, one, standingTask, record] = rows
  return {
    published: published as Row<Published> | undefined,
    head: head as Row<HeadRow> | undefined,
    one: one as Row<CaseRow> | undefined,
    task: standingTask as Row<TaskRow> | undefined,
    record: record as Row<AssessmentRow> | undefined,
    members: rows.slice(5, 5 + asked.investigators.length) as readonly (Row<MemberRow> | undefined)[],
    person: (person.length > 0 ? rows.at(-1) : undefined) as Row<PersonRow> | undefined,
  }
}
type Loaded = Awaited<ReturnType<typeof load>>

/** The household and the case, to those whose work the case is. */
const reached = (store: TenantStore, { head, one }: Loaded, asked: AssessmentInput) => {
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

/** The same submission again answers as the first time did; anything else under its id is refused. */
const replayed = async (
  store: TenantStore,
  household: string,
  id: string,
  row: Row<AssessmentRow>,
  request: string,
): Promise<Assessment> => {
  if (row.request !== request)
    throw new Refused('key-reused', '这份评估表已经提交过，内容与这次不同。请刷新后查看，需要时另填一份。')
  return assessmentView(store, household, id, row, mine(row))
}

/** Whoever signed an assessment may read it. */
const mine = (row: Row<AssessmentRow>) => ({ path: [], assignees: row.investigators })

/** Without a task: a further form of the case. A form of the visit itself is not taken twice. */
const further = async (store: TenantStore, household: string, one: Row<CaseRow>, asked: AssessmentInput) => {
  const { items } = await store.list<AssessmentRow>(`HH#${household}`, { prefix: 'A#', consistent: true })
  const again = items.some(
    ({ card }) => card.case === one.id && card.form === asked.form && card.person === asked.person,
  )
  if (again && one.card.stage === 'awaiting-visit')
    throw new Refused('conflict', '这张表已由同事提交，请刷新后查看；确需重填的，请乡镇（街道）退回案件。')
}

/**
 * Stores an assessment (S2 三, 入户调查): one BatchGet, the decision, one transaction of the record (put absent), the
 * month's counter and the task that it fulfils. The server decides again by the pinned form; errors name every field
 * and store nothing. `asked.id` is the device's ULID and the submission's idempotency. While a second investigator has
 * to confirm, the record itself stands in their task list.
 */
export const submitAssessment = async (
  store: TenantStore,
  household: string,
  asked: AssessmentInput,
  clock: () => Date,
): Promise<{ readonly assessment: Assessment; readonly replayed: boolean }> => {
  const request = store.blind(`assessment ${household} ${text(asked)}`)
  const now = clock()
  const today = localDate(now)
  for (let tried = 1; ; tried++) {
    const loaded = await load(store, household, asked)
    const { record, task } = loaded
    if (record?.card.by === store.tenant.member)
      return { assessment: await replayed(store, household, asked.id, record, request), replayed: true }
    const { head, one, place } = reached(store, loaded, asked)
    if (record) throw new Refused('conflict', '这个编号的评估表已由别人提交，请刷新后查看。')
    const on = dayOf(asked.startedAt, asked.finishedAt, now)
    const release = await pinnedRelease(store, loaded.published, asked.release, today)
    const form = await formOf(store, release, asked.form)
    if (!form)
      throw new Refused('invalid', '这一版配置中没有这张表，请更新本机的表单后重新填写。', {
        errors: [{ path: 'form', code: 'form', message: '没有这张表。' }],
      })
    if ((form.document.subject === 'person') !== (asked.person !== undefined))
      throw new Refused('invalid', '评估对象不对，请重新选择。', {
        errors: [
          {
            path: 'person',
            code: 'person',
            message: asked.person === undefined ? '请选择评估哪名成员。' : '这张表针对全户，不能指定成员。',
          },
        ],
      })
    const profile = await document(store, release, 'profile')
    const result = judged(form.document, asked.answers, { today: on, demo: profile.demo })
    const { path } = head.card
    const signed = signedBy(store, form.document, asked.investigators, loaded.members, path)
    if (!task) await further(store, household, one, asked)
    const objectClass =
      loaded.person &&
      store.open<PersonBody>(loaded.person.body, personContext(household, asked.person ?? '')).objectClass
    const [catalogue, fees] = [
      await document(store, release, 'catalogue'),
      await document(store, release, 'fees'),
    ]
    const body: AssessmentBody = {
      answers: result.answers,
      outcomes: result.outcomes,
      ...priced({ catalogue, fees, release: release.n }, result.recommended, result.outcomes, {
        on,
        path,
        objectClass,
      }),
      names: signed.names,
      startedAt: asked.startedAt,
      finishedAt: asked.finishedAt,
    }
    const sealed = store.seal(body, assessmentContext(household, asked.id))
    if (sealed.length > largest) throw new Refused('too-large', '这份表的内容太多，请删减文字后再提交。')
    const card: AssessmentCardRow = {
      case: one.id,
      form: asked.form,
      title: form.document.title,
      release: release.n,
      status: signed.second === undefined ? 'confirmed' : 'awaiting',
      by: store.tenant.member,
      at: now.toISOString(),
      ...(asked.person !== undefined && { person: asked.person }),
    }
    const item: Omit<AssessmentRow, 'card'> = {
      schema: 1,
      formSha: form.sha,
      investigators: asked.investigators,
      request,
      body: sealed,
    }
    const month = keys.monthOf(today)
    const writes: readonly Write[] = [
      {
        put: keys.assessmentKey(household, asked.id),
        item,
        card,
        expect: 'absent',
        index:
          signed.second === undefined
            ? keys.assessmentIndex(month, head.card.township, asked.form, asked.id)
            : keys.taskIndex(signed.second, one.card.due, asked.id),
      },
      {
        add: keys.countKey(month, head.card.township),
        metrics: { assessments: 1, [`form.${asked.form}`]: 1 },
      },
      task
        ? {
            remove: keys.taskKey(household, taskId(one.id, asked.form, asked.person)),
            expect: { rev: task.rev },
          }
        : { check: keys.caseKey(household, one.id), expect: { rev: one.rev } },
    ]
    try {
      await store.write(writes)
      const row = { ...item, card, rev: 1 }
      return {
        assessment: await assessmentView(store, household, asked.id, row, place),
        replayed: false,
      }
    } catch (error) {
      if (!(error instanceof Conflict) || tried >= attempts) throw error
    }
  }
}
