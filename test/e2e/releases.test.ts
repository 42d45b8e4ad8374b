import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft, Page, Release } from '../../functions/api/contract/index.ts'
import { admin, api, closeStudio, openStudioInOneProcess, price, publish, read } from './administrator.ts'

beforeAll(openStudioInOneProcess)
afterAll(closeStudio)

const put = async (key: string, change: (document: Record<string, unknown>) => unknown): Promise<void> => {
  const draft = await read<Draft>('341700.admin', 'draft')
  const { rev = 0 } = draft.documents.find((one) => one.key === key) ?? {}
  const { document } = await read<{ document: Record<string, unknown> }>('341700.admin', `draft/${key}`)
  const headers = { 'if-match': `"${rev}"` }
  const saved = await api('341700.admin', `draft/${key}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(change(document)),
  })
  expect(saved.status).toBe(200)
}

describe('the work list', () => {
  test('counts what is left to the city, and jumps to the very field', async () => {
    const { page } = admin
    await page.getByRole('link', { name: '检查与发布' }).click()
    const list = page.getByRole('complementary', { name: '待办清单' })
    await list.getByText('没有阻止发布的问题。').waitFor()
    await list.getByRole('button', { name: /待本市确定/ }).click()
    const funds = list.locator('.work-group', { has: page.getByRole('heading', { name: /资金来源/ }) })
    await funds.getByRole('link', { name: /各服务事项由哪一项资金承担/ }).click()
    await page.getByRole('heading', { level: 1, name: '资金来源' }).waitFor()
    await page.getByRole('button', { name: '已确定' }).first().waitFor()
  })

  test('says what blocks publishing, first and alone', async () => {
    const { page } = admin
    await put('programmes', (document) => ({
      ...document,
      programmes: (document['programmes'] as { indicators: string[] }[]).map((one) => ({
        ...one,
        indicators: ['gone'],
      })),
    }))
    await page.goto(`${new URL(page.url()).origin}/studio/341700/publish`)
    const list = page.getByRole('complementary', { name: '待办清单' })
    await list.getByText(/还有 \d+ 项必须更正/).waitFor()
    await list.getByRole('button', { name: /必须更正/, pressed: true }).waitFor()
    await list.getByRole('link', { name: /gone/ }).click()
    await page.getByRole('heading', { level: 1, name: '救助项目' }).waitFor()
    await page.locator('.structured-field .field-wrong', { hasText: 'gone' }).waitFor()
    const { rev } = await read<{ rev: number }>('341700.admin', 'draft/programmes')
    await api('341700.admin', 'draft/programmes', { method: 'DELETE', headers: { 'if-match': `"${rev}"` } })
  })
})

describe('releases', () => {
  test('one that waits for its day is called off, and the old price stays', async () => {
    const { page } = admin
    await put('fees', (document) => ({
      ...document,
      rows: (document['rows'] as { item: string; amount: number }[]).map((row) =>
        row.item === 'errand' ? { ...row, amount: 4200 } : row,
      ),
    }))
    await page.goto(`${new URL(page.url()).origin}/studio/341700/publish`)
    await page.getByLabel('生效日期').fill('2031-01-01')
    await publish(page, '明年提价')
    await page.getByText('第 2 版已排定，2031-01-01 起生效').first().waitFor()
    await page.getByText(/方知远于.*排定。发布说明：明年提价/).waitFor()

    // What publishing once more does to it is said before the button can be pressed.
    await put('funds', (document) => ({
      ...document,
      funds: (document['funds'] as { name: string }[]).map((fund) => ({ ...fund, name: `${fund.name}等` })),
    }))
    await page.reload()
    await page.getByText('日期仍是 2031-01-01').waitFor()
    const send = page.getByRole('button', { name: '发布', exact: true })
    await page.getByLabel('生效日期').fill('2031-03-01')
    await page.getByText('要推迟到 2031-03-01 才开始使用（原定 2031-01-01）').waitFor()
    expect(await send.isDisabled()).toBe(false)
    await page.getByLabel('生效日期').fill('2030-12-31')
    await page.getByText('不能早于它的生效日期 2031-01-01').waitFor()
    expect(await send.isDisabled()).toBe(true)
    await page.getByRole('link', { name: '取消或查看' }).click()
    await page.getByText('待生效').waitFor()
    await page.getByText('方知远发布').first().waitFor()
    await page.getByRole('button', { name: '取消这次排定' }).click()
    expect(await page.getByLabel('把第 2 版的改动放回草稿').isChecked()).toBe(true)
    await page.getByRole('dialog').getByRole('button', { name: '取消这次排定' }).click()
    await page.getByText('待生效', { exact: true }).waitFor({ state: 'detached' })
    await page.getByRole('main').getByText('取消待生效的第 2 版', { exact: true }).waitFor()
    expect(await price('2031-06-01')).toBe(1000)
    const { items } = await read<Page<Release>>('341700.admin', 'releases')
    expect(items.map(({ n, state }) => `${n} ${state}`)).toEqual(['3 live', '2 past', '1 past'])
    // Nothing that was planned is lost: it stands in the draft again, beside what was there.
    const { documents } = await read<Draft>('341700.admin', 'draft')
    expect(documents.flatMap(({ key, state }) => (state === 'same' ? [] : [key]))).toEqual(['fees', 'funds'])
    const { document } = await read<{ document: { rows: { item: string; amount: number }[] } }>(
      '341700.admin',
      'draft/fees',
    )
    expect(document.rows.find(({ item }) => item === 'errand')?.amount).toBe(4200)
  })

  test('meet nothing that keeps a person out', async () => {
    const { page } = admin
    for (const path of ['publish', 'releases']) {
      await page.goto(`${new URL(page.url()).origin}/studio/341700/${path}`)
      await page.getByText('正在载入').first().waitFor({ state: 'detached' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    }
    expect(admin.faults).toEqual([])
  })
})
