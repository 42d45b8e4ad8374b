import { type Conditional, isRecord } from '#forms/definition'
import { format } from '../../document/text.ts'

/** The text of a form in which the component at this place of its definition has another condition, or none. */
export const withConditional = (
  text: string,
  pointer: string,
  conditional: Conditional | undefined,
): string | undefined => {
  try {
    const form: unknown = JSON.parse(text)
    let at: unknown = isRecord(form) ? form['definition'] : undefined
    for (const step of pointer.split('/').slice(1))
      at = Array.isArray(at) ? at[Number(step)] : isRecord(at) ? at[step] : undefined
    if (!isRecord(at)) return undefined
    if (conditional) at['conditional'] = conditional
    else delete at['conditional']
    return format(form)
  } catch {
    return undefined
  }
}
