import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { desk, launch, openPage, type Watched } from './browser.ts'
import { startSeeded } from './seeded.ts'
import { type Started, temporaryFolder } from './system.ts'

let place: Awaited<ReturnType<typeof temporaryFolder>>
let browser: Browser
/** The system of this test file. */
export let system: Started

export const openCity = async (): Promise<void> => {
  place = await temporaryFolder()
  system = await startSeeded(place.folder)
  browser = await launch()
}
export const closeCity = async (): Promise<void> => {
  await browser?.close()
  await system?.stop()
  await place?.remove()
}

export const fresh = (viewport = desk): Promise<Watched> => openPage(browser, system.origin, viewport)

/** Chooses a person in the picker, as somebody signs in. */
export const choose = (page: Page, subject: string): Promise<void> =>
  page.getByText(subject, { exact: true }).click()

/** Signs in through the picker and waits until the first room is open. */
export async function enter(subject: string, viewport = desk): Promise<Watched> {
  const watched = await fresh(viewport)
  await watched.page.goto(`${system.origin}/`)
  await watched.page.getByRole('button', { name: '登录' }).click()
  await choose(watched.page, subject)
  // A township may also take households in; here it looks at the rules.
  if (subject.endsWith('.township')) await watched.page.getByRole('link', { name: /配置与管理/ }).click()
  await watched.page.waitForURL((url) => /^\/(?:studio|field|oversight)/.test(url.pathname))
  return watched
}

/** What keeps a person out who hears or tabs through the page. */
export const grave = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** A folder of pictures for whoever wants to look: set YIHU_PICTURES. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['YIHU_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
