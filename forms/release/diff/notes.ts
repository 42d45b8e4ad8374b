import type { Change } from '../change.ts'
import type { Names } from './show.ts'

/** Collects what is said about one document. */
export type Notes = {
  readonly names: Names
  /** The document's own name as sentences begin with it: 「入户调查」, 「服务事项清单」. */
  readonly title: string
  readonly say: (kind: Change['kind'], pointer: string, words: string, effect?: Change['effect']) => void
}

/** The words of one document, ready to be read beside those of the others. */
export const notesOf = (document: string, documentTitle: string, title: string, names: Names) => {
  const changes: Change[] = []
  const notes: Notes = {
    names,
    title,
    say: (kind, pointer, words, effect) =>
      changes.push({ document, documentTitle, pointer, kind, words, ...(effect && { effect }) }),
  }
  return { notes, changes }
}
