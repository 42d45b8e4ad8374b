import type { Rows } from '#forms/definition'
import { entriesOf, fitsIn, textIn } from './zip.ts'

/** Why a file cannot be read as a workbook; the screen has the words. */
export type WorkbookFault = 'large' | 'old' | 'broken' | 'many-rows' | 'unpacks-large'

export type Workbook = {
  readonly rows: Rows
  /** Cells that hold a formula, as `B3`; at most 50 are named. Their last result is what was read. */
  readonly formulas: readonly string[]
}

export const fileMost = 5 * 1024 * 1024
/** Unpacked: one sheet, and all files together. */
const sheetMost = 40 * 1024 * 1024
const unpackedMost = 80 * 1024 * 1024
const filesMost = 2_000
export const rowsMost = 5_000

/**
 * The first sheet of an xlsx file. Its size and rows are looked at before it is parsed, so that a huge or a hostile
 * file costs little.
 */
export const readWorkbook = async (file: Blob): Promise<Workbook | WorkbookFault> => {
  if (file.size > fileMost) return 'large'
  const buffer = await file.arrayBuffer()
  if (isOld(buffer)) return 'old'
  const entries = entriesOf(buffer)
  const sheets = entries?.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  if (!entries || !sheets || sheets.length === 0) return 'broken'
  if (entries.length > filesMost || entries.some(({ bytes }) => bytes > sheetMost)) return 'unpacks-large'
  // The reader unpacks everything at once and believes what the archive says.
  if (!(await fitsIn(entries, unpackedMost))) return 'unpacks-large'
  const texts = await Promise.all(sheets.map((sheet) => textIn(sheet, sheetMost)))
  if (texts.includes(undefined)) return 'broken'
  if (texts.some((text) => (text?.match(/<(?:\w+:)?row[ >]/g)?.length ?? 0) > rowsMost)) return 'many-rows'
  const formulas = texts.flatMap((text) => formulasIn(text ?? '')).slice(0, 50)
  try {
    const { readSheet } = await import('read-excel-file/browser')
    return { rows: await readSheet(file), formulas }
  } catch {
    return 'broken'
  }
}

/** The format of Excel before 2007, which is also that of a file with a password. */
const isOld = (buffer: ArrayBuffer): boolean =>
  buffer.byteLength > 8 && new DataView(buffer).getUint32(0) === 0xd0cf11e0

const formulasIn = (text: string): readonly string[] =>
  [...text.matchAll(/<(?:\w+:)?c r="([A-Z]{1,3}\d{1,7})"[^<>]*>\s*<(?:\w+:)?f[ />]/g)].flatMap(
    ([, cell]) => cell ?? [],
  )
