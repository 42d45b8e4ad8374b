import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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
 * some moment meanwhile. `folder` takes what does not fit into memory; it is private, and emptied.
 */
export async function* liveRows(
  { store, say }: Pick<Ground, 'store' | 'say'>,
  at: Date,
  folder: string,
  budget?: number,
): AsyncGenerator<SortedRow> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const space = mkdtempSync(join(folder, 'sorting-'))
  const keysPartition = `T#${store.reach.city}#${keyRowKey[0]}`
  const seen = progress(say, (rows) => `已读过全表 ${rows} 行`)
  const pages = async function* () {
    for await (const page of store.rows(seen))
      yield page
        .filter((row) => OperatorStore.lives(row, at) && row['pk']?.S !== keysPartition)
        .map((row) => ({ pk: row['pk']?.S ?? '', sk: row['sk']?.S ?? '', line: lineOf(row) }))
  }
  try {
    yield* sortRows(pages(), space, budget)
  } finally {
    rmSync(space, { recursive: true, force: true })
  }
}
