import { readFileSync } from 'node:fs'
import { ulid } from 'ulid'
import type { HouseholdInput } from '../../../functions/casework/index.ts'
import type { Harness } from '../harness.ts'
import { oldPerson } from './people.ts'

type Json = Record<string, unknown>

export const city = '/api/cities/341700'

const sampleOf = (form: string, at: number): Json => {
  const file = new URL(`../../../forms/packs/341700-care/form-${form}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')).samples[at].answers
}

/** Answers that the pack itself says are right. */
export const visitAnswers = (): Json => ({ ...sampleOf('visit', 0), visitDate: '2026-11-20' })
/** All six indicators unmet but the last: 完全丧失. */
export const selfCareAnswers = (change: Json = {}): Json => ({
  ...sampleOf('self-care', 1),
  assessDate: '2026-11-20',
  eating: 'no',
  dressing: 'no',
  transfer: 'no',
  toileting: 'no',
  walking: 'no',
  bathing: 'yes',
  ...change,
})

export type Visit = {
  readonly household: string
  readonly person: string
  readonly case: string
  readonly body: HouseholdInput
}

/** A registered household with a case that a worker and a village cadre visit. */
export const startVisit = async (yihu: Harness, body = oldPerson(), change: Json = {}): Promise<Visit> => {
  const made = await yihu.as('341700.township', `${city}/households`, { body })
  if (made.status !== 201) throw new Error(made.text)
  const person = body.people[0]?.id as string
  const opened = await yihu.as('341700.township', `${city}/households/${body.id}/cases`, {
    body: {
      id: ulid(),
      programme: 'material-and-service',
      persons: [person],
      source: 'window',
      assignee: yihu.member('341700.worker'),
      partner: yihu.member('341700.village'),
      ...change,
    },
  })
  if (opened.status !== 201) throw new Error(opened.text)
  return { household: body.id, person, case: opened.json.id, body }
}

const times = { startedAt: '2026-11-20T02:00:00Z', finishedAt: '2026-11-20T03:00:00Z' }

export const visitForm = (yihu: Harness, visit: Visit, change: Json = {}): Json => ({
  id: ulid(),
  case: visit.case,
  form: 'visit',
  release: 1,
  answers: visitAnswers(),
  investigators: [yihu.member('341700.worker'), yihu.member('341700.village')],
  ...times,
  ...change,
})

export const selfCareForm = (yihu: Harness, visit: Visit, change: Json = {}): Json =>
  visitForm(yihu, visit, { form: 'self-care', person: visit.person, answers: selfCareAnswers(), ...change })

export const submit = (yihu: Harness, visit: Visit, body: unknown, subject = '341700.worker') =>
  yihu.as(subject, `${city}/households/${visit.household}/assessments`, { body })

export const confirm = (yihu: Harness, visit: Visit, id: unknown, subject = '341700.village') =>
  yihu.as(subject, `${city}/households/${visit.household}/assessments/${id}/confirm`, { method: 'POST' })

/** Every row of a household, with the rows that stand beside it: to prove that a refusal changed nothing. */
export const rowsOf = async (yihu: Harness, visit: Visit): Promise<string> => {
  const store = await yihu.store('341700')
  const [own, counters] = [await store.all(`HH#${visit.household}`), await store.all('COUNT')]
  return JSON.stringify([own, counters])
}
