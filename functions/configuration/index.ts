/** Use cases of a city's configuration: a small git of documents, releases and one draft. */
export { adopt } from './adopt.ts'
export { checkDraft, examineFor } from './check.ts'
export { compare } from './compare.ts'
export { document, documentOf, documentsOf, documentText } from './documents.ts'
export { deleteDraft, documentLimit, draftDocument, saveDraft } from './draft.ts'
export { draft } from './draft-list.ts'
export { refuseUnknownGrants } from './grants.ts'
export { baseOf, headOf, inUse } from './head.ts'
export { listPacks, loadPack } from './packs.ts'
export { placeNames } from './place-names.ts'
export { listProviders, writeProvider } from './providers.ts'
export { publish } from './publish.ts'
export { makeQuote } from './quotes.ts'
export { type DraftReach, draftReach } from './reach.ts'
export type { Means } from './release-writes.ts'
export {
  live,
  liveOrRefuse,
  release,
  releaseOn,
  releaseOrRefuse,
  releases,
  stateIn,
  view,
} from './releases.ts'
export { restore } from './restore.ts'
export type { HeadRow, ReleaseRow, WorkEntry, WorkRow } from './rows.ts'
export { whatIfDraft } from './what-if.ts'
