import type { Catalogue, Objects, Profile } from '#forms/catalogue'
import type { Option } from '#forms/definition'

/** The lists that questions take their choices from, out of the documents around the form (as `optionLists` of `#forms/release` makes them). */
export function choicesOf(
  around: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly Option[]>> {
  const objects = around['objects'] as Objects | undefined
  const keyed = (list: readonly { readonly key: string; readonly label: string }[] = []) =>
    list.map(({ key, label }) => ({ value: key, label }))
  return {
    catalogue: ((around['catalogue'] as Catalogue | undefined)?.items ?? [])
      .filter(({ status }) => status === 'active')
      .map(({ key, name }) => ({ value: key, label: name })),
    objectClasses: keyed(objects?.classes),
    householdClasses: keyed(objects?.householdClasses),
    traits: keyed(objects?.traits),
    divisions: ((around['profile'] as Profile | undefined)?.divisions ?? []).map(({ code, name }) => ({
      value: code,
      label: name,
    })),
  }
}
