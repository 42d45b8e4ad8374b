import type { Frame, FrameLocator, Page } from 'playwright-core'
import { system } from './administrator.ts'

/** The builder in its frame. */
export const builder = (page: Page): FrameLocator => page.frameLocator('.designer-frame iframe')
export const inside = (page: Page): Frame => {
  const frame = page.frames().find((one) => one.url().endsWith('/designer/index.html'))
  if (!frame) throw new Error('no frame')
  return frame
}
/** Opens a form anew, whatever was drawn before and not saved. */
export const draw = async (page: Page, key: string) => {
  await page.goto(`${system.origin}/studio/341700/documents/form:${key}`)
  await builder(page).locator('.builder-component').first().waitFor()
}
