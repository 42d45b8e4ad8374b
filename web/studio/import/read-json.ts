import { type FormDocument, type ImportReport, importForm, isRecord, lintForm } from '#forms/definition'
import type { Failure, Imported, Line } from './imported.ts'
import { imports as words } from './zh.ts'

/** As many signs as a file may have bytes. */
export const textMost = 5 * 1024 * 1024

/** Reads Form.io JSON, or a form of this platform; anything else says what it is instead. A form without a title is called by the `name` of its file. */
export const readJson = (text: string, name = ''): Imported | Failure => {
  if (text.trim() === '') return fail(words.faults.empty)
  if (text.length > textMost) return fail(words.faults.large)
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return fail(words.faults.json.replace('{{place}}', placeOf(text)))
  }
  return ownForm(value) ?? formio(value, name)
}

const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

const fail = (failed: string, lines: readonly Line[] = []): Failure => ({ failed, lines })

/** A form of this platform is taken with its results and samples, where nothing is wrong with it. */
const ownForm = (value: unknown): Imported | undefined => {
  if (!isRecord(value) || value['schema'] !== 1 || !isRecord(value['definition'])) return undefined
  const form = value as FormDocument
  if (typeof form.title !== 'string' || typeof form.key !== 'string') return undefined
  const { components } = form.definition
  if (!Array.isArray(components) || lintForm(form).some(({ level }) => level === 'error')) return undefined
  return { from: 'own', form, taken: components.length, lines: [] }
}

const formio = (value: unknown, name: string): Imported | Failure => {
  const { form, report } = importForm(value)
  if (report.taken === 0) {
    const kind = Array.isArray(value) || !isRecord(value) || !('components' in value)
    return fail(kind ? words.faults.otherKind : words.faults.nothing, linesOf(report))
  }
  const title = name.replace(/\.[^.]*$/, '').slice(0, 100)
  const named = title !== '' && !(isRecord(value) && hasText(value['title'])) ? { ...form, title } : form
  return { from: 'formio', form: named, taken: report.taken, lines: linesOf(report) }
}

const linesOf = ({ refused, translated }: ImportReport): readonly Line[] => [
  ...refused.map(
    ({ label, path, message }): Line => ({
      level: 'refused',
      place: label || path || words.wholeForm,
      message,
    }),
  ),
  ...translated.map(
    ({ label, path, message, exact, from, to }): Line => ({
      level: exact ? 'changed' : 'lossy',
      place: label || path || words.wholeForm,
      message,
      ...(from !== '' && { from }),
      ...(to !== null && { to: typeof to === 'string' ? to : JSON.stringify(to) }),
    }),
  ),
]

/** Line and column at which a text stops being JSON, as far as it can be told. */
const placeOf = (text: string): string => {
  try {
    JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const [, at] = /position (\d+)/.exec(said) ?? []
    if (at !== undefined) {
      const before = text.slice(0, Number(at)).split('\n')
      return words.place
        .replace('{{line}}', String(before.length))
        .replace('{{column}}', String((before.at(-1)?.length ?? 0) + 1))
    }
  }
  return ''
}
