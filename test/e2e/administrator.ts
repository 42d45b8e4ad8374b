import type { Browser, Page } from 'playwright-core'
import type { Quote } from '../../functions/api/contract/index.ts'
import { desk, launch, openPage, type Watched } from './browser.ts'
import { startSeeded } from './seeded.ts'
import { signIn } from './sign-in.ts'
import { freePort, inOneProcess, type Started, start, temporaryFolder } from './system.ts'

let place: Awaited<ReturnType<typeof temporaryFolder>>
let browser: Browser
/** The system of this test file. */
export let system: Started
/** The city's administrator at a desk, signed in once. */
export let admin: Watched

/** As it ships; or all in one process, which a short journey must bear as well. */
export const openStudio = (): Promise<void> => openOn((data) => startSeeded(data))
export const openStudioInOneProcess = (): Promise<void> =>
  openOn(async (data) => start({ YIHU_PORT: String(await freePort()), YIHU_DATA: data }, inOneProcess))

const openOn = async (begin: (data: string) => Promise<Started>): Promise<void> => {
  place = await temporaryFolder()
  system = await begin(place.folder)
  browser = await launch()
  admin = await enter('341700.admin')
}
export const closeStudio = async (): Promise<void> => {
  await browser?.close()
  await system?.stop()
  await place?.remove()
}

/** Signs in through the picker, as a person does. */
export async function enter(subject: string): Promise<Watched> {
  const watched = await openPage(browser, system.origin, desk)
  await watched.page.goto(`${system.origin}/`)
  await watched.page.getByRole('button', { name: '登录' }).click()
  await watched.page.getByText(subject, { exact: true }).click()
  // A township may also take households in; here it looks at the rules.
  if (subject.endsWith('.township')) await watched.page.getByRole('link', { name: /配置与管理/ }).click()
  await watched.page.waitForURL((url) => url.pathname.startsWith('/studio'))
  return watched
}

export const api = async (subject: string, path: string, init: RequestInit = {}): Promise<Response> => {
  const { access_token } = await signIn(system.origin, subject)
  const headers = new Headers(init.headers)
  headers.set('authorization', `Bearer ${access_token}`)
  if (init.body) headers.set('content-type', 'application/json')
  return fetch(`${system.origin}/api/cities/341700/${path}`, { ...init, headers })
}
export const read = async <T>(subject: string, path: string): Promise<T> =>
  (await (await api(subject, path)).json()) as T
export const price = async (on: string): Promise<number | null | undefined> => {
  const body = JSON.stringify({ items: [{ item: 'errand', quantity: 1 }], on })
  const quote = (await (await api('341700.worker', 'quotes', { method: 'POST', body })).json()) as Quote
  return quote.lines[0]?.price
}

export const open = async (page: Page, title: string) => {
  await page.getByRole('link', { name: '配置', exact: true }).click()
  await page.getByRole('main').getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
export const publish = async (page: Page, note: string) => {
  await page.getByRole('link', { name: '检查与发布' }).click()
  await page.getByText('检查通过，可以发布。').waitFor()
  await page.getByLabel('发布说明').fill(note)
  await page.getByRole('button', { name: '发布', exact: true }).click()
}

/** Replaces the first occurrence in the code editor, with its own search panel. */
export async function replace(page: Page, from: string, to: string): Promise<void> {
  const source = page.getByRole('main').getByText('源文件', { exact: true })
  if (!(await page.locator('.source').isVisible())) await source.click()
  await page.locator('.source .cm-content').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  const panel = page.locator('.source .cm-search')
  await panel.locator('input[name=search]').fill('')
  await panel.locator('input[name=search]').pressSequentially(from)
  await panel.locator('input[name=replace]').fill('')
  await panel.locator('input[name=replace]').pressSequentially(to)
  await panel.locator('button[name=replace]').click()
  await panel.locator('button[name=replace]').click()
  await page.keyboard.press('Escape')
}
