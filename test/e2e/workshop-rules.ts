import { expect, test } from 'vitest'
import { admin } from './administrator.ts'
import { draft, face, grave, pick, save, side } from './workshop.ts'

const undo = () => admin.page.getByRole('button', { name: '撤销' }).click()

/** What a score says about its own making, and every rule in words. Goes on with the form of the walk. */
export const theScoresAndRules = (): void => {
  test('takes back what was typed into a field in one step', async () => {
    const { page } = admin
    await face('结果与等级')
    await side('手机预览')
    const name = page.getByLabel('结果名称')
    await name.click()
    await page.keyboard.press('End')
    await page.keyboard.type('（第一版）')
    expect(await name.inputValue()).toBe('关注程度（第一版）')
    await undo()
    expect(await name.inputValue()).toBe('关注程度')
  })

  test('says in which time an advised quantity is meant', async () => {
    const { page } = admin
    await page.getByRole('combobox', { name: '数量的周期' }).click()
    await page.getByTitle('每月').click()
    await side('规则')
    await page.locator('.rules').getByText('每月数量为 1').waitFor()
    await save()
    expect((await draft('survey')).recommends?.[0]).toMatchObject({ quantity: 1, per: 'month' })
    await undo()
    await save()
    await side('手机预览')
  })

  test('warns where a hidden question leaves no result, and counts it as 0 at one press', async () => {
    const { page } = admin
    await face('显示条件')
    await pick('哪一题', '精神状态')
    await page.getByRole('button', { name: '加一个条件' }).click()
    await pick('看哪一题或哪个结果', '是否独居')
    await face('设计')
    // The finding leads to the result that it is about.
    await page.locator('.designer-checks').getByText('“精神状态”不是每次都出现').click()
    const warned = page.locator('.outcome-missing')
    await warned.getByText('“关注程度”就得不出结果').waitFor()
    expect(await grave()).toEqual([])
    await warned.getByRole('button', { name: '没有填写时按 0 计算' }).click()
    await warned.waitFor({ state: 'detached' })
    expect(await page.getByLabel('精神状态：没有填写也得出结果').isChecked()).toBe(true)
    const phone = page.frameLocator('.drawing-phone iframe.phone')
    await phone.getByRole('group', { name: '是否独居' }).getByLabel('否', { exact: true }).check()
    await phone.locator('.live').getByText('一般').first().waitFor()
  })

  test('tells every rule in words, and each leads to where it is changed', async () => {
    const { page } = admin
    await side('规则')
    const rules = page.locator('.rules')
    await rules.getByText('“是否独居”选“是”时显示').waitFor()
    await rules.getByRole('region', { name: '规则关系图' }).getByRole('img').waitFor()
    expect(await grave()).toEqual([])
    await face('显示条件')
    const score = rules.locator('section', { has: page.getByRole('heading', { name: '关注程度' }) })
    await score.getByRole('button').first().click()
    await page.getByLabel('结果名称').waitFor()
    await rules.getByText('“是否独居”选“是”时显示').click()
    await page.locator('.source .cm-content').waitFor()
    await side('手机预览')
    await face('显示条件')
    for (const _ of [1, 2, 3]) await undo()
    await page.locator('.conditions-have').getByText('“是否独居”选“是”时显示').waitFor({ state: 'detached' })
    await page.getByText('没有未保存的修改').waitFor()
  })
}

/** A picture that does not fit says so. Goes on with the visit form, which has many rules. */
export const theWidePicture = (): void => {
  test('the picture of rules says where it is wider than its place', async () => {
    const { page } = admin
    await side('规则')
    const said = page.locator('.rules').getByText('图比这里宽')
    const cut = () =>
      page.evaluate<boolean>(
        `(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)(document.querySelector('.rules-picture section'))`,
      )
    await page.setViewportSize({ width: 2000, height: 900 })
    await said.waitFor({ state: 'detached' })
    expect(await cut()).toBe(false)
    await page.setViewportSize({ width: 900, height: 900 })
    await page.locator('.drawing-front').getByText('预览与规则').click()
    for (const width of [834, 400]) {
      await page.setViewportSize({ width, height: 900 })
      await expect.poll(async () => (await said.count()) > 0 === (await cut())).toBe(true)
    }
    await said.waitFor()
    expect(await grave()).toEqual([])
    await page.locator('.drawing-front').getByText('表单', { exact: true }).click()
    await page.setViewportSize({ width: 1280, height: 900 })
  })
}
