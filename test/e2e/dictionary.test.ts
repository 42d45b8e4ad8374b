import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DraftBody } from '../../functions/api/contract/index.ts'
import { admin, api, closeStudio, enter, openStudio, read, system } from './administrator.ts'

beforeAll(openStudio)
afterAll(closeStudio)

const form = {
  schema: 1,
  key: 'extra',
  title: '补充登记表',
  definition: {
    display: 'form',
    components: [
      { type: 'textfield', key: 'who', label: '申请人姓名', input: true },
      { type: 'textfield', key: 'colour', label: '最喜欢的颜色是', input: true },
    ],
  },
}
const definitionOf = async () =>
  (await read<DraftBody & { document: typeof form }>('341700.admin', 'draft/form:extra')).document.definition

const grave = async () => {
  const { violations } = await new AxeBuilder({ page: admin.page }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
}

describe('the dictionary', () => {
  test('shows what cannot be compared yet, and maps it with one click that can be taken back', async () => {
    const saved = await api('341700.admin', 'draft/form:extra', {
      method: 'PUT',
      headers: { 'if-match': '"0"' },
      body: JSON.stringify(form),
    })
    expect(saved.status).toBe(200)
    const { page } = admin
    await page.getByRole('link', { name: '数据元', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '数据元' }).waitFor()
    await page.reload()
    const share = page.locator('.form-share', { hasText: '补充登记表' })
    await share.getByText('2 题待对应').waitFor()
    await share.locator('summary').click()
    await share.getByText('没有找到相近的数据元').waitFor()
    expect(await grave()).toEqual([])
    await share.getByRole('button', { name: '对应到“姓名”（person.name）' }).click()
    await share.getByText('1 题待对应').waitFor()
    expect((await definitionOf()).components[0]).toMatchObject({
      label: '申请人姓名',
      properties: { element: 'person.name', sensitivity: 'personal' },
    })
    await page.getByRole('button', { name: '撤销' }).click()
    await share.getByText('2 题待对应').waitFor()
    expect(JSON.stringify(await definitionOf())).not.toContain('person.name')
  })

  test('is searched by name, code and option', async () => {
    const { page } = admin
    await page.getByText('数据元目录').click()
    await page.getByLabel('按名称、代码或选项查找').fill('person.id-number')
    await page.getByText('1 个数据元').waitFor()
    await page.getByRole('rowheader', { name: '公民身份号码' }).waitFor()
    await page.getByLabel('按名称、代码或选项查找').fill('一个人住')
    await page.getByRole('rowheader', { name: '独自居住' }).waitFor()
    await page.getByLabel('按名称、代码或选项查找').fill('没有这样的数据元')
    await page.getByText('0 个数据元').waitFor()
    expect(await grave()).toEqual([])
    expect(admin.faults).toEqual([])
  })

  test('may be read by a township, which maps nothing', async () => {
    const { page, context } = await enter('341700.township')
    await page.goto(`${system.origin}/studio/341700/elements`)
    await page.getByText('100% 已对应').first().waitFor()
    expect(await page.getByRole('button', { name: /对应到/ }).count()).toBe(0)
    await context.close()
  })
})
