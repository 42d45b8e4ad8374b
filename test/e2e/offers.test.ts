import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Quote } from '../../functions/api/contract/index.ts'
import { admin, api, closeStudio, enter, open, openStudio, publish, read, system } from './administrator.ts'

beforeAll(openStudio)
afterAll(closeStudio)

/** 贵池区, the county's own, and two others. */
const [guichi, dongzhi, shitai] = ['341702', '341721', '341722']

const grave = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
const quoted = async (division: string) => {
  const body = JSON.stringify({ items: [{ item: 'errand', quantity: 1, division }], on: today() })
  const quote = (await (await api('341700.worker', 'quotes', { method: 'POST', body })).json()) as Quote
  return quote.lines[0]
}

describe('what a county offers', () => {
  test('is switched by its administrator alone, published by the city, and holds in that county', async () => {
    expect(await quoted(guichi)).toMatchObject({ amount: 1000 })
    const { page, context, faults } = await enter('341700.county')
    await open(page, '服务事项清单')
    await page.getByText('您可以设置本县（区）启用哪些事项').waitFor()
    await page.getByLabel('县（区）、乡镇（街道）').waitFor()
    const errand = page.getByRole('row').filter({ hasText: '代购代办' })
    const offered = errand.getByRole('switch', { name: '启用“代购代办”' })
    expect(await offered.getAttribute('aria-checked')).toBe('true')
    await offered.click()
    await errand.getByText(`${today()} 起不启用`).waitFor()
    // There and back leaves nothing behind.
    await offered.click()
    await errand.getByText('未单独设置').waitFor()
    await page.getByText('没有未保存的修改').waitFor()
    await offered.click()
    expect(await grave(page)).toEqual([])
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存到草稿').waitFor()

    await page.getByText('表格', { exact: true }).click()
    await page.getByRole('grid').waitFor()
    expect(await page.getByRole('button', { name: '新增事项' }).count()).toBe(0)
    await page.setViewportSize({ width: 834, height: 1112 })
    await page.getByText('县（区）启用', { exact: true }).click()
    await errand.getByText(`${today()} 起不启用`).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(834)
    expect(await grave(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
    // Nothing holds before the city publishes.
    expect(await quoted(guichi)).toMatchObject({ amount: 1000 })

    await admin.page.reload()
    await admin.page.getByRole('link', { name: '检查与发布' }).click()
    const changes = admin.page.getByRole('main').locator('.changes')
    await changes.waitFor()
    expect(await changes.innerText()).toContain('贵池区 · 代购代办：未另行规定 → 不启用')
    await publish(admin.page, '贵池区不启用代购代办')
    await admin.page.getByText('第 2 版已发布').waitFor()
    const here = await quoted(guichi)
    expect(here).toMatchObject({ amount: null })
    expect(here?.words).toContain('本县（区）未启用')
    expect(await quoted(dongzhi)).toMatchObject({ amount: 1000 })
  })

  const drafted = () =>
    read<{ document: { activations?: object[] }; rev: number }>('341700.admin', 'draft/catalogue')
  const put = (subject: string, document: object, rev: number) =>
    api(subject, 'draft/catalogue', {
      method: 'PUT',
      headers: { 'if-match': `"${rev}"` },
      body: JSON.stringify(document),
    })

  test('is not another county’s to switch, whatever is sent', async () => {
    const { document, rev } = await drafted()
    const activations = [
      ...(document.activations ?? []),
      { item: 'errand', division: dongzhi, active: false, from: today() },
    ]
    expect((await put('341700.county', { ...document, activations }, rev)).status).toBe(403)
  })

  test('is seen by the city for every county, and a finding leads to the county it is about', async () => {
    const { document, rev } = await drafted()
    const own = (document.activations ?? []).filter((one) => 'division' in one && one.division !== shitai)
    const activations = [...own, { item: 'errand', division: shitai, active: false, from: '2027-01-01' }]
    expect((await put('341700.admin', { ...document, activations }, rev)).status).toBe(200)
    const { page, faults } = admin
    const at = encodeURIComponent(`/activations/${own.length}`)
    await page.goto(`${system.origin}/studio/341700/documents/catalogue?at=${at}`)
    const errand = page.getByRole('row').filter({ hasText: '代购代办' })
    await errand.getByText('2027-01-01 起不启用').waitFor()
    await page.getByLabel('县（区）、乡镇（街道）').click()
    await page.keyboard.type('东至县')
    await page.keyboard.press('Enter')
    await errand.getByText('未单独设置').waitFor()
    // A day on which it is not offered yet, and one on which it is not offered any more.
    await page.getByLabel('县（区）、乡镇（街道）').click()
    await page.keyboard.type('石台县')
    await page.keyboard.press('Enter')
    const offered = errand.getByRole('switch')
    await expect.poll(() => offered.getAttribute('aria-checked')).toBe('true')
    await page.getByLabel('自哪一天起').fill('2027-02-01')
    await expect.poll(() => offered.getAttribute('aria-checked')).toBe('false')
    await page.getByLabel('自哪一天起').fill('')
    await expect.poll(() => offered.isDisabled()).toBe(true)
    expect(faults).toEqual([])
  })
})

describe('a catalogue that an office above has locked', () => {
  type Item = Readonly<Record<string, unknown>> & { readonly key: string }
  type Listed = Readonly<Record<string, unknown>> & { readonly items: readonly Item[] }
  const drafted = () => read<{ document: Listed; rev: number }>('341700.admin', 'draft/catalogue')
  const save = async (document: object, rev: number) => {
    const headers = { 'if-match': `"${rev}"` }
    const body = JSON.stringify(document)
    expect((await api('341700.admin', 'draft/catalogue', { method: 'PUT', headers, body })).status).toBe(200)
  }

  test('S3-14 says why, lets a proposal begin with its approval alone, and holds what is 必做', async () => {
    const { document, rev } = await drafted()
    const items: readonly Item[] = document.items.map((item, at) => ({
      ...item,
      lock: at === 0 ? 'required' : 'optional',
    }))
    const [first, second] = items
    const { lock: _lock, ...plain }: Item = second ?? { key: '' }
    const wish = { ...plain, key: 'own', name: '助浴到家', common: null, status: 'proposed' }
    await save({ ...document, activations: [], items: [wish, ...items], locked: { by: '省级民政部门' } }, rev)
    const note = JSON.stringify({ note: '上级锁定清单' })
    const made = await api('341700.admin', 'releases', { method: 'POST', body: note })
    expect(await made.json()).toMatchObject({ state: 'live' })

    const { page, faults } = admin
    await page.goto(`${system.origin}/studio/341700/documents/catalogue`)
    const details = (name: string) => page.getByRole('button', { name: new RegExp(`详情\\s*${name}$`) })
    await details(String(first?.['name'])).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('这是省级民政部门规定的必做事项').waitFor()
    await drawer.getByText('没有新批复，检查不会通过').waitFor()
    expect(await grave(page)).toEqual([])
    await drawer.getByLabel('事项名称').fill('改了说法的事项')
    await drawer.getByRole('button', { name: '完成' }).click()

    await details('助浴到家').click()
    await drawer.getByText('省级民政部门批复以前不能启用').waitFor()
    await drawer.getByRole('button', { name: '批复已到，启用这个事项' }).click()
    await drawer.getByText('批复机关、文号和日期都要填写').first().waitFor()
    await drawer.getByRole('button', { name: '完成' }).click()
    await drawer.getByLabel('批复机关').fill('省民政厅')
    await drawer.getByLabel('批复文号').fill('民函〔2026〕12号')
    await drawer.getByLabel('批复日期').fill('2026-03-01')
    await drawer.getByRole('button', { name: '完成' }).click()
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存到草稿').waitFor()
    const now = (await drafted()).document
    expect(now.items.find(({ key }) => key === 'own')).toMatchObject({
      status: 'active',
      approval: { by: '省民政厅', number: '民函〔2026〕12号', on: '2026-03-01' },
    })

    // The proposal may go; the reworded one is named, and keeps everything from being published.
    await page.getByRole('link', { name: '检查与发布' }).click()
    const list = page.getByRole('complementary', { name: '待办清单' })
    await list.getByText('还有 1 项必须更正').waitFor()
    await list.getByText(/更改事项“.*”的名称须经省级民政部门批准/).waitFor()
    const { rev: later } = await drafted()
    await save({ ...now, items: now.items.map((item) => (item.key === first?.key ? first : item)) }, later)
    await page.reload()
    await list.getByText('没有阻止发布的问题。').waitFor()
    expect(faults).toEqual([])
  })
})
