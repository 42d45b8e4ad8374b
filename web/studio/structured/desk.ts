import { createContext, useContext } from 'react'
import type { Finding } from '../../../functions/api/contract/index.ts'
import { type Place, pointerOf, withValue } from './place.ts'

/** The document on the desk: what every field of it reads and writes. */
export type Desk = {
  /** Its key: `funds`. */
  readonly name: string
  readonly document: unknown
  /** All documents of the configuration, this one as it stands now. */
  readonly documents: Readonly<Record<string, unknown>>
  readonly readOnly: boolean
  readonly findings: readonly Finding[]
  /** Where to go, and how often it was asked for. */
  readonly at: { readonly pointer: string; readonly times: number } | undefined
  /** Changes of the same `step` in a row are undone together. */
  readonly write: (document: unknown, step?: string) => void
}

const DeskContext = createContext<Desk | undefined>(undefined)
export const DeskProvider = DeskContext.Provider

/** Throws outside a structured view. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('a field stands outside a structured view')
  return desk
}

/** Writes one value; typing on in the same field is one step for undo. */
export const useWrite = (place: Place): ((value: unknown) => void) => {
  const { document, write } = useDesk()
  return (value) => write(withValue(document, place, value), pointerOf(place))
}

/** What is said about this place, or about an entry of the list that one field holds. */
export const useFindingsAt = (place: Place): readonly Finding[] => {
  const { findings } = useDesk()
  const pointer = pointerOf(place)
  return findings.filter(
    (finding) =>
      finding.level !== 'todo' && (finding.pointer === pointer || finding.pointer.startsWith(`${pointer}/`)),
  )
}
