import { readFileSync } from 'node:fs'
import { type Definition, importForm, isRecord, lint } from '#forms/definition'

/** One recorded run of the peer's own tests. */
export type Golden = {
  readonly name: string
  readonly before: {
    readonly components: readonly unknown[]
    readonly data: Readonly<Record<string, unknown>>
    readonly processors: readonly string[]
    readonly config?: { readonly server?: boolean }
    readonly form?: unknown
  }
  readonly after: {
    readonly data: Readonly<Record<string, unknown>>
    readonly errors: readonly { readonly path?: string; readonly rule?: string }[]
    readonly conditionals?: readonly { readonly path: string; readonly conditionallyHidden: boolean }[]
  }
}

export type Form = {
  readonly corpus: string
  readonly name: string
  /** What the importer makes of it, without the components that the profile refuses. */
  readonly definition: Definition
  /** Paths of the components that had to be taken out. */
  readonly taken: readonly string[]
}

const linesOf = (file: string): readonly unknown[] =>
  readFileSync(new URL(`corpus/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)

export const goldens = (): readonly Golden[] => linesOf('core-goldens') as readonly Golden[]

/** All forms without recorded answers: 161 fixtures of Form.io's renderer, 13 of CHEFS, 42 of NAV. */
export const forms = (): readonly Form[] =>
  ['formio-js-fixtures', 'chefs', 'nav'].flatMap((corpus) =>
    linesOf(corpus).map((line) => {
      const { name, form, ...rest } = line as { name: string; form?: unknown }
      return { corpus, name, ...usable(importForm(form ?? rest).form.definition) }
    }),
  )

/** Takes out, one by one, the components that the linter refuses, until it refuses none. */
export const usable = (imported: Definition): Pick<Form, 'definition' | 'taken'> => {
  const definition = structuredClone(imported)
  const taken: string[] = []
  for (let round = 0; round < 200; round++) {
    const error = lint(definition).find(({ level }) => level === 'error')
    if (!error) break
    taken.push(`${error.path} ${error.code}`)
    if (!takeOut(definition, error.pointer)) return { definition: { ...definition, components: [] }, taken }
  }
  return { definition, taken }
}

/** Removes the innermost component that a JSON pointer leads into. */
const takeOut = (definition: Definition, pointer: string): boolean => {
  const steps = pointer.split('/').slice(1)
  let at: unknown = definition
  let found: { readonly list: unknown[]; readonly index: number } | undefined
  for (const step of steps) {
    if (Array.isArray(at)) {
      const item: unknown = at[Number(step)]
      if (isRecord(item) && typeof item['type'] === 'string') found = { list: at, index: Number(step) }
      at = item
    } else at = isRecord(at) ? at[step] : undefined
  }
  if (!found) return false
  found.list.splice(found.index, 1)
  return true
}
