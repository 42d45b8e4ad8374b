import * as z from 'zod'
import { type DocumentName, type Documents, documentSchemas } from '../schemas.ts'
import { todo } from '../source.ts'
import { checkActivations } from './activations.ts'
import { checkForms } from './forms.ts'
import { checkItems } from './items.ts'
import { checkLock } from './lock.ts'
import { checkMeasures } from './measures.ts'
import { checkNotice } from './notice.ts'
import { checkPeople } from './people.ts'
import { checkPrices, checkUnset } from './prices.ts'
import { checkProgramme } from './programme.ts'
import { type Check, type Finding, type Report, reporter } from './report.ts'
import { checkTree, checkWorkflow } from './tree.ts'

export type { Finding } from './report.ts'

const checks: readonly Check[] = [
  checkTree,
  checkWorkflow,
  checkPeople,
  checkItems,
  checkLock,
  checkActivations,
  checkPrices,
  checkUnset,
  checkMeasures,
  checkProgramme,
  checkNotice,
]

const todos = z.object({ todo: z.array(todo) })

/** The gaps that a document itself lists, forms too. */
const checkTodos = (raw: Readonly<Record<string, unknown>>, report: Report) => {
  for (const [name, document] of Object.entries(raw)) {
    const open = todos.safeParse(document)
    for (const gap of open.data?.todo ?? [])
      report('todo', name, gap.pointer.split('/').slice(1), 'left-open', gap.message)
  }
}

const required: readonly DocumentName[] = ['profile', 'objects', 'catalogue', 'fees', 'providers']

/**
 * What is wrong between documents: references to nothing, units that differ, days of prices that meet, and everything
 * that is not set (`todo`). Takes raw documents by key (`form:<key>` too); a document that does not fit its own schema is
 * skipped here, because the schema's own findings say so. Never throws.
 */
export const catalogueFindings = (raw: Readonly<Record<string, unknown>>): readonly Finding[] => {
  const { findings, report } = reporter()
  const parsed: Record<string, unknown> = {}
  const forms: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(raw)) {
    if (key.startsWith('form:')) forms[key] = value
    if (!Object.hasOwn(documentSchemas, key)) continue
    const result = documentSchemas[key as DocumentName].schema.safeParse(value)
    if (result.success) parsed[key] = result.data
  }
  const documents = parsed as Documents
  for (const name of required)
    if (!Object.hasOwn(raw, name))
      report('error', name, [], 'document-missing', `缺少“${documentSchemas[name].title}”，请补上。`)
  for (const check of checks) check(documents, report)
  checkForms(forms, documents, report)
  checkTodos({ ...parsed, ...forms }, report)
  return findings
}
