import type * as z from 'zod'
import { documentSchemas } from '../catalogue/index.ts'
import { own, textIn } from './diff/same.ts'
import { formDocument } from './form-document.ts'

/** A kind of document: one key, or every key that begins with `prefix`. */
export type DocumentKind = {
  readonly key: string
  readonly prefix?: true
  readonly title: string
  readonly schema: z.ZodType
}

/** Every kind of document that a configuration can hold, in the order a person reads one. */
export const documentKinds: readonly DocumentKind[] = [
  ...Object.entries(documentSchemas).map(([key, { schema, title }]) => ({ key, title, schema })),
  { key: 'form:', prefix: true, title: '评估表', schema: formDocument },
]

const formKey = /^form:[a-z][a-z0-9]*([.-][a-z0-9]+)*$/

/** The kind of a document key; undefined for a key that no configuration can hold. */
export const kindOf = (key: string): DocumentKind | undefined =>
  documentKinds.find((kind) => (kind.prefix ? formKey.test(key) && key.length <= 64 : kind.key === key))

/** What people call the document: a form by its own title. */
export const documentTitle = (key: string, document?: unknown): string => {
  const kind = kindOf(key)
  if (kind?.prefix)
    return textIn(document, 'title') ?? textIn(own(document, 'definition'), 'title') ?? key.slice(5)
  return kind?.title ?? key
}

/** The keys once each, as a person reads a configuration; forms last, by key. */
export const keysInOrder = (keys: readonly string[]): readonly string[] => {
  const rank = (key: string) => {
    const kind = kindOf(key)
    return kind === undefined ? documentKinds.length : documentKinds.indexOf(kind)
  }
  return [...new Set(keys)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
