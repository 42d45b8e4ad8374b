import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, openPage, phone, type Watched } from '../../e2e/browser.ts'
import { type Built, build, type Served, serve } from '../built.ts'
import { cases } from './cases.ts'

let built: Built
let served: Served
let browser: Browser

beforeAll(async () => {
  built = await build('test/web/page')
  served = await serve(built.folder, cases)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  built?.remove()
})

async function open(query: string, viewport = phone): Promise<Watched> {
  const watched = await openPage(browser, served.origin, viewport)
  await watched.page.goto(`${served.origin}/?case=${query}`)
  await watched.page.locator('#root > *').first().waitFor()
  return watched
}

const top = async (page: Page, label: string) => (await page.getByLabel(label).boundingBox())?.y
const next = (page: Page) => page.getByRole('button', { name: '下一步' })

describe('every type of the profile', () => {
  it('is drawn with a label, fits 360 px and breaks no policy', async () => {
    const { page, context, faults } = await open('everything')
    for (const label of [
      '姓名',
      '情况说明',
      '家庭人口',
      '月收入',
      '联系电话',
      '电子邮箱',
      '照料人',
      '左',
      '格',
      '页内',
    ])
      expect(await page.getByLabel(label).count(), label).toBeGreaterThan(0)
    expect(await page.getByText('本版暂不支持').count()).toBe(2)
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  for (const [mode, size, text] of [
    ['', 44, 14],
    ['&elder', 60, 18],
  ] as const)
    it(`has targets of ${size} px and text of ${text} px and more${mode && ' for elders'}`, async () => {
      const { page, context } = await open(`everything${mode}`)
      const small =
        await page.evaluate(`[...document.querySelectorAll('input:not([type=radio],[type=checkbox]), select, textarea, button, .option, summary')]
        .filter((e) => e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < ${size} - 0.5)
        .map((e) => e.outerHTML.slice(0, 80))`)
      expect(small).toEqual([])
      const tiny = await page.evaluate(`[...document.querySelectorAll('#root *')]
        .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < ${text})
        .map((e) => e.outerHTML.slice(0, 80))`)
      expect(tiny).toEqual([])
      await context.close()
    })

  it('keeps what is typed as the engine wants it', async () => {
    const { page, context } = await open('everything')
    await page.getByLabel('家庭人口').fill('３')
    await page.getByLabel('工资').check()
    await page.getByRole('group', { name: '是否独居' }).getByLabel('是', { exact: true }).check()
    await page.getByLabel('年', { exact: true }).fill('1950')
    await page.getByLabel('月', { exact: true }).fill('3')
    await page.getByLabel('关键词').fill('独居、低保')
    await page.getByLabel('入户日期').fill('2026-11-20')
    await page.getByRole('button', { name: /添加支出/ }).click()
    await page.getByLabel('项目').fill('药费')
    expect(await page.evaluate('form.read().typed')).toMatchObject({
      number: 3,
      boxes: { wage: true, pension: false },
      radio: 'yes',
      day: expect.stringMatching(/^0?3\/00\/1950$/),
      date: '2026-11-20',
      grid: [{ what: '药费' }],
    })
    expect(
      await page.getByRole('status', { name: /合计/ }).or(page.locator('output')).first().innerText(),
    ).toBe('4')
    await context.close()
  })
})

describe('a form in parts', () => {
  it('says what is wrong only after leaving a field, then leads to it', async () => {
    const { page, context } = await open('visit')
    await page.getByLabel('地点').focus()
    expect(await page.locator('.error').count()).toBe(0)
    await page.getByLabel('备注').focus()
    await page.locator('.error').first().waitFor()
    await next(page).click()
    const summary = page.getByRole('alert')
    expect(await summary.innerText()).toContain('有 2 处需要补充或更正')
    await summary.getByRole('button', { name: /地点/ }).click()
    await page.locator('[id="f-before"]:focus').waitFor()
    expect(await page.getByLabel('地点').getAttribute('aria-invalid')).toBe('true')
    await context.close()
  })

  it('opens a condition without moving what is above, and brings back what was typed', async () => {
    const { page, context } = await open('visit')
    const before = await top(page, '地点')
    await page.getByLabel('是', { exact: true }).check()
    await page.getByLabel('门铃位置').fill('大门右侧')
    expect(await top(page, '地点')).toBe(before)
    await page.getByLabel('否', { exact: true }).check()
    await page.getByLabel('门铃位置').waitFor({ state: 'detached' })
    expect(await page.evaluate('form.read().result.answers.doorbell')).toBeUndefined()
    await page.getByLabel('是', { exact: true }).check()
    expect(await page.getByLabel('门铃位置').inputValue()).toBe('大门右侧')
    await context.close()
  })

  it('keeps 下一步 in one place, adds, folds, removes and restores rows, and sends once all is right', async () => {
    const { page, context, faults } = await open('visit')
    const place = await next(page).boundingBox()
    await page.getByLabel('地点').fill('清溪村')
    await page.getByLabel('否', { exact: true }).check()
    await next(page).click()
    await page.getByRole('heading', { name: '家庭成员' }).waitFor()
    const submit = page.getByRole('button', { name: '提交' })
    expect(await submit.boundingBox()).toEqual(place)
    await submit.click()
    expect(await page.evaluate('submitted')).toBe(0)

    for (const name of ['张平安', '李安康']) {
      await page.getByRole('button', { name: '添加成员' }).click()
      await page.getByLabel('姓名').last().fill(name)
      await page.getByRole('button', { name: /^完成/ }).click()
    }
    expect(await page.locator('output').innerText()).toBe('2')
    expect(await page.locator('.live').innerText()).toContain('多人户')
    await page.getByRole('button', { name: /删除.*第 1 行/ }).click()
    expect(await page.evaluate('form.read().typed.members.length')).toBe(1)
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await page.evaluate('form.read().typed.members.map((m) => m.name)')).toEqual(['张平安', '李安康'])
    await submit.click()
    expect(await page.evaluate('submitted')).toBe(1)
    expect(faults).toEqual([])
    await context.close()
  })

  it('leads to a refused answer in another part and forgets the refusal when the answer changes', async () => {
    const { page, context } = await open('visit')
    await page.getByLabel('地点').fill('清溪村')
    await page.getByLabel('否', { exact: true }).check()
    await next(page).click()
    await page.evaluate("form.refuse([{ path: 'before', message: '地点不在辖区内。' }])")
    await page
      .getByRole('alert')
      .getByRole('button', { name: /地点不在辖区内/ })
      .click()
    await page.locator('[id="f-before"]:focus').waitFor()
    expect(await page.getByLabel('地点').inputValue()).toBe('清溪村')
    await page.getByLabel('地点').fill('杏花村')
    expect(await page.evaluate('form.read().refused.size')).toBe(0)
    await context.close()
  })

  it('can be filled with the keyboard alone', async () => {
    const { page, context } = await open('visit')
    await page.getByLabel('地点').focus()
    await page.keyboard.type('清溪村')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await page.evaluate('form.read().typed.alone')).toBe('yes')
    await context.close()
  })
})

describe('a hostile definition', () => {
  it('runs nothing and stays text', async () => {
    const { page, context } = await open('hostile')
    expect(await page.evaluate('typeof window.hacked')).toBe('undefined')
    expect(
      await page.locator('#root img, #root script, #root [style], #root a[href^="javascript"]').count(),
    ).toBe(0)
    await context.close()
  })
})
