import { type FormDocument, isRecord } from '#forms/definition'
import { format } from '../document/text.ts'

/** The members of a form document that stand beside its questions. */
export type Decisions = Pick<FormDocument, 'outcomes' | 'recommends'>

/** The text of a form with other outcomes or advice; an empty list is left out. Undefined while it is no JSON. */
export const withDecisions = (text: string, next: Decisions): string | undefined => {
  try {
    const form = JSON.parse(text) as Record<string, unknown>
    const changed = { ...form, ...next }
    const kept = Object.entries(changed).filter(
      ([key, value]) => !(key in next && Array.isArray(value) && value.length === 0),
    )
    return format(Object.fromEntries(kept))
  } catch {
    return undefined
  }
}

/** Whether results and advice have the members that are drawn; a half-written source is changed in the source. */
export const areDrawable = ({ outcomes, recommends }: Decisions): boolean =>
  every(
    outcomes,
    (one) =>
      hasTexts(one, 'key', 'title', 'rule') &&
      every(
        one['bands'],
        (band) => hasTexts(band, 'level', 'label') && isCount(band['from']) && isCount(band['to'] ?? 0),
      ),
  ) && every(recommends, (one) => hasTexts(one, 'item', 'because'))

const every = (list: unknown, test: (one: Record<string, unknown>) => boolean): boolean =>
  list === undefined || (Array.isArray(list) && list.every((one) => isRecord(one) && test(one)))
const hasTexts = (one: Record<string, unknown>, ...names: readonly string[]): boolean =>
  names.every((name) => typeof one[name] === 'string')
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
