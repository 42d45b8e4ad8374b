import type { FormDocument } from '#forms/definition'

/** A form that may be filled for a household, or for one person of it. */
export type Further = { readonly form: FormDocument; readonly person?: string }

/**
 * What can be filled in a case about these persons. A form that is about nobody (a group, a check of a station, a
 * statement) belongs to no household and is not among them.
 */
export const furtherForms = (
  forms: readonly FormDocument[],
  persons: readonly string[],
): readonly Further[] =>
  forms.flatMap((form): readonly Further[] => {
    if (form.subject === 'household') return [{ form }]
    return form.subject === 'person' ? persons.map((person) => ({ form, person })) : []
  })
