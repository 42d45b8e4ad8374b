import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { admin, closeStudio, open, openStudio } from './administrator.ts'
import { formio } from './neighbours.ts'
import { pressUntil } from './press.ts'
import { draft, face, grave, pick, save, side } from './workshop.ts'
import { theScoresAndRules, theWidePicture } from './workshop-rules.ts'

beforeAll(openStudio)
afterAll(closeStudio)

const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer })
const cells = (...row: readonly string[]) => row.map((value) => ({ value }))
const workbook = async (...rows: readonly (readonly string[])[]) =>
  writeWorkbook([cells('题目', '类型', '选项', '必填'), ...rows.map((row) => cells(...row))]).toBuffer()

describe('the workshop of a form', () => {
  test('refuses files that are none, each with its reason', async () => {
    const { page } = admin
    await open(page, '入户调查表')
    await page.getByRole('button', { name: '新增评估表' }).click()
    await page.getByRole('button', { name: '从文件导入' }).click()
    const input = page.locator('input[type=file]')
    const many = await workbook(...Array.from({ length: 5_200 }, (_, i) => [`第 ${i} 题`, '数字']))
    for (const [name, content, reason] of [
      ['a.json', Buffer.from('{"components": ['), '内容不完整或格式有误'],
      ['b.json', Buffer.from('{"rules": []}'), '这不是 Form.io 表单'],
      ['c.json', Buffer.alloc(5 * 1024 * 1024 + 1, 32), '超过 5 MB'],
      ['d.xlsx', Buffer.from('no archive'), '这不是 Excel 工作簿'],
      ['e.xlsx', many.subarray(0, many.length - 40), '文件已损坏'],
      ['f.xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), '这是旧版的 .xls 文件，或有密码保护'],
      ['g.xlsx', many, '超过 5000 行'],
      ['h.xlsx', await workbook(['甲', '天书']), '没有一题可以导入'],
      ['i.png', Buffer.from('x'), '不支持这种文件'],
    ] as const) {
      await input.setInputFiles(file(name, content))
      await page.getByRole('alert').filter({ hasText: reason }).waitFor()
    }
  })

  test('stops reading when asked, and then takes its own template whole', async () => {
    const { page } = admin
    const input = page.locator('input[type=file]')
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载题目清单模板' }).click()
    const download = await coming
    const template = file(download.suggestedFilename(), await readFile(await download.path()))
    const held = Promise.withResolvers<void>()
    await page.route(/worker[^/]*\.js$/, (route) => held.promise.then(() => route.continue()).catch(() => {}))
    await input.setInputFiles(template)
    await page.getByRole('status').getByText('正在读取“题目清单模板.xlsx”…').waitFor()
    await page.getByRole('button', { name: '停止读取' }).click()
    await page.getByRole('button', { name: '停止读取' }).waitFor({ state: 'detached' })
    held.resolve()
    expect(await page.locator('.import-report').count()).toBe(0)
    await input.setInputFiles(template)
    await page.locator('.import-report').getByText('导入 4 项').waitFor()
    await page.getByText('全部原样导入，没有改动').waitFor()
    await page.getByRole('button', { name: '换一个文件' }).click()
  })

  test('takes a question list, saying what was left out and why', async () => {
    const { page } = admin
    const list = await workbook(
      ['姓名', '单行文字', '', '是'],
      ['需要的服务', '多选', '助餐、助浴'],
      ['怪题', '天书'],
      ['<img src=x onerror=alert(1)>备注', '多行文字'],
    )
    await page.locator('input[type=file]').setInputFiles(file('社区摸底.xlsx', list))
    const report = page.locator('.import-report')
    await report.getByText('导入 3 项').waitFor()
    expect(await report.innerText()).toMatch(/第 4 行“类型”\s*不认识的类型“天书”/)
    expect(await report.innerText()).toMatch(/第 5 行“题目”\s*网页代码已去掉/)
    await page.frameLocator('.import iframe.phone').getByText('需要的服务').waitFor()
    expect(await page.locator('.import-take').getByLabel('表名').inputValue()).toBe('社区摸底')
    await page.getByText('技术信息').click()
    await page.getByLabel('标识').fill('visit')
    await page.getByText('已有相同标识的表').waitFor()
    await page.getByLabel('标识').fill('survey')
    expect(await grave()).toEqual([])
    await page.getByRole('button', { name: '放进草稿' }).click()
    await page.getByRole('heading', { level: 1, name: '社区摸底' }).waitFor()
    const form = await draft('survey')
    expect(form.definition.components.map(({ label }) => label)).toEqual(['姓名', '需要的服务', '备注'])
  })

  test('puts Form.io questions in the place of those that are open, and undo brings them back', async () => {
    const { page } = admin
    await face('导入')
    await page.getByLabel('或粘贴 Form.io 表单内容').fill(JSON.stringify(formio))
    await page.getByRole('button', { name: '读取粘贴的内容' }).click()
    const report = page.locator('.import-report')
    expect(await report.innerText()).toMatch(/登录密码[\s\S]*没有导入/)
    await page.getByRole('button', { name: '替换现在打开的表' }).click()
    const phone = page.frameLocator('.drawing-phone iframe.phone')
    await phone.getByText('精神状态').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await phone.getByText('需要的服务').waitFor()
    await page.getByRole('button', { name: '重做' }).click()
    await phone.getByText('精神状态').waitFor()
    await save()
  })

  test('draws a score with two levels and advice, and the preview shows the level', async () => {
    const { page } = admin
    await face('结果与等级')
    await page.getByRole('button', { name: '新增结果' }).click()
    await page.getByLabel('结果名称').fill('关注程度')
    await pick('加一题', '是否独居')
    await page.getByLabel('精神状态，选“低落”得几分').fill('2')
    await page.getByLabel('是否独居，选“是”得几分').fill('1')
    await page.getByText('可能的取值：0 至 3').waitFor()
    await page.getByRole('button', { name: '加一个等级' }).click()
    await page.getByLabel('第 1 个等级的到').fill('1')
    await page.getByLabel('第 1 个等级的等级名称').fill('一般')
    await page.getByText('2 至 3 高于最高的等级').waitFor()
    await page.getByRole('button', { name: '加一个等级' }).click()
    await page.getByLabel('第 2 个等级的等级名称').fill('重点')
    await page.getByText('各等级首尾相接').waitFor()
    await page.getByLabel('第 2 个等级的从').fill('1')
    await page.getByText('“一般”和“重点”在 1 重叠').waitFor()
    await page.getByLabel('第 2 个等级的从').fill('2')
    await page.getByText('各等级首尾相接').waitFor()
    await page.getByRole('button', { name: '新增建议' }).click()
    await page.getByRole('button', { name: '加一个条件' }).click()
    await page.getByRole('combobox', { name: '比较的内容' }).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    const phone = page.frameLocator('.drawing-phone iframe.phone')
    await phone.getByLabel('姓名').fill('张三')
    await phone.getByLabel('低落').check()
    await phone.getByRole('group', { name: '是否独居' }).getByLabel('是', { exact: true }).check()
    await phone.locator('.live').getByText('重点').first().waitFor()
    await save()
    const { outcomes = [], recommends = [] } = await draft('survey')
    expect(outcomes).toMatchObject([
      {
        title: '关注程度',
        bands: [
          { from: 0, to: 1, label: '一般' },
          { from: 2, to: 3, label: '重点' },
        ],
      },
    ])
    expect(recommends[0]?.when).toEqual({ '<=': [2, { var: 'outcomes.outcome1' }, 3] })
    expect(await grave()).toEqual([])
  })

  test('shows a question only where it matters', async () => {
    const { page } = admin
    await face('显示条件')
    await pick('哪一题', '精神状态')
    await page.getByRole('button', { name: '加一个条件' }).click()
    await pick('看哪一题或哪个结果', '是否独居')
    await page.locator('.conditions-have').getByText('“是否独居”选“是”时显示').waitFor()
    await save()
    expect((await draft('survey')).definition.components[1]?.conditional).toEqual({
      show: true,
      conjunction: 'all',
      conditions: [{ component: 'alone', operator: 'isEqual', value: 'yes' }],
    })
    expect(await grave()).toEqual([])
    await page.getByRole('button', { name: '撤销' }).click()
    await page.locator('.conditions-have').getByText('“是否独居”选“是”时显示').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '撤销' }).click()
    await save()
  })

  test('records a case; a change that breaks it blocks publishing and names the form', async () => {
    const { page } = admin
    await page.getByRole('button', { name: '用现在填的答案存成样例' }).click()
    await page.getByLabel('样例名称').fill('独居且低落')
    await page.getByRole('button', { name: '用现在填的答案存成样例' }).click()
    await side('样例')
    await page.getByText('1 个样例全部通过。').waitFor()
    await page.getByRole('button', { name: '修改样例：独居且低落' }).click()
    await page.getByLabel('样例名称').fill('独居且情绪低落')
    await face('结果与等级')
    await page.getByLabel('精神状态，选“低落”得几分').fill('0')
    await page.getByText('「关注程度」应为 3，实际是 1').waitFor()
    await save()
    await page.getByRole('link', { name: '检查与发布' }).click()
    await page.getByText('评估表“社区摸底”的样例“独居且情绪低落”没有通过').first().waitFor()
    expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true)
    await page.getByText('评估表“社区摸底”的样例“独居且情绪低落”没有通过').first().click()
    await side('样例')
    await page.getByRole('button', { name: '修改样例：独居且情绪低落' }).click()
    await page.locator('.source .cm-content').waitFor()
    await pressUntil(
      page.getByRole('button', { name: '以现在的结果为准' }),
      page.getByText('1 个样例全部通过。'),
    )
    await save()
  })

  theScoresAndRules()

  test('lays the draft beside the release, question by question', async () => {
    const { page } = admin
    await open(page, '入户调查表')
    await face('对比')
    await page.getByText('两个版本没有差别。').waitFor()
    await face('显示条件')
    await pick('哪一题', '受访人')
    await page.getByRole('button', { name: '加一个条件' }).click()
    await face('对比')
    const row = page.getByRole('region', { name: '受访人' })
    await row.getByText('有改动').waitFor()
    await row.getByText('会丢失已填答案').waitFor()
    await page.getByText('统计按每份评估当时的版本计算').waitFor()
    expect(await grave()).toEqual([])
    await row.getByRole('button', { name: '到源文件：受访人' }).click()
    await page.locator('.source .cm-content').waitFor()
  })

  theWidePicture()

  test('is whole on a tablet, and nothing went wrong on the way', async () => {
    const { page, faults } = admin
    await page.setViewportSize({ width: 834, height: 1112 })
    for (const name of ['结果与等级', '显示条件', '对比', '导入']) {
      await face(name)
      await page.getByText('正在载入').first().waitFor({ state: 'detached' })
      expect([name, await grave()]).toEqual([name, []])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    const current = page.locator('.document-list a[aria-current=page]')
    const place = await current.boundingBox()
    expect(place && place.x >= 0 && place.x + place.width <= 834).toBe(true)
    expect(faults).toEqual([])
  })
})
