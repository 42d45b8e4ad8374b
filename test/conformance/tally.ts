import type { Classified } from './classify.ts'
import { differences } from './differences.ts'

/** What came out of a corpus: trials that agree, trials of which every difference is deliberate, the rest. */
export type Share = {
  readonly corpus: string
  same: number
  deliberate: number
  unlisted: number
  /** The peer threw instead of answering, so there is nothing to compare. */
  threw: number
}

const shares = new Map<string, Share>()
const found = new Map<string, number>()

/** Counts one trial and its differences. */
export const count = (corpus: string, classified: readonly Classified[], threw = false): void => {
  const share = shares.get(corpus) ?? { corpus, same: 0, deliberate: 0, unlisted: 0, threw: 0 }
  shares.set(corpus, share)
  if (threw) share.threw++
  else if (classified.length === 0) share.same++
  else if (classified.every(({ id }) => id !== undefined)) share.deliberate++
  else share.unlisted++
  for (const { id } of classified) if (id) found.set(id, (found.get(id) ?? 0) + 1)
}

/** All that was counted so far in this process: by corpus, and how often each row of the table was met. */
export const tally = (): {
  readonly shares: readonly Readonly<Share>[]
  readonly met: readonly { readonly id: string; readonly title: string; readonly times: number }[]
  /** Differences that are only effects of others. */
  readonly follows: number
} => ({
  shares: [...shares.values()],
  met: differences.map(({ id, title }) => ({ id, title, times: found.get(id) ?? 0 })),
  follows: found.get('follows') ?? 0,
})

/** A difference in one line. */
export const tell = ({ difference: d }: Classified): string =>
  `${d.in} ${d.path} (${d.entry?.component.type ?? '?'}): sent ${show(d.given)}, ours ${show(d.ours)}, theirs ${show(d.theirs)}`

const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 120)

/** The tally as a table to print. */
export const printed = (): string => {
  const { shares: list, met, follows } = tally()
  return [
    ...list.map(
      (one) =>
        `${one.corpus}: same ${one.same}, deliberate ${one.deliberate}, unlisted ${one.unlisted}, peer threw ${one.threw}`,
    ),
    ...met.map(({ id, title, times }) => `${String(times).padStart(6)}  ${id}: ${title}`),
    `${String(follows).padStart(6)}  follows from another difference`,
  ].join('\n')
}
