import { pointer as step } from '../../release/canonical.ts'
import type { Finding } from '../../release/finding.ts'
import type { Documents } from '../schemas.ts'

export type { Finding } from '../../release/finding.ts'

/** One check over the documents that could be read; a check skips what is missing. */
export type Check = (documents: Documents, report: Report) => void
/** `at` is written as path parts and becomes a JSON pointer. */
export type Report = (
  level: Finding['level'],
  document: string,
  at: readonly (string | number)[],
  code: string,
  message: string,
  label?: string,
) => void

/** A list and the function that adds to it. */
export const reporter = (): { readonly findings: readonly Finding[]; readonly report: Report } => {
  const findings: Finding[] = []
  const report: Report = (level, document, at, code, message, label) => {
    const pointer = at.reduce<string>(step, '')
    findings.push({ level, document, pointer, code, message, ...(label !== undefined && { label }) })
  }
  return { findings, report }
}

/** Calls `twice` for each entry whose key was seen before. */
export const repeated = <T>(
  list: readonly T[],
  keyOf: (entry: T) => string,
  twice: (entry: T, index: number) => void,
) => {
  const seen = new Set<string>()
  list.forEach((entry, index) => {
    const key = keyOf(entry)
    if (seen.has(key)) twice(entry, index)
    seen.add(key)
  })
}

export const keysOf = (list: readonly { readonly key: string }[]): ReadonlySet<string> =>
  new Set(list.map((entry) => entry.key))

/** Reports every entry of a list whose key stands there already. */
export const checkKeys = (
  report: Report,
  document: string,
  list: string,
  entries: readonly { readonly key: string }[],
): void =>
  repeated(
    entries,
    (entry) => entry.key,
    (entry, index) =>
      report(
        'error',
        document,
        [list, index, 'key'],
        'key-repeated',
        `标识“${entry.key}”出现了两次，请改用不同的标识。`,
      ),
  )

/** Whole days in a sentence. */
export const days = (from: string, to?: string) =>
  to === undefined ? `自 ${from} 起` : from === to ? `在 ${from} ` : `在 ${from} 至 ${to} `
