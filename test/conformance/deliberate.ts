import { type Difference, pruned } from './compare.ts'

/** One way in which we differ from `@formio/core` on purpose. */
export type Deliberate = {
  readonly id: string
  readonly title: string
  /** Why we are stricter, or mean something else. */
  readonly reason: string
  /** Whether a single difference is of this kind. */
  readonly applies: (difference: Difference) => boolean
}

/** Our engine refused the answer for one of these. */
export const code =
  (...codes: readonly string[]) =>
  ({ ourCodes }: Difference): boolean =>
    ourCodes.some((one) => codes.includes(one))
export const kind = ({ entry }: Difference): string => entry?.kind ?? ''
export const setting = ({ entry }: Difference, name: string): unknown => entry?.component[name]
export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(pruned(a)) === JSON.stringify(pruned(b))
export const nothing = (value: unknown): boolean => pruned(value) === undefined
export const rows = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
/** Whether a value is what was sent, but for its type and writing: 1 and "1", "A@B.cn" and "a@b.cn". */
export const alike = (value: unknown, given: unknown): boolean =>
  loose(value) === loose(given) ||
  (typeof value === 'string' && !nothing(given) && value.startsWith(String(given))) ||
  (typeof value === 'number' && value === Number(given))

const entries = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
/**
 * Whether a value is what was sent, as the peer writes it: one entry as a list of one, an entry of another type as text,
 * and what is no number as NaN or nothing.
 */
export const kept = (value: unknown, given: unknown): boolean => {
  const [now, sent] = [entries(value), entries(given)]
  const written = (one: unknown, from: unknown): boolean =>
    alike(one, from) || one === String(from) || one === undefined || Number.isNaN(one)
  return now.length === sent.length && now.every((one, i) => written(one, sent[i]))
}

const loose = (value: unknown): string =>
  (JSON.stringify(pruned(value)) ?? '').replaceAll(/["\s/,[\]]/g, '').toLowerCase()
