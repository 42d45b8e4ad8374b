import type { Page } from './page.ts'

/** Hands a workbook of these pages to the browser under a name. The writer is fetched only now. */
export async function saveWorkbook(name: string, pages: readonly Page[]): Promise<void> {
  const { workbook } = await import('./write.ts')
  const address = URL.createObjectURL(await workbook(pages))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
