import type { HouseholdCard } from '../api/contract/index.ts'
import type { Row } from '../store/index.ts'

/** [county, township, village] codes, computed from the live division tree. */
export type Path = readonly [county: string, township: string, village: string]

/** What every list of households reads; the last two decide scope and never leave the server. */
export type CardRow = Omit<HouseholdCard, 'rev' | 'path'> & {
  readonly path: Path
  readonly assignees: readonly string[]
  readonly providers: readonly string[]
}

/** The household's head row. Everything that names a person is sealed in `body`, but for the masked name of the card. */
export type HeadRow = {
  readonly schema: 1
  readonly lawfulBasis: 'statutory_duty' | 'consent'
  readonly noticeVersion: string
  readonly by: string
  readonly at: string
  /** Keyed hash of the request that made the household: a replay is recognised, the content is not. */
  readonly request: string
  readonly body: Uint8Array
  readonly card: CardRow
}
export type HeadBody = { readonly address: string }

export type PersonRow = {
  readonly schema: 1
  /** Local date of registering. */
  readonly since?: string
  readonly serviceNumber?: string
  readonly body: Uint8Array
}
export type PersonBody = {
  readonly name: string
  readonly relation: string
  readonly traits: readonly string[]
  readonly objectClass?: string
  readonly idNumber?: string
  readonly phone?: string
  readonly guardian?: string
  /** Local date. */
  readonly born?: string
}

/** What a sealed body is bound to: a body moved to another row does not open. */
export const headContext = (household: string): string => `household ${household}`
export const personContext = (household: string, id: string): string => `person ${household} ${id}`

/** A card as it leaves the server. */
export const cardOf = ({ card, rev }: Row<{ readonly card: CardRow }>): HouseholdCard => {
  const { assignees: _assignees, providers: _providers, ...shown } = card
  return { ...shown, rev }
}
