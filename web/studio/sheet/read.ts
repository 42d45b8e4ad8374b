import type { Sheet, SheetLine } from '#forms/sheet'
import { cellsOf, textIn } from './cells.ts'
import { broken, tooLarge, Unreadable } from './unreadable.ts'
import { attribute, elements } from './xml.ts'
import { type Budget, type Entry, entriesOf, textOf, wholeText } from './zip.ts'

/** The largest file, bytes. */
export const mostBytes = 10_000_000
/** The most that may come out of it, bytes. */
const UNPACKED = 100_000_000
/** Lines above the headings and spare ones. */
const SPARE = 20

export type Wish = {
  /** Names of the sheet to read, best first; else the first one that is not hidden. */
  readonly names: readonly string[]
  /** The most lines below the headings. */
  readonly most: number
  /** Told the part that is done, 0 to 1. */
  readonly progress?: (done: number) => void
}

/**
 * Reads one sheet of an xlsx file, line by line, and stops as soon as it has too many. Throws `Unreadable`, in words,
 * for what is no workbook, has a password, is broken or unpacks to more than 100 MB.
 */
export async function readSheet(file: ArrayBuffer, { names, most, progress }: Wish): Promise<Sheet> {
  if (file.byteLength > mostBytes)
    throw new Unreadable('文件超过 10 MB', '请删去多余的工作表、图片和空白区域，另存后再试')
  const entries = entriesOf(new Uint8Array(file))
  const budget: Budget = { left: UNPACKED }
  const { sheets, from1904 } = await workbookOf(entries, budget)
  const chosen =
    names.flatMap((name) => sheets.filter((one) => one.name === name))[0] ??
    sheets.find(({ hidden }) => !hidden) ??
    sheets[0]
  const entry = chosen && entries.get(chosen.path)
  if (!chosen || !entry) throw broken()
  const shared = await sharedTexts(entries.get('xl/sharedStrings.xml'), budget)
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
    line = lineNumber(attribute(tag, 'r')) ?? line + 1
    const cells = cellsOf(inner, shared)
    if (cells.every((cell) => cell === undefined)) continue
    const hidden = /^(1|true)$/.test(attribute(tag, 'hidden') ?? '')
    lines.push({ line, cells, ...(hidden && { hidden }) })
    if (lines.length > most + SPARE)
      throw new Unreadable(`工作表“${chosen.name}”超过 ${most} 行`, `一次最多导入 ${most} 行，请分成几个文件`)
  }
  const merged = [...around.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*>/g)].flatMap(
    ([tag]) => attribute(tag, 'ref') ?? [],
  )
  return { name: chosen.name, lines, merged, ...(from1904 && { from1904 }) }
}

/** The number that a line says it has; Excel has no more than 1,048,576. */
const lineNumber = (said = ''): number | undefined => (/^[1-9]\d{0,6}$/.test(said) ? Number(said) : undefined)

type Named = { readonly name: string; readonly path: string; readonly hidden: boolean }

async function workbookOf(entries: ReadonlyMap<string, Entry>, budget: Budget) {
  const book = entries.get('xl/workbook.xml')
  const links = entries.get('xl/_rels/workbook.xml.rels')
  if (!book || !links)
    throw new Unreadable('这不是 Excel 工作簿（.xlsx）', '请在 Excel 里另存为“Excel 工作簿（*.xlsx）”后再试')
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
    if (texts.length > 2_000_000) throw tooLarge()
  }
  return texts
}
