import type { Catalogue, Funds, Objects, Profile } from '#forms/catalogue'
import type { Fees } from '#forms/fees'
import { fees as feesSchema } from '#forms/fees'
import { useLiveRelease } from '../../app/documents.ts'
import { useDocumentsOf } from '../documents-of.ts'
import { useDraft } from '../draft.ts'

/** What a price depends on, as one configuration has it. `fees: undefined` = it cannot be read as a fee standard. */
export type PriceBook = {
  readonly around: Readonly<Record<string, unknown>>
  readonly fees: Fees | undefined
  readonly catalogue: Catalogue | undefined
  readonly funds: Funds | undefined
  readonly objects: Objects | undefined
  readonly profile: Profile | undefined
}

const needed = ['profile', 'objects', 'catalogue', 'fees', 'funds']
const isNeeded = (key: string): boolean => needed.includes(key) || key.startsWith('form:')

/** The documents that prices come from: of the draft, or of the release in use. `undefined` while loading. */
export function usePriceBook(city: string, which: 'draft' | 'live'): PriceBook | undefined {
  const draft = useDraft(city, which === 'draft')
  const live = useLiveRelease(city)
  const released = live.data && Object.entries(live.data.documents).map(([key, sha]) => ({ key, sha }))
  const drafted = draft.data?.documents.filter(({ state }) => state !== 'removed')
  const around = useDocumentsOf(city, which === 'draft' ? drafted : released, isNeeded)
  return around && bookOf(around)
}

const bookOf = (around: Readonly<Record<string, unknown>>): PriceBook => ({
  around,
  fees: feesSchema.safeParse(around['fees']).data,
  catalogue: around['catalogue'] as Catalogue | undefined,
  funds: around['funds'] as Funds | undefined,
  objects: around['objects'] as Objects | undefined,
  profile: around['profile'] as Profile | undefined,
})
