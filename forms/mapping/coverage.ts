import { catalogue } from '../catalogue/index.ts'
import { commonServiceOf } from '../elements/index.ts'
import type { Documents } from '../release/index.ts'
import { fieldsOf, type MappedField } from './field.ts'

/** How many of something there are, and how many of them the shared dictionary knows. */
export type Share = { readonly all: number; readonly mapped: number }

export type FormCoverage = Share & {
  /** Document key: `form:visit`. */
  readonly document: string
  readonly fields: readonly MappedField[]
}

export type Coverage = {
  readonly fields: Share
  readonly forms: readonly FormCoverage[]
  readonly items: Share & {
    readonly unmapped: readonly { readonly name: string; readonly pointer: string }[]
  }
  /** Element code → documents that ask it. */
  readonly used: ReadonlyMap<string, readonly string[]>
}

/**
 * How much of a configuration the shared dictionary covers: only what is mapped, and mapped without a difference, can
 * be compared between cities. Retired items are not counted. Any documents may be passed; what cannot be read counts
 * as nothing.
 */
export const coverage = (documents: Documents): Coverage => {
  const forms = Object.entries(documents)
    .filter(([key]) => key.startsWith('form:'))
    .map(([document, form]): FormCoverage => {
      const fields = fieldsOf(form)
      return { document, fields, all: fields.length, mapped: fields.filter(isMapped).length }
    })
  const sum = (pick: (form: FormCoverage) => number) => forms.reduce((total, form) => total + pick(form), 0)
  return {
    fields: { all: sum(({ all }) => all), mapped: sum(({ mapped }) => mapped) },
    forms,
    items: itemsOf(documents),
    used: usesOf(forms),
  }
}

/** Known to the dictionary, and meaning the same there. */
export const isMapped = ({ element, differences }: MappedField): boolean =>
  element !== undefined && differences.length === 0

const itemsOf = (documents: Documents): Coverage['items'] => {
  const parsed = catalogue.safeParse(
    Object.hasOwn(documents, 'catalogue') ? documents['catalogue'] : undefined,
  )
  const items = (parsed.data?.items ?? []).map((item, index) => ({ item, pointer: `/items/${index}/common` }))
  const counted = items.filter(({ item }) => item.status !== 'retired')
  const unmapped = counted.filter(({ item }) => item.common === null || !commonServiceOf(item.common))
  return {
    all: counted.length,
    mapped: counted.length - unmapped.length,
    unmapped: unmapped.map(({ item, pointer }) => ({ name: item.name, pointer })),
  }
}

const usesOf = (forms: readonly FormCoverage[]): Coverage['used'] => {
  const used = new Map<string, string[]>()
  for (const { document, fields } of forms)
    for (const code of new Set(fields.flatMap(({ element }) => element?.code ?? [])))
      used.set(code, [...(used.get(code) ?? []), document])
  return used
}
