import { type Sheet, workbookOf } from './workbook.ts'

/**
 * Writes the sheets into an xlsx file and hands it to the browser. The writer is fetched only now. It zips parts below
 * 160 KB in this thread; larger ones would need a worker that our policy refuses, and no comparison comes near.
 */
export async function save(name: string, sheets: readonly Sheet[]): Promise<void> {
  const { default: write } = await import('write-excel-file/browser')
  await write(workbookOf(sheets)).toFile(name)
}

/** A name that every file system takes. */
export const fileName = (...parts: readonly string[]): string =>
  `${parts.join('_').replaceAll(/[\\/:*?"<>|\s]+/g, '')}.xlsx`
