import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage, phone } from './browser.ts'
import { withFilingNumber } from './filing-number.ts'
import { officeHours } from './office-hours.ts'
import { registering } from './registering.ts'
import { session } from './session.ts'
import { withoutNetwork } from './without-network.ts'
import {
  answer,
  browser,
  fillSelfCare,
  next,
  openTask,
  overflow,
  serious,
  signIn,
  startField,
  stopField,
  system,
  today,
  tooSmall,
} from './worker.ts'

beforeAll(startField)
afterAll(stopField)

describe('the worker on a phone', () => {
  it('finds every page whole, readable and reachable', async () => {
    const { page, context, faults } = await signIn('江一帆')
    for (const tab of ['今日', '家庭', '待上传', '我的']) {
      await page.getByRole('link', { name: tab, exact: true }).click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByText('正在载入').waitFor({ state: 'detached' })
      expect(await serious(page), tab).toEqual([])
      expect(await overflow(page), tab).toBeLessThanOrEqual(0)
      expect(await tooSmall(page), tab).toEqual([])
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
    await page.locator('.live').getByText('完全丧失生活自理能力').first().waitFor()

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
    await page.getByText('待共同确认').first().waitFor()
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

  withoutNetwork()
  withFilingNumber()

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
      expect(await overflow(page), tab).toBeLessThanOrEqual(0)
    }
    await page.getByRole('link', { name: '今日', exact: true }).click()
    await openTask(page, '入户调查表')
    await next(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await serious(page)).toEqual([])
    await context.close()
  })

  it('leaves nothing on the device after signing out, and asks before work is lost', async () => {
    const { page, context } = await signIn('江一帆')
    await openTask(page, '入户调查表')
    await page.getByLabel('入户日期').fill(today())
    await page.getByText('本机草稿').waitFor()
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

  // Last: what it opens stands in the lists of today.
  registering()
  officeHours()
})

describe('the session', session)
