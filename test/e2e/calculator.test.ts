import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#forms/standards'
import type { Draft, WhatIf } from '../../functions/api/contract/index.ts'
import { admin, api, closeStudio, openStudio, read, system } from './administrator.ts'

beforeAll(openStudio)
afterAll(closeStudio)

const grave = async () => {
  const { violations } = await new AxeBuilder({ page: admin.page }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
}
const choose = async (label: string, option: string) => {
  const { page } = admin
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-item-option', { hasText: option }).first().click()
}

/** Puts other fees into the draft: the bath costs more, and the person bears a part. */
const raise = async (more: object) => {
  const draft = await read<Draft>('341700.admin', 'draft')
  const { rev = 0 } = draft.documents.find(({ key }) => key === 'fees') ?? {}
  const { document } = await read<{ document: { rows: { item: string; amount: number | null }[] } }>(
    '341700.admin',
    'draft/fees',
  )
  const rows = document.rows.map((row) =>
    row.amount === null ? row : { ...row, amount: row.amount * 2, ...more },
  )
  const saved = await api('341700.admin', 'draft/fees', {
    method: 'PUT',
    headers: { 'if-match': `"${rev}"` },
    body: JSON.stringify({ ...document, rows }),
  })
  expect(saved.status).toBe(200)
}

describe('fees tried out before they are published', () => {
  test('one service is explained step by step, under the draft and under what is in use', async () => {
    await raise({ copay: { ratio: 0.05, rounding: { mode: 'floor', to: 'yuan' } } })
    const { page } = admin
    await page.getByRole('link', { name: '试算', exact: true }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '试算' }).waitFor()
    await choose('服务事项', '代购代办')
    await page.getByLabel(/^数量/).fill('2')
    const result = page.locator('.office-panel', { hasText: '计算结果' })
    await result.getByText('40.00 元').first().waitFor()
    await result.getByText('其中个人自付', { exact: true }).waitFor()
    expect(await result.locator('ol li').count()).toBeGreaterThan(2)
    expect(await grave()).toEqual([])
    await page.getByText('正在使用', { exact: true }).click()
    await result.getByText('20.00 元').first().waitFor()
    await page.getByLabel(/^数量/).fill('两次')
    await result.getByText('数量应大于 0').waitFor()
  })

  test('a month that was is priced once more: who pays more, and nobody is named', async () => {
    const { page } = admin
    await page.getByText('改价影响').click()
    await page.getByLabel('用哪个月的评估').fill('2019-01')
    await page.getByRole('button', { name: '开始试算' }).click()
    await page.getByText('这个月没有带服务建议的评估').waitFor()
    // The last month in which the demo city completed one: two days ago, which may be the month before.
    const month = localDate(new Date(Date.now() - 2 * 86_400_000)).slice(0, 7)
    await page.getByLabel('用哪个月的评估').fill(month)
    await page.getByRole('button', { name: '开始试算' }).click()
    await page.getByRole('heading', { name: '按服务事项' }).waitFor()
    await page.getByText('费用增加').first().waitFor()
    expect(await grave()).toEqual([])
    const asked = await api('341700.admin', 'draft/what-if', {
      method: 'POST',
      body: JSON.stringify({ month }),
    })
    const found = (await asked.json()) as WhatIf
    expect(found.households.more).toBeGreaterThan(0)
    expect(found.total.after).toBeGreaterThan(found.total.before)
    expect(JSON.stringify(found)).not.toMatch(/\d{17}[\dX]|[0-9A-HJKMNP-TV-Z]{26}/)
    expect(admin.faults).toEqual([])
  })

  test('a worker has no such page, and the answer is refused', async () => {
    const refused = await api('341700.worker', 'draft/what-if', {
      method: 'POST',
      body: JSON.stringify({ month: '2026-10' }),
    })
    expect(refused.status).toBe(403)
    expect(system.origin).toMatch(/^http/)
  })
})
