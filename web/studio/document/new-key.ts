import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { freshKey } from '../outcomes/fresh-key.ts'

/** A key for a new form. One that was removed keeps its key: its history is another form's. */
export const newKey = (documents: readonly DraftDocument[]): string =>
  freshKey(
    documents.map(({ key }) => key.replace(/^form:/, '')),
    'form',
  )
