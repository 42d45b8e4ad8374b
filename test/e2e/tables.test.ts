import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { admin, closeStudio, enter, open, openStudio, system } from './administrator.ts'
import { copied, paste } from './clipboard.ts'

const place = { items: 'catalogue', fees: 'fees' } as const
/** The table as it was saved last; what an earlier test left unsaved is dropped. */
const fresh = async (name: keyof typeof place): Promise<Page> => {
  const { page } = admin
  await page.goto(`${system.origin}/studio/341700/documents/${place[name]}`)
  await page.getByRole('grid').waitFor()
  return page
}

beforeAll(async () => {
  await openStudio()
  admin.page.on('dialog', (dialog) => void dialog.accept())
})
afterAll(closeStudio)

/** What a cell shows. Columns are counted from 0, without the numbers of the rows. */
const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`)
const shown = async (page: Page, row: number, column: number) =>
  (await cell(page, row, column).locator('.grid-text').innerText()).trim()

const grave = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
const importing = async (page: Page, name: string, buffer: Buffer) => {
  await page.getByRole('button', { name: 'Excel 表格' }).click()
  await page.getByText('从 Excel 导入').click()
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer })
}
const dialog = (page: Page) => page.getByRole('dialog')

describe('the table of service items', () => {
  test('is edited with the keyboard alone, and undone step by step', async () => {
    const page = await fresh('items')
    await cell(page, 0, 0).click()
    const name = await shown(page, 0, 0)
    await page.keyboard.type('上门照料')
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page, 0, 0)).toBe('上门照料')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('F2')
    await page.keyboard.type('（新）')
    await page.keyboard.press('Tab')
    await expect.poll(() => shown(page, 0, 0)).toBe('上门照料（新）')
    // Tab went to the category, where a word is chosen by its first sign.
    await page.keyboard.type('健')
    await page.getByRole('option', { name: '健康护理' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page, 0, 1)).toBe('健康护理')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('没有这一类')
    await page.keyboard.press('Enter')
    await page.getByText('有 1 格内容没有填入').waitFor()
    expect(await cell(page, 0, 1).getAttribute('aria-invalid')).toBe('true')
    await page.getByRole('button', { name: '看下一处' }).click()
    await page.getByText('没有填入“没有这一类”').waitFor()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z')
    await expect.poll(() => shown(page, 0, 0)).toBe(name)
    await page.getByText('没有未保存的修改').waitFor()
    await page.keyboard.press('Control+y')
    await expect.poll(() => shown(page, 0, 0)).toBe('上门照料')
    await page.keyboard.press('Control+z')
  })

  test('takes words from an input method from its first key on', async () => {
    const page = await fresh('items')
    await cell(page, 1, 0).click()
    const name = await shown(page, 1, 0)
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'ri', selectionStart: 2, selectionEnd: 2 })
    await client.send('Input.insertText', { text: '日托' })
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page, 1, 0)).toBe('日托')
    await page.keyboard.press('Control+z')
    await expect.poll(() => shown(page, 1, 0)).toBe(name)
  })

  test('takes a block from Excel, marks what does not fit, and gives it back', async () => {
    const page = await fresh('items')
    await cell(page, 2, 0).click()
    await paste(page, '"送餐\n上门"\t生活照料\t没有\r\n保洁\t清洁服务\t政府购买服务\r\n')
    await expect.poll(() => shown(page, 3, 0)).toBe('保洁')
    await page.getByText('1 格不符合要求，已标出').waitFor()
    await expect.poll(() => shown(page, 2, 2)).toBe('没有')
    expect(await copied(page)).toContain('"送餐\n上门"\t生活照料\t')
    await page.keyboard.press('Control+z')
    await page.getByText('没有未保存的修改').waitFor()
    expect(await page.getByText('格内容没有填入').count()).toBe(0)
  })

  test('takes 500 rows at once, finds among them, and stays quick', async () => {
    const page = await fresh('items')
    const count = await page.getByRole('grid').getAttribute('aria-rowcount')
    await page.getByRole('button', { name: '增加一行' }).click()
    await page.locator('textarea:focus').waitFor()
    await paste(page, Array.from({ length: 500 }, (_, n) => `大批事项${n}\t生活照料`).join('\n'))
    await page.getByText('已填入 1000 格').waitFor()
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(Number(count) + 500))
    // Only those in view are drawn.
    expect(await page.locator('.grid-row').count()).toBeLessThan(80)
    await page.getByLabel('在全部列中查找').fill('大批事项499')
    await page.getByText(/显示 1 行/).waitFor()
    await expect.poll(() => shown(page, 0, 0)).toBe('大批事项499')
    await page.getByLabel('在全部列中查找').fill('')
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('没有未保存的修改').waitFor()
  })

  test('changes many rows at once, only those chosen, and filters by a column', async () => {
    const page = await fresh('items')
    await page.getByRole('button', { name: /类别，筛选/ }).click()
    await page.getByRole('checkbox', { name: '全选' }).click()
    await page.getByRole('checkbox', { name: '清洁服务' }).click()
    await page.getByRole('button', { name: '确定', exact: true }).click()
    await page.getByText(/显示 \d+ 行，共 27 行/).waitFor()
    const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
    await page.getByLabel('选择显示的全部行').check()
    const bulk = page.getByRole('region', { name: `将所选 ${count} 行的` })
    await bulk.getByLabel('要修改的列').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '计量单位' }).click()
    await bulk.getByLabel('新的内容').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '年' }).click()
    await bulk.getByRole('button', { name: '设置' }).click()
    await page.getByText(`已填入 ${count} 格`).waitFor()
    await page.getByRole('button', { name: '显示全部' }).click()
    const units = () => Promise.all([0, 1, 2, 3].map((row) => shown(page, row, 3)))
    await expect.poll(units).toEqual(['月', '天', '餐', '年'])
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('没有未保存的修改').waitFor()
  })

  test('goes out to Excel and comes back; a broken file and a wrong row change nothing', async () => {
    const page = await fresh('items')
    await page.getByRole('button', { name: 'Excel 表格' }).click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('导出为 Excel').click()])
    expect(file.suggestedFilename()).toBe('服务事项清单.xlsx')
    const chunks: Buffer[] = []
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
    await importing(page, '服务事项清单.xlsx', Buffer.concat(chunks))
    await dialog(page).getByText('新增 0 行，修改 0 行，不变 27 行').waitFor()

    await page.setInputFiles('input[type=file]', {
      name: 'a.xlsx',
      mimeType: 'x/y',
      buffer: Buffer.from('不是'),
    })
    await dialog(page).getByText('这不是 Excel 工作簿').waitFor()
    const rows = (unit: string) => [
      ['事项名称', '标识', '计量单位'],
      ['居家照料', 'home-care', unit],
    ]
    const wrong = await writeXlsxFile(rows('千克')).toBuffer()
    await page.setInputFiles('input[type=file]', { name: 'b.xlsx', mimeType: 'x/y', buffer: wrong })
    await dialog(page).getByText('“千克”不在可选的词语里').waitFor()
    expect(await dialog(page).getByRole('button', { name: '导入到草稿' }).isDisabled()).toBe(true)
    expect(await grave(page)).toEqual([])
    const right = await writeXlsxFile(rows('天')).toBuffer()
    await page.setInputFiles('input[type=file]', { name: 'c.xlsx', mimeType: 'x/y', buffer: right })
    await dialog(page).getByText('计量单位：月 → 天').waitFor()
    await dialog(page).getByRole('button', { name: '导入到草稿' }).click()
    await expect.poll(() => shown(page, 0, 3)).toBe('天')
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('没有未保存的修改').waitFor()
  })
})

describe('the table of fees', () => {
  test('shows tiers in words, and in time where prices leave a gap', async () => {
    const page = await fresh('fees')
    await page.getByRole('row').filter({ hasText: '代购代办' }).getByText('修改这一行').click()
    await dialog(page).getByText('分档', { exact: true }).click()
    await page.getByLabel('第 1 档的数量上限').fill('10')
    await page.getByLabel('第 1 档的价格（元）').fill('10')
    await page.getByLabel('第 2 档的价格（元）').fill('8')
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByText('按总量分档：≤10 为 10 元；以上 8 元').waitFor()
    await cell(page, 12, 7).click()
    await page.getByRole('img', { name: /2027-04-01 至 长期，65 元\/次/ }).waitFor()
    await page.keyboard.type('2027年5月1日')
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: /2027-04-01 至 2027-04-30，空档/ }).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.getByText('2027-04-01 至 2027-04-30 没有价格').waitFor()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.getByText('没有未保存的修改').waitFor()
    expect(await grave(page)).toEqual([])
  })

  test('keeps a county to its own rows', async () => {
    const { page, context, faults } = await enter('341700.county')
    await open(page, '收费标准')
    await cell(page, 0, 1).click()
    await page.keyboard.type('1')
    expect(await cell(page, 0, 1).getAttribute('aria-readonly')).toBe('true')
    await page.keyboard.press('Delete')
    await paste(page, '1\t次')
    await page.getByText('2 格不能修改，保持原样').waitFor()
    await page.getByText('没有未保存的修改').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

test('both tables work at the width of a tablet, and nothing went wrong on the way', async () => {
  const { page, faults } = admin
  await page.setViewportSize({ width: 834, height: 1112 })
  for (const name of ['items', 'fees'] as const) {
    await fresh(name)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(834)
    expect(await grave(page)).toEqual([])
  }
  expect(faults).toEqual([])
})
