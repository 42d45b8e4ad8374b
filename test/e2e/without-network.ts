import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { until } from './system.ts'
import { fillSelfCare, isSubmit, openTask, signIn, storedRows, system, today } from './worker.ts'

/** Waits until a page of the room that is fetched behind the first screen has come whole, with all that it needs. */
const fetched = async (page: Page, name: string): Promise<void> => {
  const script = `performance.getEntriesByType('resource').find((one) => /${name}-[^/]*\\.js$/.test(one.name))?.name`
  // Asked from outside: what waits inside the page is evaluated there again, which the page's policy forbids.
  await until(() => page.evaluate<boolean>(`Boolean(${script})`))
  await page.evaluate(`import(${script}).then(() => 0)`)
}

/** What must hold where the network is gone, on the system that the file which calls this has started. */
export const withoutNetwork = (): void => {
  it('keeps a draft over a reload and a finished record over a dead network, sealed, and sends it once', async () => {
    const { page, context } = await signIn('江一帆')
    await openTask(page, '生活自理能力')
    const day = today()
    await page.getByLabel('评估日期').fill(day)
    await page.locator('.saved[aria-busy=false]', { hasText: '本机草稿' }).waitFor()
    await page.reload()
    expect(await page.getByLabel('评估日期').inputValue()).toBe(day)
    await fillSelfCare(page, 0)
    await fetched(page, 'outbox-page')

    await context.setOffline(true)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '待上传' }).waitFor()
    await page.locator('.card .tag.wait', { hasText: '待上传' }).waitFor()
    expect(await page.locator('.tag.good').count()).toBe(0)
    const rows = await storedRows(page)
    expect(rows.length).toBeGreaterThan(500)
    for (const clear of ['白纸黑字', 'assessDate', '自主']) expect(rows).not.toContain(clear)

    const submits: string[] = []
    page.on('request', (request) => {
      if (isSubmit(request)) submits.push(request.postDataJSON().id)
    })
    await context.setOffline(false)
    await page.getByText('没有待上传的记录').waitFor()
    expect(new Set(submits).size).toBe(1)
    await context.close()
  })

  it('says that too many are asking, where the gateway does, and goes on when it is asked again', async () => {
    const { page, context } = await signIn('江一帆')
    const throttled = { status: 429, json: { message: 'Too Many Requests' } }
    await page.route('**/api/cities/**', (route) => route.fulfill(throttled))
    await page.goto(`${system.origin}/field/341700/households`)
    await page.getByText('现在使用的人太多，请稍等几秒再试。').waitFor()
    await page.unroute('**/api/cities/**')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('heading', { name: '长青村' }).waitFor()
    await context.close()
  })

  it('keeps standing where a page was never fetched and the network is gone', async () => {
    const { page, context } = await signIn('江一帆')
    await context.route(/assets\/outbox-page-.*\.js/, (route) => route.abort('internetdisconnected'))
    await page.reload()
    await page.getByRole('heading', { name: '今日任务' }).waitFor()
    await context.setOffline(true)
    await page.getByRole('link', { name: '待上传', exact: true }).click()
    await page.getByText('这个页面还没有下载到本机').waitFor()
    await page.getByRole('link', { name: '今日', exact: true }).click()
    await page.getByRole('heading', { name: '今日任务' }).waitFor()
    await context.close()
  })
}
