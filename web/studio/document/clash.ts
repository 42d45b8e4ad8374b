import type { DraftBody } from '../../../functions/api/contract/index.ts'

/** Two people saved one document: what both began with, what is on this screen, and what the other saved. */
export type Clash = { readonly base: unknown; readonly mine: unknown; readonly theirs: DraftBody }
