import { provinceCodes, provinceName } from '#forms/standards'
import { entriesAt, type Place, valueAt } from './place.ts'

/** What can be chosen for a key that points somewhere: into this document or one beside it. */
export type Reference = { readonly value: string; readonly label: string }

type Documents = Readonly<Record<string, unknown>>
type Target = readonly [document: string, ...list: string[]]

/** Member path without positions → where its keys are defined. */
const targets: Readonly<Record<string, Target>> = {
  'objects/classes/rule/householdClasses': ['objects', 'householdClasses'],
  'objects/classes/rule/all': ['objects', 'traits'],
  'objects/classes/rule/any': ['objects', 'traits'],
  'profile/archive/papers/when': ['objects', 'traits'],
  'programmes/programmes/indicators': ['indicators', 'indicators'],
  'programmes/programmes/budget/fund': ['funds', 'funds'],
  'programmes/programmes/budget/topUp/fund': ['funds', 'funds'],
  'programmes/programmes/budget/limit': ['indicators', 'indicators'],
  'disclosure/indicators': ['indicators', 'indicators'],
}

/** Members that name forms of the configuration. */
const forms = new Set([
  'programmes/programmes/forms',
  'programmes/programmes/reports/form',
  'profile/stages/forms',
])

/** Members that name a province by its code. */
const provinces = new Set(['disclosure/to'])

const named = (entry: unknown): Reference | undefined => {
  const value = valueAt(entry, ['key'])
  if (typeof value !== 'string') return undefined
  const label = [valueAt(entry, ['label']), valueAt(entry, ['name'])].find((one) => typeof one === 'string')
  return { value, label: typeof label === 'string' ? label : value }
}

/**
 * The choices for the member at `path` (`document/member/…`), or undefined where it points nowhere. `documents` are
 * all of the configuration, the edited one as it stands now.
 */
export const referencesFor = (path: string, documents: Documents): readonly Reference[] | undefined => {
  if (forms.has(path))
    return Object.entries(documents)
      .filter(([key]) => key.startsWith('form:'))
      .map(([key, form]) => ({ value: key.slice(5), label: titleOf(form) ?? key.slice(5) }))
  if (provinces.has(path)) return provinceCodes.map((code) => ({ value: code, label: provinceName(code) }))
  const target = targets[path]
  if (!target) return undefined
  const [document, ...list] = target
  return entriesAt(documents[document], list).flatMap((entry) => named(entry) ?? [])
}

const titleOf = (form: unknown): string | undefined => {
  const title = valueAt(form, ['title'])
  return typeof title === 'string' ? title : undefined
}

/** `['stages', 3, 'actors']` of `profile` → `profile/stages/actors`. */
export const pathOf = (document: string, place: Place): string =>
  [document, ...place.filter((step) => typeof step === 'string' && !/^\d+$/.test(step))].join('/')
