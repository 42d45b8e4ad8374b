import type { Locator, Page } from 'playwright-core'

/**
 * Picks an option of a select box in its own list. A busy page may draw the list anew between press and release, so
 * that the press means nothing: as a person would, it presses again as long as the list is still open.
 */
export const pickOption = async (page: Page, box: Locator, option: string): Promise<void> => {
  const list = page
    .locator('.ant-select-dropdown')
    .filter({ has: page.locator(`[id="${await box.getAttribute('id')}_list"]`) })
  for (let left = 5; left > 0; left--) {
    if (!(await list.isVisible())) await box.click()
    await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
    const closed = await list.waitFor({ state: 'hidden', timeout: 5_000 }).then(
      () => true,
      () => false,
    )
    if (closed) return
  }
  throw new Error(`“${option}” was not taken`)
}
