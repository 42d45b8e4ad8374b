import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { desk, launch, openPage, phone } from './browser.ts'
import { builder } from './drawing.ts'
import { freePort, start, temporaryFolder } from './system.ts'

/** `npm run -s pictures`: takes the pictures of README anew, from the running system. */
const folder = fileURLToPath(new URL('../../web/pictures/', import.meta.url))

async function enter(browser: Browser, origin: string, subject: string, view: typeof desk): Promise<Page> {
  const { page } = await openPage(browser, origin, view)
  await page.goto(`${origin}/`)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText(subject, { exact: true }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

async function field(page: Page): Promise<void> {
  await page.locator('.task-line', { hasText: '生活自理能力' }).first().getByRole('link').click()
  await page.getByLabel('评估日期').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  await page.getByRole('group', { name: '评估原因' }).getByLabel('首次评估').check()
  await page.getByRole('button', { name: '下一步' }).click()
  const six = ['自主吃饭', '自主穿衣', '自主上下床', '自主如厕', '室内自主行走', '自主洗澡']
  for (const [at, name] of six.entries())
    await page
      .getByRole('group', { name })
      .getByLabel(at > 2 ? '不能' : '能', { exact: true })
      .check()
  await page.locator('.live').scrollIntoViewIfNeeded()
}

async function studio(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/studio/341700/documents/fees`)
  await page.getByRole('row').filter({ hasText: '供餐送餐' }).waitFor()
}

async function designer(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/studio/341700/documents/form:self-care`)
  const sheet = builder(page)
  await sheet.getByText('自主吃饭').first().waitFor()
}

const place = await temporaryFolder()
const system = await start({ YIHU_PORT: String(await freePort()), YIHU_DATA: place.folder })
const browser = await launch()
try {
  await mkdir(folder, { recursive: true })
  const { origin } = system
  const shoot = async (page: Page, name: string) => {
    await page.evaluate('document.fonts.ready')
    await page.getByText('正在载入').waitFor({ state: 'detached' })
    await page.waitForTimeout(800)
    await page.screenshot({ path: `${folder}${name}.png` })
    console.log(`${name}.png`)
  }
  const worker = await enter(browser, origin, '341700.worker', phone)
  await field(worker)
  await shoot(worker, 'field')
  const admin = await enter(browser, origin, '341700.admin', desk)
  await studio(admin, origin)
  await shoot(admin, 'studio')
  await designer(admin, origin)
  await shoot(admin, 'designer')
  const starting = await enter(browser, origin, '210381.admin', desk)
  await starting.getByRole('heading', { name: '从一套现成的配置开始' }).waitFor()
  await shoot(starting, 'adopt')
  const office = await enter(browser, origin, '340000.office', desk)
  await shoot(office, 'oversight')
} finally {
  await browser.close()
  await system.stop()
  await place.remove()
}
