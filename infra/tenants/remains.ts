import type { WholeKey } from '../../functions/store/operator-store.ts'
import type { Ground } from './ground.ts'
import { progress } from './live-rows.ts'

/** What a reading of the whole table finds of a city. */
export type Remains = {
  /** Rows of the city, and rows in which its province shows it. */
  readonly rows: number
  /** Entries in members' own lists; the rollup takes them away. */
  readonly ownLists: number
}

/** Reads the whole table for whatever stands of the city; `found` is given those that a closing removes, page by page. */
export const remainsOf = async (
  { store, say }: Pick<Ground, 'store' | 'say'>,
  found: (keys: readonly WholeKey[]) => Promise<void> = async () => {},
): Promise<Remains> => {
  let [rows, ownLists] = [0, 0]
  const seen = progress(say, (passed) => `已读过全表 ${passed} 行，其中本市 ${rows} 行`)
  for await (const page of store.traces(seen)) {
    const own = page.filter(({ pk }) => !pk.startsWith('U#'))
    ownLists += page.length - own.length
    rows += own.length
    await found(own)
  }
  return { rows, ownLists }
}
