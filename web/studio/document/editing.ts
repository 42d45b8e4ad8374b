import { createContext, useContext } from 'react'

/** The document under the editor, for what stands deep inside it and wants to change it. */
export type Editing = {
  readonly text: string
  readonly change: (text: string, step?: string) => void
  readonly readOnly: boolean
}

export const EditingContext = createContext<Editing | undefined>(undefined)

/** Undefined where the document cannot be changed. */
export const useEditing = (): Editing | undefined => {
  const editing = useContext(EditingContext)
  return editing?.readOnly === false ? editing : undefined
}
