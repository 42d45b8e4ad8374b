import { Refused } from '../problem.ts'

/** Opaque to callers. It holds sort keys alone, so a forged one can never name another tenant or partition. */
export const encodeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

const refuse = (): never => {
  throw new Refused('malformed', '翻页位置无效，请从第一页重新打开列表。')
}

const isPart = (part: unknown): part is string =>
  typeof part === 'string' && part.length > 0 && Buffer.byteLength(part) <= 1024

/**
 * Reads a cursor of `size` parts whose first part lies under `prefix`; throws `Refused('malformed')` for anything
 * else, because DynamoDB would answer a start key outside the query with an error of its own.
 */
export const decodeCursor = (cursor: string, size: number, prefix: string): readonly string[] => {
  if (cursor.length > 4096 || !/^[\w-]+$/.test(cursor)) return refuse()
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return refuse()
  }
  if (!Array.isArray(parts) || parts.length !== size || !parts.every(isPart)) return refuse()
  return parts[0]?.startsWith(prefix) ? parts : refuse()
}
