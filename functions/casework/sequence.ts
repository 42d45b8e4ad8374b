import { keys, type TenantStore, type Write } from '../store/index.ts'

/** Longest first wait, ms. */
const pause = 25

/** Waits a little, and longer each time, so that those who collided on a sequence do not collide again. */
export const turn = (tried: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * pause * tried))

/** The write that takes numbers from a sequence, and the first of them. Put it in the same transaction as their use. */
export type Taken = { readonly first: number; readonly write: Write }

/**
 * Takes `count` numbers of a sequence that starts at 1. A number is never given twice: two who take at once collide
 * on the sequence's row, and the later one asks again.
 */
export const take = async (store: TenantStore, name: string, count = 1): Promise<Taken> => {
  const key = keys.sequenceKey(name)
  const row = await store.get<{ readonly last: number }>(key, { consistent: true })
  if (!row) return { first: 1, write: { put: key, item: { schema: 1, last: count }, expect: 'absent' } }
  return {
    first: row.last + 1,
    write: { change: key, set: { last: row.last + count }, expect: { rev: row.rev } },
  }
}

/** `池` and 7 digits: 池0000012. A number that has outgrown its digits keeps them all. */
export const numbered = (prefix: string, digits: number, n: number): string =>
  `${prefix}${String(n).padStart(digits, '0')}`
