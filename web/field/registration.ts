import { maskName } from '#forms/standards'
import type { HouseholdRequest } from '../../functions/api/contract/index.ts'
import type { Refused } from './refused.ts'

/** One person as it stands on the screen: every text as typed, empty where nothing is said. */
export type PersonEntry = {
  /** ULID of the person to be. */
  readonly id: string
  readonly name: string
  readonly relation: string
  readonly idNumber: string
  /** Local date, for whom no id number is known. */
  readonly born: string
  readonly phone: string
  readonly objectClass: string
  readonly traits: readonly string[]
  readonly guardian: string
}

export type RegistrationEntry = {
  readonly township: string
  readonly village: string
  readonly address: string
  readonly people: readonly PersonEntry[]
  readonly basis: '' | HouseholdRequest['lawfulBasis']
  /** The people agreed after they had heard the notice. */
  readonly agreed: boolean
}

/** A household in work on this device, until the server has it. */
export type Registration = {
  readonly kind: 'household'
  /** ULID of the household to be; every attempt to send uses the same. */
  readonly id: string
  readonly city: string
  readonly entry: RegistrationEntry
  /** Instant, ISO 8601; empty while nothing has been typed. */
  readonly savedAt: string
  /** What the server refused at the last attempt. */
  readonly refused?: Refused | undefined
}

/** A registered household on its way; its draft stays beside it until the server has answered. */
export type NewHousehold = {
  readonly draft: Registration
  readonly request: HouseholdRequest
  readonly tries: number
}

export const HEAD = '户主'

/** The masked name by which lists call it, as the server will: its head's, else the first person's; maybe empty. */
export const headOf = ({ people }: RegistrationEntry): string =>
  maskName((people.find(({ relation }) => relation === HEAD) ?? people[0])?.name.trim() ?? '')
