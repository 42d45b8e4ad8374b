import type { FormDocument } from '#forms/definition'
import { localDate } from '#forms/standards'
import { confirmAssessment } from '../../../functions/casework/confirm.ts'
import { submitAssessment } from '../../../functions/casework/submit.ts'
import { documentOf, liveOrRefuse, type ReleaseRow } from '../../../functions/configuration/index.ts'
import type { TenantStore } from '../../../functions/store/index.ts'
import type { Person } from './households.ts'
import { demoId } from './ids.ts'
import { type Ground, memberOf, storeAs } from './place.ts'

/** A visit to a household: who went, whom they met, and which case it was for. */
export type Visit = {
  readonly household: string
  readonly case: string
  readonly worker: string
  readonly village: string
  /** The persons of the case, head first. */
  readonly people: readonly Person[]
}

type Answers = Record<string, unknown>

const formOf = async (store: TenantStore, release: ReleaseRow, key: string): Promise<FormDocument> => {
  const form = await documentOf<FormDocument>(store, release, `form:${key}`)
  if (!form) throw new Error(`the demo city has no form ${key}`)
  return form
}

/** The answers of a sample that may be submitted and says so of this kind of family. */
const sampleOf = (form: FormDocument, fits: (answers: Answers) => boolean): Answers => {
  const good = (form.samples ?? []).filter(({ expect }) => (expect.errors ?? []).length === 0)
  const sample = good.find(({ answers }) => fits(answers as Answers)) ?? good[0]
  if (!sample) throw new Error(`form ${form.key} has no sample that may be submitted`)
  return structuredClone(sample.answers) as Answers
}

/** The visit's form, as the samples of the pack fill it, with this family's head and day. */
const visitAnswers = (form: FormDocument, [head]: readonly Person[], on: string): Answers => {
  const isPoor = head?.objectClass === 'near-poor'
  const answers = sampleOf(form, ({ householdClass, members }) => {
    const first = (members as readonly Answers[] | undefined)?.[0]
    return isPoor
      ? householdClass === 'marginal' && first?.['health'] === 'serious'
      : householdClass === 'dibao'
  })
  const members = answers['members'] as readonly Answers[]
  return {
    ...answers,
    visitDate: on,
    ...(head?.objectClass === 'tekun' && { householdClass: 'tekun' }),
    members: members.map((member, at) =>
      at === 0 && head ? { ...member, name: head.name, idNumber: head.idNumber } : member,
    ),
  }
}

/** Fills and sends the forms of a visit as the worker, and answers with their ids; the village still has to confirm. */
export const assess = async (ground: Ground, visit: Visit, at: Date): Promise<readonly string[]> => {
  const store = await storeAs(ground, visit.worker)
  const on = localDate(at)
  const release = await liveOrRefuse(store, on)
  const shared = {
    case: visit.case,
    release: release.n,
    investigators: [memberOf(ground, visit.worker), memberOf(ground, visit.village)],
    startedAt: at.toISOString(),
    finishedAt: at.toISOString(),
  }
  const send = async (form: string, answers: Answers, person?: string): Promise<string> => {
    const id = demoId(`assessment ${visit.case} ${form} ${person ?? ''}`, at)
    const asked = { ...shared, id, form, answers, ...(person !== undefined && { person }) }
    await submitAssessment(store, visit.household, asked, () => at)
    return id
  }

  const sent = [await send('visit', visitAnswers(await formOf(store, release, 'visit'), visit.people, on))]
  const selfCare = await formOf(store, release, 'self-care')
  for (const person of visit.people.filter(({ objectClass }) => objectClass === 'tekun')) {
    const answers = sampleOf(selfCare, ({ walking, bathing }) => walking === 'no' || bathing === 'no')
    sent.push(await send('self-care', { ...answers, assessDate: on }, person.id))
  }
  return sent
}

/** The second investigator confirms what was sent. */
export const confirm = async (
  ground: Ground,
  visit: Visit,
  sent: readonly string[],
  at: Date,
): Promise<void> => {
  const store = await storeAs(ground, visit.village)
  for (const id of sent) await confirmAssessment(store, visit.household, id, () => at)
}
