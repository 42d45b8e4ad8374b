import {
  catalogue as catalogueShape,
  disclosure as disclosureShape,
  profile as profileShape,
} from '#forms/catalogue'
import { walk } from '#forms/definition'
import { type FeeRow, fees as feesShape, priceSpan } from '#forms/fees'
import { indicators as indicatorsShape } from '#forms/indicators'
import { formDocument } from '#forms/release'
import type { ReleaseRow } from '../configuration/index.ts'
import type { DisclosedFee, DisclosedForm, DisclosedItem, DisclosedVersion } from './disclosed.ts'

type Documents = Readonly<Record<string, unknown>>

/** Active items under the names of their categories. */
const itemsOf = (document: unknown): readonly DisclosedItem[] => {
  const parsed = catalogueShape.safeParse(document)
  if (!parsed.success) return []
  const categories = new Map(parsed.data.categories.map(({ key, label }) => [key, label]))
  return parsed.data.items
    .filter(({ status }) => status === 'active')
    .map(({ key, name, common, category, unit }) => ({
      item: key,
      name,
      common,
      category: categories.get(category) ?? category,
      unit,
    }))
}

const feesOf = (document: unknown): readonly DisclosedFee[] => {
  const parsed = feesShape.safeParse(document)
  if (!parsed.success) return []
  return parsed.data.rows.map((row) => {
    const { item, unit, from, to, level, objectClass, division } = row
    return {
      item,
      unit,
      ...priceOf(row),
      from,
      ...(to !== undefined && { to }),
      ...(level !== undefined && { level }),
      ...(objectClass !== undefined && { objectClass }),
      ...(division !== undefined && { division }),
    }
  })
}

/** Tiers that all cost the same are one price. */
const priceOf = (row: FeeRow): Pick<DisclosedFee, 'amount' | 'tiers'> => {
  const span = priceSpan(row)
  if (span === undefined) return { amount: null }
  const { low, high } = span
  return low === high ? { amount: low } : { amount: null, tiers: { low, high } }
}

/** A form's structure is public: which shared elements it asks, not how it words the question. */
const formOf = (key: string, document: unknown): readonly DisclosedForm[] => {
  const parsed = formDocument.safeParse(document)
  if (!parsed.success) return []
  const asked = new Set<string>()
  walk(parsed.data.definition, ({ component }) => {
    const element = component.properties?.element
    if (typeof element === 'string') asked.add(element)
    return true
  })
  return [{ form: key, title: parsed.data.title, elements: [...asked].sort() }]
}

const indicatorsOf = (document: unknown, allowed: readonly string[]) =>
  (indicatorsShape.safeParse(document).data?.indicators ?? [])
    .filter(({ key, period }) => period === 'month' && allowed.includes(key))
    .map(({ note: _, ...definition }) => ({
      indicator: definition.key,
      name: definition.name,
      definition,
    }))

/**
 * The public part of one release, as far as the city's `disclosure` document allows this province. Without that
 * document, or where it names another province, nothing but the city's name and its release number leaves.
 */
export const disclosedVersion = (
  release: Pick<ReleaseRow, 'n' | 'effectiveFrom' | 'at'>,
  documents: Documents,
  province: string,
): DisclosedVersion => {
  const disclosure = disclosureShape.safeParse(documents['disclosure']).data
  const allowed = disclosure?.to === province ? disclosure : undefined
  const profile = profileShape.safeParse(documents['profile']).data
  const fees = feesShape.safeParse(documents['fees']).data
  const parts = {
    catalogue: allowed?.catalogue ?? false,
    fees: allowed?.fees ?? false,
    forms: allowed?.forms ?? false,
  }
  const forms = Object.entries(documents).filter(([key]) => key.startsWith('form:'))
  return {
    release: release.n,
    from: release.effectiveFrom,
    at: release.at,
    name: profile?.name ?? '',
    demo: (profile?.demo ?? false) || (fees?.demo ?? false),
    parts,
    items: parts.catalogue ? itemsOf(documents['catalogue']) : [],
    fees: parts.fees ? feesOf(documents['fees']) : [],
    forms: parts.forms ? forms.flatMap(([key, document]) => formOf(key, document)) : [],
    indicators: indicatorsOf(documents['indicators'], allowed?.indicators ?? []),
  }
}
