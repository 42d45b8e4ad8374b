import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone as narrow, type Watched } from './browser.ts'
import { closeCity, enter, openCity, picture } from './city.ts'
import { ask, takeIn } from './haicheng.ts'

let admin: Watched
let household: string
beforeAll(async () => {
  await openCity()
  admin = await enter('210381.admin')
})
afterAll(closeCity)

const title = '独居老人探访表'
/** As a form of CHEFS comes: its own names for the types, and settings of its own. */
const chefs = {
  title: '社区活动意见表',
  display: 'form',
  components: [
    { type: 'simpletextfield', key: 'name', label: '活动名称', input: true, validate: { required: true } },
    {
      type: 'simpleradios',
      key: 'satisfied',
      label: '是否满意',
      input: true,
      values: [
        { value: 'yes', label: '满意' },
        { value: 'no', label: '不满意' },
      ],
    },
  ],
}

describe('a city that begins with nothing', () => {
  test('takes over its pack and sets a price, which the calculator explains', async () => {
    const { page } = admin
    const own = page.getByRole('article').filter({ hasText: '本市' }).first()
    await own.getByRole('button', { name: '选用这一套' }).click()
    await page.getByRole('button', { name: '采用并发布' }).click()
    await page.getByText('本市的第一版配置已经发布').waitFor()
    await page.getByRole('button', { name: '进入配置' }).click()
    await page.getByRole('main').getByRole('link', { name: '收费标准' }).click()
    await page.getByRole('button', { name: '新增价格' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('服务事项').click()
    await page.locator('.ant-select-item-option', { hasText: '心理疏导' }).first().click()
    await drawer.getByLabel('价格（元）').fill('30')
    await drawer.getByLabel('生效日期').fill('2026-01-01')
    await drawer.getByRole('button', { name: '完成' }).click()
    await drawer.getByText('请选择单位').waitFor()
    await drawer.getByLabel('单位', { exact: true }).click()
    await page.locator('.ant-select-item-option', { hasText: '次' }).first().click()
    await drawer.getByRole('button', { name: '完成' }).click()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存到草稿').waitFor()
    await page.getByRole('link', { name: '试算', exact: true }).click()
    await page.getByLabel('服务事项', { exact: true }).click()
    await page.locator('.ant-select-item-option', { hasText: '心理疏导' }).first().click()
    await page.getByLabel(/^数量/).fill('3')
    await page.getByText('90.00 元').first().waitFor()
  })

  test('draws a form from nothing: a condition, a score of two levels, an advised item', async () => {
    const { page } = admin
    await page.getByRole('link', { name: '配置', exact: true }).click()
    await page.getByRole('main').getByRole('link', { name: '入户调查表' }).click()
    await page.getByRole('button', { name: '新增评估表' }).click()
    await page.getByLabel('表名').fill(title)
    await page.getByRole('button', { name: '开始设计' }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    const frame = page.frameLocator('.designer-frame iframe')
    const put = async (piece: string) => {
      await frame.getByRole('button', { name: piece, exact: true }).click()
      return frame.getByRole('dialog', { name: piece })
    }
    const choice = await put('单选')
    await choice.getByRole('tab', { name: '数据元' }).click()
    await choice.getByLabel('查找数据元').fill('独')
    await choice.getByRole('button', { name: '独自居住' }).click()
    await choice.getByRole('button', { name: '完成' }).click()
    const number = await put('数字')
    await number.getByLabel('题目').fill('每周独自在家几天')
    await number.getByRole('tab', { name: '填写要求' }).click()
    await number.getByLabel('最小值').fill('0')
    await number.getByLabel('最大值').fill('7')
    await number.getByLabel('最多几位小数').fill('0')
    await number.getByRole('tab', { name: '显示条件' }).click()
    await number.getByRole('button', { name: '加一个条件' }).click()
    await number.getByLabel('问题').selectOption({ label: '独自居住' })
    await number.getByLabel('答案').selectOption({ label: '是' })
    await number.getByRole('button', { name: '完成' }).click()
    const phone = page.frameLocator('.drawing-phone iframe.phone')
    const alone = phone.getByRole('group', { name: '独自居住' }).getByLabel('是', { exact: true })
    await alone.check()
    await phone.getByLabel('每周独自在家几天').waitFor()
    await phone.getByRole('group', { name: '独自居住' }).getByLabel('否', { exact: true }).check()
    await phone.getByLabel('每周独自在家几天').waitFor({ state: 'detached' })

    await page.locator('.drawing-source').getByText('结果与等级', { exact: true }).click()
    await page.getByRole('button', { name: '新增结果' }).click()
    await page.getByLabel('结果名称').fill('关注程度')
    await page.getByLabel('独自居住，选“是”得几分').fill('2')
    await page.getByLabel('加一题').click()
    await page.locator('.ant-select-item-option', { hasText: '每周独自在家几天' }).click()
    await page.getByText('可能的取值：0 至 9').waitFor()
    await page.getByRole('button', { name: '加一个等级' }).click()
    await page.getByLabel('第 1 个等级的到').fill('5')
    await page.getByLabel('第 1 个等级的等级名称').fill('一般关注')
    await page.getByRole('button', { name: '加一个等级' }).click()
    await page.getByLabel('第 2 个等级的等级名称').fill('重点关注')
    await page.getByText('各等级首尾相接').waitFor()
    await page.getByRole('button', { name: '新增建议' }).click()
    await page.getByRole('button', { name: '加一个条件' }).click()
    await page.getByRole('combobox', { name: '比较的内容' }).click()
    await page.locator('.ant-select-item-option', { hasText: '重点关注' }).click()
    await alone.check()
    await phone.getByLabel('每周独自在家几天').fill('6')
    await phone.locator('.live').getByText('重点关注').first().waitFor()
    await page.getByRole('button', { name: '用现在填的答案存成样例' }).click()
    await page.getByLabel('样例名称').fill('独居六天')
    await page.getByRole('button', { name: '用现在填的答案存成样例' }).click()
    await picture(page, 'journey-drawn')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('没有未保存的修改').waitFor()
  })

  test('brings a form of another system, and publishes all of it', async () => {
    const { page, faults } = admin
    await page.getByRole('button', { name: '新增评估表' }).click()
    await page.getByRole('button', { name: '从文件导入' }).click()
    await page.getByLabel('或粘贴 Form.io 表单内容').fill(JSON.stringify(chefs))
    await page.getByRole('button', { name: '读取粘贴的内容' }).click()
    await page.locator('.import-report').getByText('导入 2 项').waitFor()
    await page.locator('.import-take').getByRole('button', { name: '放进草稿' }).click()
    await page.getByRole('heading', { level: 1, name: chefs.title }).waitFor()
    await page.getByRole('link', { name: '检查与发布' }).click()
    await page.getByText('检查通过，可以发布。').waitFor()
    await page.getByText('心理疏导：无收费标准 → 30 元/次').waitFor()
    await page.getByLabel('发布说明').fill('新增探访表，定价')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText('第 2 版已发布').waitFor()
    await picture(page, 'journey-published')
    expect(faults).toEqual([])
  })

  test('has a worker register a household on a phone, open its case, and fill the form, who sees the level before and after sending', async () => {
    const { page, context, faults } = await enter('210381.worker', narrow)
    household = await takeIn(page, '尹淑珍')
    await picture(page, 'journey-household')
    await page.getByRole('link', { name: '家庭', exact: true }).click()
    await page.getByLabel('乡镇（街道）').selectOption({ label: '孤山镇' })
    await page.locator('.line').first().click()
    await page.getByText('填写其他表单').click()
    await page.getByRole('link', { name: chefs.title }).waitFor()
    // What is about no household stands in no household's file.
    expect(await page.getByRole('link', { name: '小组工作记录' }).count()).toBe(0)
    await page.getByRole('link', { name: title }).click()
    const alone = page.getByRole('group', { name: '独自居住' })
    await alone.getByLabel('否', { exact: true }).check()
    expect(await page.getByLabel('每周独自在家几天').count()).toBe(0)
    await alone.getByLabel('是', { exact: true }).check()
    await page.getByLabel('每周独自在家几天').fill('9')
    await page.getByLabel('每周独自在家几天').fill('6')
    await page.locator('.live').getByText('重点关注').first().waitFor()
    await picture(page, 'journey-worker')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '认定结果' }).waitFor()
    expect(await page.locator('.top + main .tag.good').innerText()).toContain('已上传')
    expect(await page.locator('.result').innerText()).toContain('重点关注')
    await picture(page, 'journey-sent')
    expect(faults).toEqual([])
    await context.close()
  })

  test('shows its administrator the configuration, and nobody’s file', async () => {
    const read = async (subject: string) => {
      const paths = ['households?township=210381-07', `households/${household}`]
      const answers = await Promise.all(paths.map((path) => ask(subject, path)))
      return (await Promise.all(answers.map((answer) => answer.text()))).join()
    }
    expect(await read('210381.worker')).toContain('孤山镇一组')
    const seen = await read('210381.admin')
    expect(seen).toContain(household)
    expect(seen).not.toMatch(/淑珍|孤山镇一组|1944-05/)
  })
})
