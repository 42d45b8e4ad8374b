import type { Component } from './component.ts'
import { labelOf } from './outline.ts'

/** What the linter says about one place of a definition. `error` forbids use and publishing; `warning` does not. */
export type LintFinding = {
  readonly level: 'error' | 'warning'
  readonly code: string
  /** Form.io data path without row numbers, e.g. `members.idNumber`; empty for the form as a whole. */
  readonly path: string
  /** JSON pointer into the definition, so that an editor can jump there. */
  readonly pointer: string
  readonly label?: string
  /** A Chinese sentence that says what is wrong and what to do. */
  readonly message: string
}

/** Takes findings of one component; stops after 300 errors and 100 warnings, since nobody reads more. */
export type Say = (code: string, pointer: string, message: string, level?: 'error' | 'warning') => undefined

export type Findings = {
  readonly list: LintFinding[]
  readonly about: (component: Component | undefined, path: string, pointer: string) => Say
}

const most = { error: 300, warning: 100 }

export const newFindings = (): Findings => {
  const list: LintFinding[] = []
  const count = { error: 0, warning: 0 }
  return {
    list,
    about: (component, path, base) => {
      const label = component && labelOf(component, typeof component.key === 'string' ? component.key : '')
      return (code, pointer, message, level = 'error') => {
        if (++count[level] > most[level]) return undefined
        const finding = { level, code, path: path.slice(0, 300), pointer: base + pointer, message }
        list.push(label ? { ...finding, label } : finding)
        return undefined
      }
    },
  }
}
