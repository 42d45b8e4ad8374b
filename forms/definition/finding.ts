import type { Component } from './component.ts'
import { labelOf } from './outline.ts'
import type { WordKey } from './words.ts'

/** What stands in the braces of a sentence, by name. */
export type WordValues = Readonly<Record<string, string | number>>

type Found = {
  /** `error` forbids use and publishing; `warning` does not. */
  readonly level: 'error' | 'warning'
  readonly code: string
  /** Form.io data path without row numbers, e.g. `members.idNumber`; empty for the form as a whole. */
  readonly path: string
  /** JSON pointer into the definition, so that an editor can jump there. */
  readonly pointer: string
  readonly label?: string
}

/** What the profile minds at one place of a definition: the sentence for it is `words`, filled with `values`. */
export type Judgement = Found & { readonly words: WordKey; readonly values?: WordValues }

/** A judgement in words: a Chinese sentence that says what is wrong and what to do. */
export type LintFinding = Found & { readonly message: string }

/** Takes what is found at one component. The code of a finding is its word key up to the first dot. */
export type Say = (words: WordKey, pointer: string, values?: WordValues) => undefined

export type Findings = {
  readonly list: Judgement[]
  readonly about: (component: Component | undefined, path: string, pointer: string) => Say
}

/** What is only minded; everything else forbids. */
const minded: ReadonlySet<WordKey> = new Set(['empty', 'override', 'key-twice.layout'])

/** Stops after 300 errors and 100 warnings, since nobody reads more. */
const most = { error: 300, warning: 100 }

export const newFindings = (): Findings => {
  const list: Judgement[] = []
  const count = { error: 0, warning: 0 }
  return {
    list,
    about: (component, path, base) => {
      const label = component && labelOf(component, typeof component.key === 'string' ? component.key : '')
      return (words, pointer, values) => {
        const level = minded.has(words) ? 'warning' : 'error'
        if (++count[level] > most[level]) return undefined
        list.push({
          level,
          code: words.replace(/\..*/, ''),
          path: path.slice(0, 300),
          pointer: base + pointer,
          ...(label && { label }),
          words,
          ...(values && { values }),
        })
        return undefined
      }
    },
  }
}
