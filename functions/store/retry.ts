import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { Attributes } from './attribute.ts'
import { AwsFault, isCutOff } from './aws.ts'
import { Busy, Conflict } from './conflict.ts'
import { expectedOf, type Write } from './write.ts'

const attempts = 8
const firstPause = 15
const longestPause = 400

/** Reasons that pass by themselves: somebody else's transaction on the same row, or too much at once. */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])
const passingNames = new Set([
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
])

const willPass = (error: unknown): boolean => {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).some(({ Code }) => passing.has(Code ?? ''))
  return error instanceof Error && passingNames.has(error.name)
}

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])

/**
 * Whether the same request may well succeed in a moment: the table, or what gives sessions and keys, is away, slow, or has
 * too much to do.
 */
export const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code, $fault } = error as { readonly code?: unknown; readonly $fault?: unknown }
  return (
    willPass(error) ||
    (error instanceof AwsFault ? error.passes : isCutOff(error)) ||
    error.name === 'TimeoutError' ||
    $fault === 'server' ||
    (typeof code === 'string' && unreachable.has(code))
  )
}

/**
 * Runs until it answers true, at most eight times, with full jitter between (up to 15, 30, 60 … 400 ms), so that
 * those who collided do not collide again. Errors that will not pass by themselves are thrown at once.
 */
export const withRetry = async (
  pause: (ms: number) => Promise<void>,
  attempt: () => Promise<boolean>,
): Promise<void> => {
  let last: unknown
  for (let tried = 0; tried < attempts; tried++) {
    if (tried > 0) await pause(Math.random() * Math.min(longestPause, firstPause * 2 ** tried))
    try {
      if (await attempt()) return
    } catch (error) {
      if (!willPass(error)) throw error
      last = error
    }
  }
  throw new Busy('the table is busy', { cause: last })
}

/** The `Conflict` that an error of the table stands for, or undefined. A failed condition outweighs a collision. */
export const conflictOf = (
  error: unknown,
  writes: readonly Write[],
  row: (item: Attributes) => Record<string, unknown>,
): Conflict | undefined => {
  const made = (index: number, item: Attributes | undefined): Conflict =>
    new Conflict(index, expectedOf(writes[index] as Write), item && row(item))
  if (error instanceof ConditionalCheckFailedException) return made(0, error.Item)
  if (!(error instanceof TransactionCanceledException)) return undefined
  const reasons = error.CancellationReasons ?? []
  const index = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed')
  return index < 0 ? undefined : made(index, reasons[index]?.Item)
}
