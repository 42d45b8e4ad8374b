import { type FormDocument, lint } from '../../definition/index.ts'
import { isRecord, listIn, own, textIn } from '../diff/same.ts'
import type { Finding } from '../finding.ts'
import { readForm } from '../form-document.ts'
import { kindOf } from '../kinds.ts'
import { schemaFindings } from './issue.ts'

/** What can be said of one document alone, without the others: its shape, its form, its rules, its to-dos. */
export const checkDocument = (key: string, document: unknown): readonly Finding[] => [
  ...checkShape(key, document),
  ...todos(key, document),
]

/** The same without its to-dos. */
export const checkShape = (key: string, document: unknown): readonly Finding[] => {
  const kind = kindOf(key)
  if (kind === undefined) {
    const message = `没有“${key}”这种配置文件，请删除，或改用正确的文件名。`
    return [{ level: 'error', document: key, pointer: '', code: 'unknown-document', message }]
  }
  return [...schemaFindings(key, kind.schema, document), ...(kind.prefix ? formFindings(key, document) : [])]
}

const formFindings = (key: string, form: unknown): readonly Finding[] => [
  ...wrongKey(key, form),
  ...definitionFindings(key, form),
]

const wrongKey = (key: string, form: unknown): readonly Finding[] => {
  const inside = textIn(form, 'key')
  if (inside === undefined || `form:${inside}` === key) return []
  const message = `评估表自身的标识“${inside}”与文件名“${key}”不一致，请改为“${key.slice(5)}”。`
  return [{ level: 'error', document: key, pointer: '/key', code: 'form-key', message }]
}

/** Members of a form document beside its definition that hold rules; the linter points at them from the document. */
const beside = /^\/(outcomes|recommends)(\/|$)/

const definitionFindings = (document: string, form: unknown): readonly Finding[] => {
  const { outcomes, recommends }: Partial<FormDocument> = readForm(form) ?? {}
  const definition = own(form, 'definition')
  // The schema has said already that there is no definition.
  if (!isRecord(definition)) return []
  const found = lint(definition, { ...(outcomes && { outcomes }), ...(recommends && { recommends }) })
  return found.map(({ level, code, pointer, label, message }) => ({
    level,
    document,
    pointer: beside.test(pointer) ? pointer : `/definition${pointer}`,
    code,
    message,
    ...(label !== undefined && { label }),
  }))
}

/** What the paper leaves open is listed in the document itself. */
const todos = (document: string, value: unknown): readonly Finding[] =>
  listIn(value, 'todo').flatMap((entry) => {
    const message = textIn(entry, 'message')
    const pointer = own(entry, 'pointer')
    if (message === undefined || typeof pointer !== 'string') return []
    return [{ level: 'todo' as const, document, pointer, code: 'left-open', message }]
  })
