import type { FormDocument, OptionLists } from '#forms/definition'
import { compile, type Plan } from '#forms/engine'
import { maskIdNumber, maskName, maskPhone } from '#forms/standards'
import type { Assessment } from '../api/contract/index.ts'
import { document as documentBySha } from '../configuration/index.ts'
import type { Subject } from '../identity/index.ts'
import type { Row, TenantStore } from '../store/index.ts'
import { type Answer, mapAnswers } from './answers.ts'
import { type AssessmentBody, type AssessmentRow, assessmentCard, assessmentContext } from './assessment.ts'
import { hides } from './masked.ts'
import { type Hidden, reasonsView } from './reasons.ts'
import { unpacked } from './stored-trace.ts'

/** The plan of a form document as the server decides by it; `options` are the lists that the city's documents give. */
export const planOf = ({ definition, outcomes, recommends }: FormDocument, options?: OptionLists): Plan =>
  compile(definition, {
    ...(outcomes && { outcomes }),
    ...(recommends && { recommends }),
    ...(options && { options }),
  })

/** The form of an assessment, for ever: by its hash, not by its name. */
export const formBySha = async (store: TenantStore, sha: string): Promise<FormDocument> => {
  const found = await documentBySha<FormDocument>(store, sha)
  if (!found) throw new Error(`form ${sha} of an assessment is gone`)
  return found
}

const mask = ({ field, value }: Answer): unknown => {
  if (typeof value !== 'string' || field?.kind !== 'text') return null
  const { properties, type } = field.entry.component
  if (properties?.format === 'cn-id') return maskIdNumber(value)
  if (properties?.format === 'cn-mobile' || type === 'phoneNumber') return maskPhone(value)
  return properties?.element === 'person.name' ? maskName(value) : '***'
}

/**
 * An assessment as it was made, on the form it was made on. Answers above what the reader may see are masked: text
 * shows its mask, everything else is `null`, and `masked` lists their paths for `unmask`.
 */
export const assessmentView = async (
  store: TenantStore,
  household: string,
  id: string,
  row: Row<AssessmentRow>,
  place: Subject,
): Promise<Assessment> => {
  const body = store.open<AssessmentBody>(row.body, assessmentContext(household, id))
  const plan = planOf(await formBySha(store, row.formSha))
  const hidden: Hidden = (sensitivity) => hides(store, sensitivity, 'assessment.read', place)
  const masked: string[] = []
  const answers = mapAnswers(plan, body.answers, (answer) => {
    if (answer.value === null || !hidden(answer.sensitivity)) return answer.value
    masked.push(answer.path)
    return mask(answer)
  })
  const { by, at, status } = row.card
  return {
    ...assessmentCard(id, row, body.names[by]),
    household,
    case: row.card.case,
    investigators: row.investigators.map((member) => {
      const confirmedAt = member === by ? at : status === 'confirmed' ? row.confirmedAt : undefined
      return {
        member,
        name: body.names[member] ?? '',
        ...(confirmedAt !== undefined && { confirmedAt }),
      }
    }),
    startedAt: body.startedAt,
    finishedAt: body.finishedAt,
    formSha: row.formSha,
    answers,
    masked,
    ...reasonsView(plan, unpacked(body, plan, body.answers), hidden),
    quote: body.quote,
  }
}
