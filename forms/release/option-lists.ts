import { catalogue, objects, profile } from '../catalogue/index.ts'
import type { Option } from '../definition/index.ts'
import { own } from './diff/same.ts'
import type { Documents } from './finding.ts'

/**
 * The lists that a question may take its choices from (`properties.options`): `catalogue` the active service items,
 * `objectClasses`, `householdClasses` and `traits` of the objects document, `divisions` of the profile. A list whose
 * document is missing or not valid is empty. Give them to `compile`, on the server and in the browser alike.
 */
export const optionLists = (documents: Documents): Readonly<Record<string, readonly Option[]>> => {
  const [items, classes, city] = [
    catalogue.safeParse(own(documents, 'catalogue')).data?.items ?? [],
    objects.safeParse(own(documents, 'objects')).data,
    profile.safeParse(own(documents, 'profile')).data,
  ]
  return {
    catalogue: items
      .filter(({ status }) => status === 'active')
      .map(({ key, name }) => ({ value: key, label: name })),
    objectClasses: keyed(classes?.classes),
    householdClasses: keyed(classes?.householdClasses),
    traits: keyed(classes?.traits),
    divisions: city?.divisions.map(({ code, name }) => ({ value: code, label: name })) ?? [],
  }
}

const keyed = (list: readonly { readonly key: string; readonly label: string }[] = []): readonly Option[] =>
  list.map(({ key, label }) => ({ value: key, label }))
