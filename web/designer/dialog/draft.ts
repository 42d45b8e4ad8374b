import { at, put } from '../path.ts'
import type { ElementChoice, ListChoice, Props, RuleChoice } from '../protocol.ts'

/** A question that a condition may ask for. */
export type Asked = {
  readonly path: string
  readonly name: string
  readonly type: string
  readonly choices: readonly { readonly value: unknown; readonly label: string }[]
}

/** What the dialog knows of the city and of the form. */
export type Around = {
  readonly elements: readonly ElementChoice[]
  readonly lists: readonly ListChoice[]
  readonly rules: readonly RuleChoice[]
  readonly questions: readonly Asked[]
  /** Whether another component has this key. */
  readonly isTaken: (key: string) => boolean
}

export type CellDraft = { readonly props: Props; readonly from: number | undefined }

/** What stands in the dialog and is not yet taken over. */
export type Draft = {
  readonly type: string
  readonly rules: readonly string[]
  readonly isNew: boolean
  props: Props
  key: string
  cells: readonly CellDraft[]
  readonly get: (path: string) => unknown
  readonly set: (path: string, value: unknown) => void
}

export const newDraft = (
  start: Pick<Draft, 'type' | 'rules' | 'isNew' | 'props' | 'key' | 'cells'>,
): Draft => {
  const draft: Draft = {
    ...start,
    get: (path) => at(draft.props, path),
    set: (path, value) => {
      draft.props = put(draft.props, path, value)
    },
  }
  return draft
}
