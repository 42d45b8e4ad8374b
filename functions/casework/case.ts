import type { Profile } from '#forms/catalogue'
import type { CaseView, Role } from '../api/contract/index.ts'
import type { Row } from '../store/index.ts'
import { actionsAt } from './stages.ts'

/** A case row. The state lives here alone; nothing in it names a person. */
export type CaseRow = {
  readonly schema: 1
  readonly id: string
  readonly programme: string
  readonly persons: readonly string[]
  readonly source: string
  /** Release under which the case was opened. */
  readonly release: number
  readonly by: string
  readonly at: string
  /** Keyed hash of the request that opened it. */
  readonly request: string
  readonly partner?: string
  readonly provider?: string
  /** Local dates on which the visit was first done, and on which the case was confirmed. */
  readonly visitedOn?: string
  readonly confirmedOn?: string
  /** A follow-up is on file. */
  readonly followed?: true
  readonly card: CaseCardRow
}

/** In which household a case lies; written with the case, never changed. */
export type CaseWayRow = { readonly schema: 1; readonly household: string }

/** What a queue reads of a case. */
export type CaseCardRow = {
  readonly household: string
  readonly stage: string
  /** Local date. */
  readonly due: string
  readonly programme: string
  readonly assignee?: string
}

/** Names of members, by id, for those who may know them. */
export type Names = ReadonlyMap<string, string>

/** A case as its reader sees it, with what they may do next in the roles they hold there, by the city's procedure. */
export const caseView = (
  row: Row<CaseRow>,
  roles: readonly Role[],
  stages: Profile['stages'],
  names: Names = new Map(),
): CaseView => {
  const { stage, due, programme, assignee } = row.card
  const { id, source, persons, release, rev, partner, provider } = row
  const assigneeName = names.get(assignee ?? '')
  const partnerName = names.get(partner ?? '')
  return {
    id,
    programme,
    stage,
    due,
    source,
    persons,
    release,
    rev,
    actions: actionsAt(stage, roles, stages),
    ...(assignee !== undefined && { assignee }),
    ...(assigneeName !== undefined && { assigneeName }),
    ...(partner !== undefined && { partner }),
    ...(partnerName !== undefined && { partnerName }),
    ...(provider !== undefined && { provider }),
  }
}
