import type { Browser, Page } from 'playwright-core'
import { desk, launch, openPage, type Watched } from './browser.ts'
import { startSeeded } from './seeded.ts'
import { type Started, temporaryFolder } from './system.ts'

let place: Awaited<ReturnType<typeof temporaryFolder>>
let browser: Browser
/** The system of this test file. */
export let system: Started
/** The province's office at a desk, signed in once. */
export let office: Watched

export const openOffice = async (): Promise<void> => {
  place = await temporaryFolder()
  system = await startSeeded(place.folder)
  browser = await launch()
  office = await enter('340000.office')
}
export const closeOffice = async (): Promise<void> => {
  await browser?.close()
  await system?.stop()
  await place?.remove()
}

/** Signs in through the picker, as a person does; `asked` gets every path that the page asks for. */
export async function enter(subject: string, asked: string[] = []): Promise<Watched> {
  const watched = await openPage(browser, system.origin, desk)
  watched.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await watched.page.goto(`${system.origin}/`)
  await watched.page.getByRole('button', { name: '登录' }).click()
  await watched.page.getByText(subject, { exact: true }).click()
  await watched.page.waitForURL((url) => /^\/(?:oversight|studio)/.test(url.pathname))
  return watched
}

export const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
export const tab = async (page: Page, name: string, heading: string) => {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}
