/** Use cases of a city's configuration: a small git of documents, releases and one draft. */
export { document, documentOf, documentsOf, documentText } from './documents.ts'
export { baseOf, inUse } from './head.ts'
export { live, liveOrRefuse, release, releaseOn, releaseOrRefuse, releases, view } from './releases.ts'
export type { HeadRow, ReleaseRow, WorkEntry, WorkRow } from './rows.ts'
