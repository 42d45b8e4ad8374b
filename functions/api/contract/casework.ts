import type { AssessmentCard } from './assessment.ts'
import type { FieldError } from './common.ts'

/**
 * `GET …/households?township=` (without it: of every township the reader works in) and the card in every list.
 * Names are masked: 张*.
 */
export type HouseholdCard = {
  readonly id: string
  /** The household's own number, never reused, e.g. 池0000012. */
  readonly number: string
  readonly head: string
  readonly persons: number
  /** [county, township, village] codes. */
  readonly path: readonly string[]
  readonly township: string
  readonly village: string
  readonly open: boolean
  readonly rev: number
}

/** `GET …/households/{id}`: one household, one file. Values are masked by sensitivity and role. */
export type HouseholdFile = HouseholdCard & {
  readonly address: Masked
  readonly lawfulBasis: 'statutory_duty' | 'consent'
  readonly noticeVersion: string
  readonly people: readonly PersonView[]
  readonly cases: readonly CaseView[]
  readonly tasks: readonly TaskCard[]
  readonly assessments: readonly AssessmentCard[]
}

/** A value that may be hidden from this reader. `path` is what `POST …/unmask` takes. */
export type Masked = { readonly text: string; readonly masked: boolean; readonly path: string }

export type PersonView = {
  readonly id: string
  readonly name: Masked
  readonly idNumber?: Masked
  readonly phone?: Masked
  readonly relation: string
  readonly birthYear?: number
  readonly traits: readonly string[]
  readonly objectClass?: string
  /** 服务号, given when the need is confirmed, never reused. */
  readonly serviceNumber?: string
  readonly guardian?: Masked
}

export type CaseView = {
  readonly id: string
  readonly programme: string
  readonly stage: string
  readonly due: string
  readonly assignee?: string
  readonly source: string
  readonly persons: readonly string[]
  readonly release: number
  readonly rev: number
  readonly partner?: string
  /** Their names, where the reader may know them. */
  readonly assigneeName?: string
  readonly partnerName?: string
  /** To whom the case was referred. */
  readonly provider?: string
  /** What this reader may do with the case at its stage, in the order of the work; take the `action`s of `CaseAction`. */
  readonly actions?: readonly CaseAction['action'][]
}

/** `POST …/households/{id}/cases` → 201 `CaseView` (200 on a replay). `id` is a ULID made by the client. */
export type CaseRequest = {
  readonly id: string
  readonly programme: string
  /** Person ids of this household whom the case is about. */
  readonly persons: readonly string[]
  /** How the case came in, e.g. `window`, `found`; a channel of the profile where it lists them. */
  readonly source: string
  /** With an assignee the case is accepted at once: state `awaiting-visit`, and the visit's tasks stand. */
  readonly assignee?: string
  /** The second investigator, where the visit takes two. */
  readonly partner?: string
  /** Local date by which the visit is due; 10 days from today if absent. */
  readonly due?: string
}

/**
 * `PATCH …/cases/{case}` with `If-Match: "<rev>"` → `CaseView`. `CaseView.stage` is a key of the profile's `states`;
 * which action leads where, and who may take it: functions/casework/stages.ts. `household` may be left out; naming it
 * saves a request.
 */
export type CaseAction =
  /** Names the pair who will visit: `assignee` gets the tasks, `partner` confirms (optional: the form names both). */
  | {
      readonly action: 'accept'
      readonly household?: string
      readonly assignee: string
      readonly partner?: string
      readonly due?: string
    }
  | {
      readonly action: 'assign'
      readonly household?: string
      readonly assignee: string
      readonly partner?: string
      readonly due?: string
    }
  /** The visit is done: every task of it is submitted. */
  | { readonly action: 'assess'; readonly household?: string }
  | { readonly action: 'return'; readonly household?: string; readonly reason: string }
  | {
      readonly action: 'decide'
      readonly household?: string
      readonly approved: boolean
      readonly reason?: string
    }
  | { readonly action: 'refer'; readonly household?: string; readonly provider: string }
  | { readonly action: 'start'; readonly household?: string }
  | { readonly action: 'stop'; readonly household?: string; readonly reason: string }
  | { readonly action: 'close'; readonly household?: string; readonly reason: string }

/** `GET …/tasks/mine`, by household and due date. */
export type TaskCard = {
  readonly id: string
  readonly kind: 'assess' | 'confirm'
  readonly household: HouseholdCard
  readonly case: string
  /** Form key, e.g. `visit`, `self-care`. */
  readonly form: string
  readonly title: string
  readonly due: string
  /** With `confirm`: the assessment that waits for the second investigator. */
  readonly assessment?: string
  readonly person?: string
}

/** `POST …/households` → 201 `HouseholdCard` (200 on a replay). The id number is checked, sealed, and searchable only by its blind index. */
export type HouseholdRequest = {
  readonly id: string
  readonly township: string
  readonly village: string
  readonly address: string
  readonly lawfulBasis: 'statutory_duty' | 'consent'
  readonly noticeVersion: string
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly idNumber?: string
    readonly phone?: string
    readonly relation: string
    readonly traits: readonly string[]
    readonly objectClass?: string
    readonly guardian?: string
    /** Local date, for a person without an id number. */
    readonly born?: string
  }[]
}

/** `PATCH …/households/{id}` with `If-Match` of the card's rev → `HouseholdCard`. */
export type HouseholdChange = {
  readonly address?: string
  /** People who joined the household. */
  readonly join?: HouseholdRequest['people']
  /** `false` closes the file; refused while a case is open. */
  readonly open?: boolean
}

/** `POST …/search { idNumber }` → `{ found }`: null also when the household is out of the reader's scope. */
export type SearchAnswer = {
  readonly found: { readonly household: HouseholdCard; readonly person: string } | null
}

export type QueueRow = {
  readonly case: string
  readonly household: HouseholdCard
  readonly stage: string
  readonly due: string
  readonly rev: number
}
/**
 * `POST …/households/{id}/unmask` shows one value and is audited. `path` is a `Masked.path` of the file, or, for an
 * answer, `assessments.<assessment id>.<a path of Assessment.masked>`.
 */
export type UnmaskRequest = { readonly path: string; readonly reason: string }
export type UnmaskAnswer = { readonly path: string; readonly text: string }
export type Refusal = { readonly errors: readonly FieldError[] }
