import { asksCity, cityOptions, type FormDocument } from '#forms/definition'
import type { Outcome } from '#forms/engine'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { type AssessmentBody, type AssessmentRow, assessmentContext } from './assessment.ts'
import type { AssessmentInput } from './assessment-request.ts'
import { document, formOf, type Release } from './configuration.ts'
import { type PersonBody, personContext } from './household.ts'
import { judged } from './judged.ts'
import { dayOf } from './moments.ts'
import { priced } from './pricing.ts'
import { packed } from './stored-trace.ts'
import type { Loaded, reached } from './submission.ts'
import { signedBy } from './team.ts'
import { planOf } from './view-assessment.ts'

/** Sealed bytes that still leave room for the rest of a row of 400 KB. */
const largest = 350_000

const pinnedForm = async (store: TenantStore, release: Release, asked: AssessmentInput) => {
  const form = await formOf(store, release, asked.form)
  if (!form)
    throw new Refused('invalid', '这一版配置中没有这张表，请更新本机的表单后重新填写。', {
      errors: [{ path: 'form', code: 'form', message: '没有这张表。' }],
    })
  checkSubject(form.document, asked.person)
  return form
}

/** A form about a person needs one; a form about the household takes none; one about neither has no place here. */
const checkSubject = ({ subject, title }: FormDocument, person: string | undefined): void => {
  if (subject === undefined)
    throw new Refused('invalid', `“${title}”不是为某一户或某个人填写的，不能存入家庭档案。`, {
      errors: [{ path: 'form', code: 'subject', message: '请改选针对全户或成员的表。' }],
    })
  if ((subject === 'person') === (person !== undefined)) return
  const message = person === undefined ? '请选择评估哪名成员。' : '这张表针对全户，不能指定成员。'
  throw new Refused('invalid', '评估对象不对，请重新选择。', {
    errors: [{ path: 'person', code: 'person', message }],
  })
}

/** `second` still has to confirm. `outcomes` are what the form found out, for the counters. */
export type Composed = {
  readonly row: AssessmentRow
  readonly second: string | undefined
  readonly outcomes: readonly Outcome[]
}

/**
 * Turns a submission into the row that is stored: decided again by the pinned form, priced by the release's fees on
 * the day it was finished, sealed. `second` still has to confirm. Refuses `invalid` with every wrong field.
 */
export const compose = async (
  store: TenantStore,
  asked: AssessmentInput,
  { members, person }: Loaded,
  { head, one }: ReturnType<typeof reached>,
  { release, request, now }: { readonly release: Release; readonly request: string; readonly now: Date },
): Promise<Composed> => {
  const household = head.card.id
  const on = dayOf(asked.startedAt, asked.finishedAt, now)
  const form = await pinnedForm(store, release, asked)
  const [profile, catalogue, fees] = await Promise.all([
    document(store, release, 'profile'),
    document(store, release, 'catalogue'),
    document(store, release, 'fees'),
  ])
  const { answers, outcomes, recommended } = judged(
    form.document,
    asked.answers,
    { today: on, demo: profile.demo },
    asksCity(form.document.definition)
      ? cityOptions({ profile, catalogue, objects: await document(store, release, 'objects') })
      : undefined,
  )
  const { path } = head.card
  const { names, second } = signedBy(store, form.document, asked.investigators, members, path)
  const objectClass =
    person && store.open<PersonBody>(person.body, personContext(household, asked.person ?? '')).objectClass
  const named = { catalogue, fees, release: release.n }
  const advised = priced(named, recommended, outcomes, { on, path, objectClass })
  const body: AssessmentBody = {
    answers,
    ...packed({ outcomes, recommended: advised.recommended }, planOf(form.document), answers),
    quote: advised.quote,
    names,
    startedAt: asked.startedAt,
    finishedAt: asked.finishedAt,
  }
  const sealed = store.seal(body, assessmentContext(household, asked.id))
  if (sealed.length > largest) throw new Refused('too-large', '这份表的内容太多，请删减文字后再提交。')
  const row: AssessmentRow = {
    schema: 1,
    formSha: form.sha,
    investigators: asked.investigators,
    request,
    body: sealed,
    card: {
      case: one.id,
      form: asked.form,
      title: form.document.title,
      release: release.n,
      status: second === undefined ? 'confirmed' : 'awaiting',
      by: store.tenant.member,
      at: now.toISOString(),
      ...(asked.person !== undefined && { person: asked.person }),
    },
  }
  return { row, second, outcomes }
}
