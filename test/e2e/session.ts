import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPage, phone } from './browser.ts'
import { browser, openTask, serious, signIn, system, today } from './worker.ts'

/** Opens the page anew with an old access token. It ages between the two: a renewal that a reload cuts off uses up the token. */
const reloadAged = async (page: Page) => {
  await page.addInitScript(`if (window === top && !sessionStorage.getItem('aged')) {
    sessionStorage.setItem('aged', 'once')
    for (const [key, text] of Object.entries(sessionStorage))
      if (text.includes('access_token')) sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), expires_at: 1 }))
  }`)
  await page.reload()
}

/** What must hold of a session in the field, on the system that the file which calls this has started. */
export const session = (): void => {
  it('is renewed without a word when its token is old', async () => {
    const { page, context, faults } = await signIn('江一帆')
    await page.locator('.task-line').first().waitFor()
    const renewed = page.waitForRequest('**/oidc/token')
    await reloadAged(page)
    await renewed
    await page.locator('.task-line').first().waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('that the issuer has ended is said, and the draft is still there after signing in again', async () => {
    const { page, context } = await signIn('江一帆')
    await openTask(page, '入户调查表')
    const day = today()
    await page.getByLabel('入户日期').fill(day)
    await page.getByText('本机草稿').waitFor()
    const refuse = { status: 400, json: { error: 'invalid_grant', error_description: 'ended' } }
    // To the end: a page may ask for a renewal more than once, and one that is granted would bring the session back.
    await page.route('**/oidc/token', (route) =>
      route.request().postData()?.includes('grant_type=refresh_token')
        ? route.fulfill(refuse)
        : route.continue(),
    )
    await reloadAged(page)
    await page.getByText('登录已过期').waitFor()
    await page.getByRole('button', { name: '重新登录' }).click()
    await page.getByLabel('入户日期').waitFor()
    expect(await page.getByLabel('入户日期').inputValue()).toBe(day)
    await context.close()
  })

  it('lets a person with two places choose, and tells a person without any whom to ask', async () => {
    const { page, context } = await signIn('江一帆')
    const office = { kind: 'province', code: '340000', name: '安徽省', roles: [{ role: 'office' }] }
    await page.route('**/api/me', async (route) => {
      const answer = await route.fetch()
      const me = await answer.json()
      await route.fulfill({ response: answer, json: { ...me, memberships: [...me.memberships, office] } })
    })
    await page.goto(system.origin)
    await page.getByRole('heading', { name: '请选择工作身份' }).waitFor()
    expect(await serious(page)).toEqual([])
    await page.getByRole('link', { name: /入户工作台/ }).click()
    await page.getByRole('heading', { name: '今日任务' }).waitFor()
    await context.close()

    const stranger = await openPage(browser, system.origin, phone)
    await stranger.page.goto(system.origin)
    await stranger.page.getByRole('button', { name: '登录' }).click()
    await stranger.page.getByRole('button', { name: /路过人/ }).click()
    await stranger.page.getByText('您的账号还没有可用的工作台').waitFor()
    await stranger.context.close()
  })
}
