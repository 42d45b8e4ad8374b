import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page, Request } from 'playwright-core'
import { launch, openPage, phone, type Watched } from './browser.ts'
import { startSeeded } from './seeded.ts'
import { type Started, temporaryFolder } from './system.ts'

let place: Awaited<ReturnType<typeof temporaryFolder>>
/** The system of this test file, and the browser that looks at it. */
export let system: Started
export let browser: Browser

export const startField = async (): Promise<void> => {
  place = await temporaryFolder()
  system = await startSeeded(place.folder)
  browser = await launch()
}
export const stopField = async (): Promise<void> => {
  await browser?.close()
  await system?.stop()
  await place?.remove()
}

/** Signs in by choosing a person, as anybody would, and waits for their own first page. */
export async function signIn(name: string): Promise<Watched> {
  const watched = await openPage(browser, system.origin, phone)
  const { page } = watched
  await page.goto(system.origin)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('heading', { name: '今日任务' }).waitFor()
  return watched
}

export const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()
export const answer = (page: Page, question: string, label: string) =>
  page.getByRole('group', { name: question }).getByLabel(label, { exact: true }).check()
export const openTask = (page: Page, title: string) =>
  page.locator('.task-line', { hasText: title }).first().getByRole('link').click()
export const isSubmit = (request: Request) =>
  request.method() === 'POST' && request.url().endsWith('/assessments')
export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** F03 up to the last part: `unmet` of the six indicators are not met. */
export async function fillSelfCare(page: Page, unmet: number): Promise<void> {
  await page.getByLabel('评估日期').fill(today())
  await answer(page, '评估原因', '首次评估')
  await next(page)
  const six = ['自主吃饭', '自主穿衣', '自主上下床', '自主如厕', '室内自主行走', '自主洗澡']
  for (const [at, question] of six.entries()) await answer(page, question, at < unmet ? '不能' : '能')
  await next(page)
  await answer(page, '评估方式', '现场观察')
  if (unmet > 0) await answer(page, '是否自愿集中供养', '否')
  await page.getByLabel('评估说明').fill('白纸黑字的说明')
  await next(page)
}

export const serious = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth')

/** Whatever can be touched and is too small for a finger. */
export const tooSmall = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('a, button, input, select, textarea, summary')]
    .map((e) => e.closest('.option') ?? e)
    .filter((e) => !e.matches('.skip') && e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 43.5)
    .map((e) => e.outerHTML.slice(0, 80))`)

/** All that the device keeps, as text: what is in clear, and the bytes of what is sealed. */
export const storedRows = async (page: Page): Promise<string> =>
  String(
    await page.evaluate(`new Promise((resolve) => {
      const open = indexedDB.open('yihu-device')
      open.onsuccess = () => {
        const all = open.result.transaction('rows').objectStore('rows').getAll()
        all.onsuccess = () => {
          open.result.close()
          resolve(all.result.map((row) => JSON.stringify({ ...row, iv: 0, sealed: 0 }) +
            new TextDecoder().decode(row.sealed)).join())
        }
      }
    })`),
  )
