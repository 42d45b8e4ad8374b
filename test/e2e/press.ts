import type { Locator, Page } from 'playwright-core'

const comes = (seen: Locator, state: 'visible' | 'hidden'): Promise<boolean> =>
  seen.waitFor({ state, timeout: 5_000 }).then(
    () => true,
    () => false,
  )

/**
 * Presses until it is seen to have worked. Where parts of a page still come in, it may move between press and
 * release, so that the press means nothing, and a person presses again. Only for what may be pressed twice.
 */
export const pressUntil = async (button: Locator, seen: Locator): Promise<void> => {
  for (let left = 5; left > 0; left--) {
    await button.click()
    if (await comes(seen, 'visible')) return
  }
  await seen.waitFor()
}

/** Picks an option of a select box in its own list, and again while that list stays open. */
export const pickOption = async (page: Page, box: Locator, option: string): Promise<void> => {
  const list = page
    .locator('.ant-select-dropdown')
    .filter({ has: page.locator(`[id="${await box.getAttribute('id')}_list"]`) })
  for (let left = 5; left > 0; left--) {
    if (!(await list.isVisible())) await box.click()
    await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
    if (await comes(list, 'hidden')) return
  }
  throw new Error(`“${option}” was not taken`)
}
