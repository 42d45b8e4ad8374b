import { localDate } from '#forms/standards'
import type { Assessment } from '../api/contract/index.ts'
import type { Subject } from '../identity/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type Row, type TenantStore, type Write } from '../store/index.ts'
import type { AssessmentRow } from './assessment.ts'
import type { AssessmentInput } from './assessment-request.ts'
import { type Composed, compose } from './compose.ts'
import { formOf, type Release } from './configuration.ts'
import { follows, submitted } from './counted.ts'
import { pinnedRelease } from './pinned.ts'
import { checkFurther, type Loaded, load, reached, taskOf } from './submission.ts'
import { text } from './text.ts'
import { assessmentView } from './view-assessment.ts'

const attempts = 3

/** What this very submission was before, where it was; anything else under its id is refused. */
const replayOf = (store: TenantStore, { record, head }: Loaded, request: string) => {
  if (!record || record.card.by !== store.tenant.member) return undefined
  if (record.request !== request)
    throw new Refused('key-reused', '这份评估表已经提交过，内容与这次不同。请刷新后查看，需要时另填一份。')
  const place: Subject = { path: head?.card.path ?? [], assignees: record.investigators }
  return { record, place }
}

/**
 * While a second investigator has to confirm, the record stands in the index as that member's task: no task row to
 * write, to pay for and to remove again. Afterwards it moves among the month's assessments.
 */
const writesFor = (
  asked: AssessmentInput,
  { task }: Loaded,
  { head, one }: ReturnType<typeof reached>,
  { row: { card, ...item }, second, outcomes }: Composed,
  today: string,
): readonly Write[] => {
  const { id: household, township } = head.card
  const month = keys.monthOf(today)
  return [
    {
      put: keys.assessmentKey(household, asked.id),
      item,
      card,
      expect: 'absent',
      index:
        second === undefined
          ? keys.assessmentIndex(month, township, asked.form, asked.id)
          : keys.taskIndex(second, one.card.due, asked.id),
    },
    {
      add: keys.countKey(month, township, one.programme),
      metrics: submitted(asked.form, outcomes, one, today),
    },
    // Without a task to take away the case itself moves on, so that nobody decides or ends it without this form.
    task
      ? { remove: keys.taskKey(household, taskOf(asked)), expect: { rev: task.rev } }
      : {
          change: keys.caseKey(household, one.id),
          set: follows(asked.form, one) ? { followed: true } : {},
          expect: { rev: one.rev },
        },
  ]
}

/** In a case about one person alone, a form about a person is about that one, also where nobody is named. */
const meant = async (
  store: TenantStore,
  release: Release,
  asked: AssessmentInput,
  [only, ...others]: readonly string[],
): Promise<AssessmentInput> => {
  if (asked.person !== undefined || only === undefined || others.length > 0) return asked
  const form = await formOf(store, release, asked.form)
  return form?.document.subject === 'person' ? { ...asked, person: only } : asked
}

/**
 * Stores an assessment (S2 三, 入户调查): one BatchGet, the decision, one transaction of the record (put absent), the
 * month's counter and the task that it fulfils. The server decides again by the pinned form; errors name every field
 * and store nothing. `sent.id` is the device's ULID and the submission's idempotency: a replay by its sender answers
 * with what was stored. Refuses `invalid`, `not-found`, `conflict`, `key-reused`, `release-too-old`, `too-large`.
 */
export const submitAssessment = async (
  store: TenantStore,
  household: string,
  sent: AssessmentInput,
  clock: () => Date,
): Promise<{ readonly assessment: Assessment; readonly replayed: boolean }> => {
  const request = store.blind(`assessment ${household} ${text(sent)}`)
  const now = clock()
  const today = localDate(now)
  const answer = async (row: Row<AssessmentRow>, place: Subject, replayed: boolean) => ({
    assessment: await assessmentView(store, household, sent.id, row, place),
    replayed,
  })
  let asked = sent
  for (let tried = 1; ; tried++) {
    const loaded = await load(store, household, asked)
    const before = replayOf(store, loaded, request)
    if (before) return answer(before.record, before.place, true)
    const at = reached(store, loaded, asked)
    if (loaded.record) throw new Refused('conflict', '这个编号的评估表已由别人提交，请刷新后查看。')
    const release = await pinnedRelease(store, loaded.published, asked.release, today)
    const whole = await meant(store, release, asked, at.one.persons)
    if (whole !== asked) {
      // The person and the task that is theirs are still to be read.
      asked = whole
      continue
    }
    const composed = await compose(store, asked, loaded, at, { release, request, now })
    if (!loaded.task) await checkFurther(store, household, at.one, asked)
    try {
      await store.write(writesFor(asked, loaded, at, composed, today))
      return await answer({ ...composed.row, rev: 1 }, at.place, false)
    } catch (error) {
      if (!(error instanceof Conflict) || tried >= attempts) throw error
    }
  }
}
