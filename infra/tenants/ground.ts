import type { Link } from '../../functions/store/index.ts'
import type { Bucket } from '../../functions/store/operator-objects.ts'
import type { OperatorStore } from '../../functions/store/operator-store.ts'
import type { Vault } from './vault.ts'

/** A command that cannot be carried out, in a Chinese sentence that says what to do. Nothing was changed unless it says so. */
export class Unable extends Error {
  override readonly name = 'Unable'
}

/** Until when copies of what is deleted can still be brought back, as far as the place knows. */
export type Backups = {
  /** Days that the table can be set back by, of any row; undefined where that is switched off. */
  readonly days?: number
  /** Days that the monthly copies of the whole table are kept. */
  readonly exports?: number
}

/** What a command needs of the place it works on, as an operator of one city. */
export type Ground = {
  /** What people call the place: a stage, or this machine. */
  readonly place: string
  readonly table: string
  readonly store: OperatorStore
  /** The same way to the table, for stores of the city itself. */
  readonly link: Link
  readonly vault: Vault
  /** The bucket of archives, asked as the same session. */
  readonly bucket?: Bucket
  /** Issuer under which subjects are known. */
  readonly issuer: string
  /** Where the web client is opened. */
  readonly origin: string
  /** Folder of the built-in packs. */
  readonly packs: string
  /** Who works here, in words that an auditor can follow. */
  readonly by: string
  backups(): Promise<Backups>
  say(words: string): void
}

/** What a person works as: who opens a tenant is not who exports, closes and restores one. */
export type PersonRole = 'operator' | 'archivist'

/** A running system: of a stage, or of this machine. */
export type Place = {
  /** As an operator, unless it is said otherwise. */
  at(city: string, province: string, as?: PersonRole): Promise<Ground>
  /** Makes the table where nothing else makes it; answers its name. */
  readonly prepare?: () => Promise<string>
}
