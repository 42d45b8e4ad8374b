import type { Manifest, Sha } from '../api/contract/index.ts'

/** A release that a reader may be sent to: its number and the hash of its manifest, so that it can be cached. */
export type Pointer = { readonly release: number; readonly sha: Sha }

/** `CONFIG / HEAD`: the only fact about releases that changes. */
export type HeadRow = {
  readonly schema: 1
  /** Absent until the first release takes effect. */
  readonly live?: Pointer
  /** Takes over on its day; readers look at the date, nothing is switched. */
  readonly next?: Pointer & { readonly from: string }
  /** The highest number given out. */
  readonly last: number
}

/** `RELEASE / <n>`: immutable. */
export type ReleaseRow = {
  readonly schema: 1
  readonly n: number
  readonly note: string
  readonly by: string
  readonly at: string
  /** Local date from which it is used. */
  readonly effectiveFrom: string
  readonly documents: Manifest
  /** The release that it brought back. */
  readonly restored?: number
  /** A release that was scheduled and never took effect because this one came instead. */
  readonly replaces?: number
}

/** What was done to one document since the release the draft builds on. */
export type WorkEntry = {
  /** Grows with every change of this document and is never used twice. */
  readonly rev: number
  /** `null` = taken out; absent = as released, the number is kept so that an old ETag stays old. */
  readonly sha?: Sha | null
  readonly by?: string
  readonly at?: string
}

/** `CONFIG / WORK`: what everybody edits. Its own `rev` is the draft's. */
export type WorkRow = { readonly schema: 1; readonly docs: { readonly [key: string]: WorkEntry } }
