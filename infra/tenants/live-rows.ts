import { mkdtempSync, rmSync } from 'node:fs'
import { keyRowKey } from '../../functions/store/index.ts'
import { lineOf } from '../../functions/store/operator-row.ts'
import { OperatorStore } from '../../functions/store/operator-store.ts'
import { type SortedRow, sortRows } from './archive/sort.ts'
import type { Ground } from './ground.ts'

/** Says how far a long reading has come, at most every two seconds. */
export const progress = (say: (words: string) => void, words: (done: number) => string) => {
  let done = 0
  let last = Date.now()
  return (more: number): void => {
    done += more
    if (Date.now() - last < 2000) return
    last = Date.now()
    say(`    ${words(done)}`)
  }
}

/**
 * The rows of a city that live at an instant, in order, without the row of its keys. Read by a scan: each as it stood at
 * some moment meanwhile. What does not fit into memory goes into a private folder whose name begins with `space`, and
 * which is removed: several people may work on one machine.
 */
export async function* liveRows(
  { store, say }: Pick<Ground, 'store' | 'say'>,
  at: Date,
  space: string,
  budget?: number,
): AsyncGenerator<SortedRow> {
  const folder = mkdtempSync(`${space}-`)
  const keysPartition = `T#${store.reach.city}#${keyRowKey[0]}`
  const seen = progress(say, (rows) => `已读过全表 ${rows} 行`)
  const pages = async function* () {
    for await (const page of store.rows(seen))
      yield page
        .filter((row) => OperatorStore.lives(row, at) && row['pk']?.S !== keysPartition)
        .map((row) => ({ pk: row['pk']?.S ?? '', sk: row['sk']?.S ?? '', line: lineOf(row) }))
  }
  try {
    yield* sortRows(pages(), folder, budget)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
