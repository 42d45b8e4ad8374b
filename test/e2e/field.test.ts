import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, openPage, phone, type Watched } from './browser.ts'
import { freePort, type Started, start, temporaryFolder } from './system.ts'

let place: Awaited<ReturnType<typeof temporaryFolder>>
let system: Started
let browser: Browser

beforeAll(async () => {
  place = await temporaryFolder()
  system = await start({ YIHU_PORT: String(await freePort()), YIHU_DATA: place.folder })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await system?.stop()
  await place?.remove()
})

/** Signs in by choosing a person, as anybody would, and waits for their own first page. */
async function signIn(name: string): Promise<Watched> {
  const watched = await openPage(browser, system.origin, phone)
  const { page } = watched
  await page.goto(system.origin)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('heading', { name: '今日任务' }).waitFor()
  return watched
}

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()
const answer = (page: Page, question: string, label: string) =>
  page.getByRole('group', { name: question }).getByLabel(label, { exact: true }).check()
const openTask = (page: Page, title: string) =>
  page.locator('.task-line', { hasText: title }).first().getByRole('link').click()
const isSubmit = (request: Request) => request.method() === 'POST' && request.url().endsWith('/assessments')
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** F03 up to the last part: `unmet` of the six indicators are not met. */
async function fillSelfCare(page: Page, unmet: number): Promise<void> {
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

const serious = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

describe('the worker on a phone', { timeout: 60_000 }, () => {
  it('finds every page whole, readable and reachable', async () => {
    const { page, context, faults } = await signIn('江一帆')
    for (const tab of ['今日', '家庭', '待上传', '我的']) {
      await page.getByRole('link', { name: tab, exact: true }).click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByText('正在载入').waitFor({ state: 'detached' })
      expect(await serious(page), tab).toEqual([])
      expect(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        tab,
      ).toBeLessThanOrEqual(0)
      const small = await page.evaluate(`[...document.querySelectorAll('a, button, input, select')]
        .filter((e) => !e.matches('.skip') && e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 43.5)
        .map((e) => e.outerHTML.slice(0, 80))`)
      expect(small, tab).toEqual([])
    }
    expect(faults).toEqual([])
    await context.close()
  })

  it('opens a household, and a hidden value only after a reason', async () => {
    const { page, context } = await signIn('江一帆')
    await page.getByRole('link', { name: '家庭', exact: true }).click()
    await page.locator('.line').first().click()
    const show = page.getByRole('button', { name: /查看.*身份号码/ }).first()
    await show.click()
    const go = page.getByRole('button', { name: '查看并留痕' })
    expect(await go.isDisabled()).toBe(true)
    await page.getByLabel('入户时核对身份').check()
    await go.click()
    await page.getByText('本次查看已留痕').waitFor()
    expect(await page.getByText(/\b9999\d{13}[\dX]\b/).count()).toBe(1)
    await context.close()
  })

  it('fills, is refused with what was typed kept, mends, and sees the result; the second investigator confirms', async () => {
    const worker = await signIn('江一帆')
    const { page } = worker
    await openTask(page, '生活自理能力')
    await fillSelfCare(page, 4)
    expect(await page.locator('.live').innerText()).toContain('完全丧失生活自理能力')

    // A client gone wrong: the first request reaches the server without an answer that the form demands.
    let first = true
    const ids: string[] = []
    await page.route('**/assessments', async (route) => {
      const sent = route.request().postDataJSON()
      ids.push(sent.id)
      const { eating: _, ...answers } = sent.answers
      await (first ? route.continue({ postData: JSON.stringify({ ...sent, answers }) }) : route.continue())
      first = false
    })
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('需处理').waitFor()
    await page
      .getByRole('alert')
      .getByRole('button', { name: /自主吃饭/ })
      .click()
    await page.getByRole('group', { name: '自主吃饭' }).waitFor()
    expect(await page.getByRole('group', { name: '自主吃饭' }).getByLabel('不能').isChecked()).toBe(true)
    await answer(page, '自主吃饭', '能')
    await answer(page, '自主吃饭', '不能')
    await next(page)
    expect(await page.getByLabel('评估说明').inputValue()).toBe('白纸黑字的说明')
    await next(page)
    await page.getByRole('button', { name: '提交' }).click()

    await page.getByRole('heading', { name: '认定结果' }).waitFor()
    expect(new Set(ids).size).toBe(1)
    expect(await page.locator('.top + main .tag.good').innerText()).toContain('已上传')
    expect(await page.getByText('待共同确认').count()).toBeGreaterThan(0)
    expect(await page.locator('.result').innerText()).toContain('完全丧失生活自理能力')
    await page.getByText('为什么是这个结果').last().click()
    expect(await page.locator('.result').innerText()).toContain('民发〔2021〕43号')
    expect(await page.getByRole('heading', { name: '费用测算' }).locator('..').innerText()).toContain(
      '演示数据',
    )
    expect(await page.getByRole('button', { name: '确认', exact: true }).count()).toBe(0)
    await page.getByText('白纸黑字的说明').waitFor()
    expect(await serious(page)).toEqual([])
    expect(worker.faults).toEqual([])

    const second = await signIn('章守田')
    await openTask(second.page, '共同确认：特困人员')
    await second.page.getByRole('heading', { name: '共同确认' }).waitFor()
    const confirm = second.page.getByRole('button', { name: '确认', exact: true })
    expect(await confirm.isDisabled()).toBe(true)
    await second.page.getByLabel(/我参加了本次入户调查/).check()
    await confirm.click()
    await second.page.getByText('待共同确认').waitFor({ state: 'detached' })
    expect(await second.page.getByText('尚未确认').count()).toBe(0)
    expect(second.faults).toEqual([])
    await second.context.close()
    await worker.context.close()
  })

  it('keeps a draft over a reload and a finished record over a dead network, sealed, and sends it once', async () => {
    const { page, context } = await signIn('江一帆')
    await openTask(page, '生活自理能力')
    await page.getByLabel('评估日期').fill(today())
    await page.getByText('本机草稿').waitFor()
    await page.waitForTimeout(500)
    await page.reload()
    expect(await page.getByLabel('评估日期').inputValue()).toBe(today())
    await fillSelfCare(page, 0)

    await context.setOffline(true)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '待上传' }).waitFor()
    await page.locator('.card .tag.wait', { hasText: '待上传' }).waitFor()
    expect(await page.locator('.tag.good').count()).toBe(0)
    const rows = String(
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

  it('leads from the list of faults into a folded row, and keeps the pair of the case', async () => {
    const { page, context, faults } = await signIn('江一帆')
    await openTask(page, '入户调查表')
    await page.getByLabel('入户日期').fill(today())
    await answer(page, '走访类型', '新增对象')
    await answer(page, '受访人', '本人')
    await page.getByLabel('家庭（人员）身份类别').selectOption({ label: '低保对象' })
    await page.getByLabel(/已向受访人说明/).check()
    await next(page)
    await page.getByRole('button', { name: /添加家庭成员/ }).click()
    await page.getByLabel('姓名').fill('张平安')
    await page.getByLabel('公民身份号码').fill('999901193802150017')
    await page.getByRole('button', { name: /^完成/ }).click()
    expect(await page.locator('.row-summary').innerText()).not.toContain('9999')
    await next(page)
    await page
      .getByRole('alert')
      .getByRole('button', { name: /公民身份号码/ })
      .click()
    await page.locator('[id="f-members_0__idNumber"]:focus').waitFor()
    await page.getByLabel('公民身份号码').fill('999901193802150016')
    await page
      .getByRole('alert')
      .getByRole('button', { name: /公民身份号码/ })
      .waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /全部部分/ }).click()
    await page.getByRole('button', { name: '核对与提交' }).click()
    await page.getByRole('group', { name: '第二名调查人员' }).waitFor()
    expect(await page.getByLabel(/章守田/).isChecked()).toBe(true)
    expect(await serious(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  it('stays whole in 长者模式 and in high contrast', async () => {
    const { page, context } = await signIn('江一帆')
    await page.getByRole('link', { name: '我的', exact: true }).click()
    for (const mode of ['长者模式', '高对比度']) await page.getByRole('switch', { name: mode }).click()
    await page.reload()
    for (const tab of ['今日', '家庭', '我的']) {
      await page.getByRole('link', { name: tab, exact: true }).click()
      await page.getByText('正在载入').waitFor({ state: 'detached' })
      expect(await serious(page), tab).toEqual([])
      expect(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        tab,
      ).toBeLessThanOrEqual(0)
    }
    await page.getByRole('link', { name: '今日', exact: true }).click()
    await openTask(page, '入户调查表')
    await next(page)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect(await serious(page)).toEqual([])
    await context.close()
  })

  it('leaves nothing on the device after signing out, and asks before work is lost', async () => {
    const { page, context } = await signIn('江一帆')
    await openTask(page, '入户调查表')
    await page.getByLabel('入户日期').fill(today())
    await page.getByText('本机草稿').waitFor()
    await page.waitForTimeout(500)
    await page.getByRole('link', { name: /返回/ }).click()
    await page.getByRole('link', { name: '我的', exact: true }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('还有 1 份').waitFor()
    await dialog.getByRole('button', { name: '仍然退出并删除' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/field'))
    await page.goto(`${system.origin}/icon.svg`)
    const left = await page.evaluate(
      `indexedDB.databases().then((all) => ({
        databases: all.length,
        tokens: Object.values(sessionStorage).filter((text) => /_token"/.test(text)).length,
      }))`,
    )
    expect(left).toEqual({ databases: 0, tokens: 0 })
    await context.close()
  })

  it('comes back to the page that was asked for, and never leaves this site for it', async () => {
    const { page, context } = await openPage(browser, system.origin, phone)
    await page.goto(`${system.origin}/field/341700/me`)
    await page.getByRole('button', { name: /江一帆/ }).click()
    await page.getByRole('heading', { name: '我的' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/field/341700/me')
    await page.goto(`${system.origin}/field/349901`)
    await page
      .getByText(/找不到|没有权限/)
      .first()
      .waitFor()
    await context.close()
  })
})

/** Makes the access token in this tab look old. */
const age = (page: Page) =>
  page.evaluate(`for (const [key, text] of Object.entries(sessionStorage))
    if (text.includes('access_token')) sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), expires_at: 1 }))`)

describe('the session', { timeout: 60_000 }, () => {
  it('is renewed without a word when its token is old', async () => {
    const { page, context, faults } = await signIn('江一帆')
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
})
