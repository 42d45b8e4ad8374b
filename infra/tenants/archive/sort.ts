import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { linesIn } from './lines.ts'

/** One row on its way: where it belongs, and its line. */
export type SortedRow = { readonly pk: string; readonly sk: string; readonly line: string }

/** Rows are ordered by partition, then by sort key, each by its UTF-16 units, as `<` compares texts. */
export const before = (a: SortedRow, b: SortedRow): number => {
  if (a.pk !== b.pk) return a.pk < b.pk ? -1 : 1
  if (a.sk !== b.sk) return a.sk < b.sk ? -1 : 1
  return 0
}

const written = ({ pk, sk, line }: SortedRow): string => `${JSON.stringify([pk, sk])}\t${line}\n`
const readBack = (text: string): SortedRow => {
  const tab = text.indexOf('\t')
  const [pk, sk] = JSON.parse(text.slice(0, tab)) as [string, string]
  return { pk, sk, line: text.slice(tab + 1) }
}

/** At most so many files are merged at once. */
const widest = 64

async function* linesOf(file: string): AsyncGenerator<SortedRow> {
  const input = createReadStream(file, { highWaterMark: 64 * 1024 })
  for await (const { text } of linesIn(input)) yield readBack(text)
}

async function* merge(runs: readonly AsyncIterator<SortedRow>[]): AsyncGenerator<SortedRow> {
  const heads = await Promise.all(runs.map(async (run) => ({ run, next: await run.next() })))
  for (;;) {
    let first: (typeof heads)[number] | undefined
    for (const head of heads) {
      if (head.next.done) continue
      if (!first || first.next.done || before(head.next.value, first.next.value) < 0) first = head
    }
    if (!first || first.next.done) return
    yield first.next.value
    first.next = await first.run.next()
  }
}

/**
 * Puts any number of rows in order with little memory: as much as `budget` bytes of lines is sorted at once and laid
 * into a file of `folder`; files are merged, at most 64 at a time. Held in memory at any time: about twice the budget,
 * and one line and 64 KB of each file that is being merged.
 */
export const sortRows = async function* (
  rows: AsyncIterable<readonly SortedRow[]>,
  folder: string,
  budget = 32 * 1024 * 1024,
): AsyncGenerator<SortedRow> {
  let runs: string[] = []
  let open: SortedRow[] = []
  let bytes = 0
  let serial = 0

  const lay = async (of: Iterable<SortedRow> | AsyncIterable<SortedRow>): Promise<string> => {
    const file = join(folder, `sort-${process.pid}-${serial++}`)
    const text = async function* () {
      for await (const row of of) yield written(row)
    }
    await pipeline(text, createWriteStream(file, { mode: 0o600 }))
    return file
  }
  const flush = async () => {
    runs.push(await lay(open.sort(before)))
    open = []
    bytes = 0
    if (runs.length < widest) return
    const merged = await lay(merge(runs.map(linesOf)))
    await Promise.all(runs.map((file) => rm(file)))
    runs = [merged]
  }

  try {
    for await (const page of rows)
      for (const row of page) {
        open.push(row)
        bytes += row.line.length + row.pk.length + row.sk.length
        if (bytes > budget) await flush()
      }
    if (runs.length === 0) {
      yield* open.sort(before)
      return
    }
    if (open.length > 0) await flush()
    yield* merge(runs.map(linesOf))
  } finally {
    await Promise.all(runs.map((file) => rm(file, { force: true })))
  }
}
