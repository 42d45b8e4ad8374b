import type { Sheet, SheetLine } from '#forms/sheet'
import { cellsOf, textIn } from './cells.ts'
import { dayStyles } from './styles.ts'
import { unreadable } from './unreadable.ts'
import { mostBytes, type Wish } from './wish.ts'
import { attribute, elements } from './xml.ts'
import { type Budget, type Entry, entriesOf, textOf, wholeText } from './zip.ts'

/** The most that may come out of a file, bytes. */
const UNPACKED = 100_000_000
/** Lines above the headings and spare ones. */
const SPARE = 20
/** Lines that a sheet of Excel has. */
const LINES = 1_048_576

/**
 * Reads one sheet of an xlsx file, line by line, and stops as soon as it has too many. `progress` is told the part that
 * is done, 0 to 1. Throws `Unreadable`, in words, for what is no workbook, has a password, is broken or unpacks to more
 * than 100 MB.
 */
export async function readSheet(
  file: ArrayBuffer,
  { names, most }: Wish,
  progress?: (done: number) => void,
): Promise<Sheet> {
  if (file.byteLength > mostBytes) throw unreadable.large()
  const entries = entriesOf(new Uint8Array(file))
  const budget: Budget = { left: UNPACKED }
  const { sheets, from1904 } = await workbookOf(entries, budget)
  const chosen =
    names.flatMap((name) => sheets.filter((one) => one.name === name))[0] ??
    sheets.find(({ hidden }) => !hidden) ??
    sheets[0]
  const entry = chosen && entries.get(chosen.path)
  if (!chosen || !entry) throw unreadable.broken()
  const shared = await sharedTexts(entries.get('xl/sharedStrings.xml'), budget)
  const looks = entries.get('xl/styles.xml')
  const days = looks ? dayStyles(await wholeText(looks, budget)) : []
  const lines: SheetLine[] = []
  let around = ''
  let done = 0
  const counted = async function* () {
    for await (const piece of textOf(entry, budget)) {
      done += piece.length
      progress?.(entry.size > 0 ? Math.min(1, done / entry.size) : 0)
      yield piece
    }
  }
  let line = 0
  for await (const { tag, inner } of elements(counted(), 'row', (text) => {
    if (around.length < 1_000_000) around += text
  })) {
    line = lineOf(attribute(tag, 'r'), line)
    const cells = cellsOf(inner, shared, days)
    if (cells.every((cell) => cell === undefined)) continue
    const hidden = /^(1|true)$/.test(attribute(tag, 'hidden') ?? '')
    lines.push({ line, cells, ...(hidden && { hidden }) })
    if (lines.length > most + SPARE) throw unreadable.manyRows(chosen.name, most)
  }
  const merged = [...around.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*>/g)].flatMap(
    ([tag]) => attribute(tag, 'ref') ?? [],
  )
  return { name: chosen.name, lines, merged, ...(from1904 && { from1904 }) }
}

/** The number that a line gives itself, where that can be: lines only go down. Else the next one. */
const lineOf = (said: string | undefined, before: number): number => {
  const line = Number(said)
  return Number.isInteger(line) && line > before && line <= LINES ? line : before + 1
}

type Named = { readonly name: string; readonly path: string; readonly hidden: boolean }

async function workbookOf(entries: ReadonlyMap<string, Entry>, budget: Budget) {
  const book = entries.get('xl/workbook.xml')
  const links = entries.get('xl/_rels/workbook.xml.rels')
  if (!book || !links) throw unreadable.other()
  const text = await wholeText(book, budget)
  const relations = await wholeText(links, budget)
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  )
  const sheets = [...text.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)].map(([tag]): Named => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return {
      name: attribute(tag, 'name') ?? '',
      path,
      hidden: attribute(tag, 'state') !== undefined && attribute(tag, 'state') !== 'visible',
    }
  })
  return { sheets, from1904: /date1904\s*=\s*["'](1|true)["']/.test(text) }
}

async function sharedTexts(entry: Entry | undefined, budget: Budget): Promise<readonly string[]> {
  if (!entry) return []
  const texts: string[] = []
  for await (const { inner } of elements(textOf(entry, budget), 'si')) {
    texts.push(textIn(inner))
    if (texts.length > 2_000_000) throw unreadable.unpacksLarge()
  }
  return texts
}
