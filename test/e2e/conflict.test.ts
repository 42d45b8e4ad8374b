import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft, DraftBody } from '../../functions/api/contract/index.ts'
import { admin, api, closeStudio, open, openStudio, read, system } from './administrator.ts'

beforeAll(openStudio)
afterAll(closeStudio)

type Funds = { readonly funds: { readonly key: string; name: string; note?: string }[] }

/** Another administrator changes one fund at their own desk. */
const elsewhere = async (key: string, change: object): Promise<void> => {
  const draft = await read<Draft>('341700.admin', 'draft')
  const { rev = 0 } = draft.documents.find((one) => one.key === 'funds') ?? {}
  const { document } = await read<{ document: Funds }>('341700.admin', 'draft/funds')
  const funds = document.funds.map((one) => (one.key === key ? { ...one, ...change } : one))
  const saved = await api('341700.admin', 'draft/funds', {
    method: 'PUT',
    headers: { 'if-match': `"${rev}"` },
    body: JSON.stringify({ ...document, funds }),
  })
  expect(saved.status).toBe(200)
}
const fundOf = async (key: string) =>
  (await read<DraftBody & { document: Funds }>('341700.admin', 'draft/funds')).document.funds.find(
    (one) => one.key === key,
  )

/** Writes the whole document in the code editor. */
const writeSource = async (page: Page, document: Funds): Promise<void> => {
  await page.getByRole('main').getByText('源文件', { exact: true }).click()
  await page.locator('.source .cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(JSON.stringify(document))
}
const fundsNow = async (): Promise<Funds> =>
  (await read<{ document: Funds }>('341700.admin', 'draft/funds')).document

describe('two administrators in one document', () => {
  test('what they changed in different places is put together', async () => {
    const { page } = admin
    await open(page, '资金来源')
    await page.locator('summary', { hasText: '临时救助经费' }).click()
    await page.locator('details[open]').getByLabel('名称').fill('临时救助资金')
    await elsewhere('charity', { note: '另一位管理员写的备注' })
    await page.getByRole('button', { name: '保存草稿' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('谁的修改都不会丢失').waitFor()
    await dialog.getByText('另一位管理员写的备注').waitFor()
    await dialog.getByRole('button', { name: '合并并保存' }).click()
    await page.getByText('没有未保存的修改').waitFor()
    expect((await fundOf('temporary'))?.name).toBe('临时救助资金')
    expect((await fundOf('charity'))?.note).toBe('另一位管理员写的备注')
  })

  test('where both changed one place somebody decides, and putting it off overwrites nobody', async () => {
    const { page } = admin
    await page.locator('details[open]').getByLabel('名称').fill('临时救助款')
    await elsewhere('temporary', { name: '临时救助专款' })
    await page.getByRole('button', { name: '保存草稿' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('有 1 处两个人改得不一样').waitFor()
    await dialog.getByText('“临时救助专款” → “临时救助款”').waitFor()
    expect(await dialog.getByRole('button', { name: '合并并保存' }).isDisabled()).toBe(true)
    const { violations } = await new AxeBuilder({ page }).include('.ant-modal').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

    await dialog.getByRole('button', { name: '先不保存' }).click()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await dialog.getByText('有 1 处两个人改得不一样').waitFor()
    expect((await fundOf('temporary'))?.name).toBe('临时救助专款')
    await dialog.getByRole('radio', { name: '用我的' }).check()
    await dialog.getByRole('button', { name: '合并并保存' }).click()
    await page.getByText('没有未保存的修改').waitFor()
    expect((await fundOf('temporary'))?.name).toBe('临时救助款')
    expect((await fundOf('charity'))?.note).toBe('另一位管理员写的备注')
  })

  test('a gap that the paper left is settled and found again by undo', async () => {
    const { page } = admin
    await page.getByRole('button', { name: '已确定' }).first().click()
    await page.getByText('有未保存的修改').waitFor()
    expect(await page.getByRole('button', { name: '已确定' }).count()).toBe(0)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '已确定' }).first().waitFor()
  })

  test('where both changed everything the rest is decided at once, and each choice counts', async () => {
    const { page } = admin
    const before = await fundsNow()
    const marked = (sign: string) => ({
      ...before,
      funds: before.funds.map((one) => ({ ...one, name: `${one.name}${sign}`, note: sign })),
    })
    await writeSource(page, marked('甲'))
    const { rev } = await read<DraftBody>('341700.admin', 'draft/funds')
    const body = JSON.stringify({ ...marked('乙'), funds: marked('乙').funds.slice(1) })
    const headers = { 'if-match': `"${rev}"` }
    expect((await api('341700.admin', 'draft/funds', { method: 'PUT', headers, body })).status).toBe(200)
    await page.getByRole('button', { name: '保存草稿' }).click()
    const dialog = page.getByRole('dialog')
    const count = (before.funds.length - 1) * 2 + 1
    await dialog.getByText(`有 ${count} 处两个人改得不一样`).waitFor()
    await dialog.getByRole('radio', { name: '用我的' }).first().check()
    await dialog.getByRole('button', { name: `再看后面的（还有 ${count - 10} 处）` }).click()
    await dialog.getByRole('button', { name: `没选的 ${count - 1} 处都用对方的` }).click()
    await dialog.getByRole('radio', { name: '用我的' }).last().check()
    await dialog.getByRole('button', { name: '合并并保存' }).click()
    await page.getByText('没有未保存的修改').waitFor()
    const { funds } = await fundsNow()
    const mine = funds.flatMap(({ name, note }) => [name, note]).filter((text) => text?.endsWith('甲'))
    expect([funds.length, mine.length]).toEqual([before.funds.length, 3])
  })
})

describe('a new form', () => {
  test('begins a form from the overview and from the list, by keyboard, and copies one whole', async () => {
    const { page } = admin
    await page.goto(`${system.origin}/studio/341700`)
    const add = page.getByRole('button', { name: '新增评估表' })
    await add.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    for (const name of ['空白表', '复制本市的表', '已有的电子表', '国家标准表'])
      await dialog.getByRole('heading', { name }).waitFor()
    const { violations } = await new AxeBuilder({ page }).include('.ant-modal').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.textContent')).toBe('新增评估表')

    await page.keyboard.press('Enter')
    await dialog.getByLabel('复制哪一张').focus()
    await page.keyboard.type('入户调查表')
    await page.keyboard.press('Enter')
    await expect.poll(() => dialog.getByLabel('表名').last().inputValue()).toBe('入户调查表（副本）')
    await dialog.getByRole('button', { name: '复制', exact: true }).press('Enter')
    await page.getByRole('heading', { level: 1, name: '入户调查表（副本）' }).waitFor()
    const copied = await read<{ document: { key: string; definition: object } }>(
      '341700.admin',
      'draft/form:form1',
    )
    const visit = await read<{ document: { definition: object } }>('341700.admin', 'draft/form:visit')
    expect(copied.document.key).toBe('form1')
    expect(copied.document.definition).toEqual(visit.document.definition)
  })

  test('never writes over a form that somebody else began meanwhile', async () => {
    const { page } = admin
    const theirs = { schema: 1, key: 'form2', title: '另一位管理员的表', definition: { components: [] } }
    await page.getByRole('button', { name: '新增评估表' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('表名').fill('独居老人探访表')
    const saved = await api('341700.admin', 'draft/form:form2', {
      method: 'PUT',
      headers: { 'if-match': '"0"' },
      body: JSON.stringify(theirs),
    })
    expect(saved.status).toBe(200)
    await dialog.getByRole('button', { name: '开始设计' }).click()
    await page.getByText('刚刚有人在草稿里放进了另一张表').waitFor()
    await page.getByRole('link', { name: '另一位管理员的表' }).waitFor()
    await dialog.getByRole('button', { name: '开始设计' }).click()
    await page.getByRole('heading', { level: 1, name: '独居老人探访表' }).waitFor()
    expect((await read<{ document: object }>('341700.admin', 'draft/form:form2')).document).toEqual(theirs)
    for (const key of ['form1', 'form2', 'form3']) {
      const { rev } = await read<{ rev: number }>('341700.admin', `draft/form:${key}`)
      const headers = { 'if-match': `"${rev}"` }
      await api('341700.admin', `draft/form:${key}`, { method: 'DELETE', headers })
    }
  })
})
