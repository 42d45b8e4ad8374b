import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPage, phone } from './browser.ts'
import { browser, openTask, serious, signIn, system, today } from './worker.ts'

/** Makes the access token in this tab look old, once nothing is under way: a renewal that a reload cuts off uses up the token. */
const age = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(`for (const [key, text] of Object.entries(sessionStorage))
    if (text.includes('access_token')) sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), expires_at: 1 }))`)
}

/** What must hold of a session in the field, on the system that the file which calls this has started. */
export const session = (): void => {
  it('is renewed without a word when its token is old', async () => {
    const { page, context, faults } = await signIn('江一帆')
    // A reload in the middle of a renewal loses the new refresh token, so nothing may still be asking.
    await page.locator('.task-line').first().waitFor()
    await age(page)
    await page.reload()
    await page.locator('.task-line').first().waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('that the issuer has ended is said, and the draft is still there after signing in again', async () => {
    const { page, context } = await signIn('江一帆')
    await openTask(page, '入户调查表')
    await page.getByLabel('入户日期').fill(today())
    await page.waitForTimeout(500)
    await age(page)
    const refuse = { status: 400, json: { error: 'invalid_grant', error_description: 'ended' } }
    await page.route('**/oidc/token', (route) => route.fulfill(refuse))
    await page.reload()
    await page.getByText('登录已过期').waitFor()
    await page.unroute('**/oidc/token')
    await page.getByRole('button', { name: '重新登录' }).click()
    await page.getByLabel('入户日期').waitFor()
    expect(await page.getByLabel('入户日期').inputValue()).toBe(today())
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
