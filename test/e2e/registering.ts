import type { Page, Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { idNumberSign } from '#forms/standards'
import { picture } from './city.ts'
import { openTask, overflow, serious, signIn, storedRows, tooSmall } from './worker.ts'

/** An invented id number: 9999 belongs to no province. */
export const invented = (birth: string, order: number): string => {
  const digits = `999901${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return digits + idNumberSign(digits)
}

const toRegister = async (page: Page) => {
  await page.getByRole('link', { name: '家庭', exact: true }).click()
  await page.getByRole('link', { name: '登记家庭' }).click()
  await page.getByRole('heading', { name: '登记家庭' }).waitFor()
}
const person = (page: Page, n: number) => page.getByRole('group', { name: `第 ${n} 人` })
const fill = async (page: Page, n: number, entries: Readonly<Record<string, string>>) => {
  for (const [label, text] of Object.entries(entries)) await person(page, n).getByLabel(label).fill(text)
}
/** A household of one old woman, up to its last button. */
const fillOne = async (page: Page, name: string, idNumber: string) => {
  await page.getByLabel('村（社区）').selectOption({ index: 1 })
  await page.getByLabel('详细住址').fill('演示路 8 号')
  await fill(page, 1, { 姓名: name, 公民身份号码: idNumber })
  await page.getByLabel('履行法定职责').check()
}
const submit = (page: Page) => page.getByRole('button', { name: '登记', exact: true }).click()
const sound = async (page: Page) => {
  expect(await serious(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await tooSmall(page)).toEqual([])
}

/** Registering a household and opening its case, on the system that the file which calls this has started. */
export const registering = (): void => {
  it('registers a household over a reload and a dead network, once, and opens its case', async () => {
    const { page, context, faults } = await signIn('江一帆')
    await toRegister(page)
    await submit(page)
    // What is wrong is said at its place and in the summary, and the first of it has the focus.
    await page.getByLabel('村（社区）').and(page.locator(':focus')).waitFor()
    const summary = page.locator('.summary')
    await summary.getByText('这一项不能为空。').first().waitFor()
    await sound(page)
    await picture(page, 'register-wrong')
    const old = invented('1944-05-06', 1)
    const slip = old.slice(0, 16) + String((Number(old[16]) + 1) % 10) + old[17]
    await fillOne(page, '章秋实', slip)
    await person(page, 1).getByText('证件号码的校验位不对').waitFor()
    await fill(page, 1, { 公民身份号码: old, 联系电话: '100 0000 4567' })
    await person(page, 1).getByText('1944-05-06').waitFor()
    await person(page, 1).getByLabel('对象类别').selectOption({ label: '特困人员' })
    await person(page, 1).getByText('人员特征').click()
    await person(page, 1).getByLabel('独自居住').check()

    await page.getByRole('button', { name: '添加家庭成员' }).click()
    await person(page, 2).getByLabel('姓名').and(page.locator(':focus')).waitFor()
    await page.keyboard.type('多余')
    await page.getByRole('button', { name: '移除第 2 人' }).click()
    expect(await person(page, 2).count()).toBe(0)
    await page.getByRole('button', { name: '添加家庭成员' }).click()
    await fill(page, 2, { 姓名: '<b>章</b>小禾', 公民身份号码: old })
    await person(page, 2).getByLabel('与户主关系').selectOption('孙女')
    await person(page, 2).getByText('两名成员的证件号码相同').waitFor()
    await fill(page, 2, { 公民身份号码: '' })
    await fill(page, 2, { 出生日期: `${new Date().getFullYear() - 5}-06-01` })
    await person(page, 2).getByText('不满 14 周岁的成员要填写监护人').waitFor()
    await fill(page, 2, { 监护人姓名: '章秋实' })
    await summary.waitFor({ state: 'detached' })
    await page.getByText('请向本人或监护人读出').waitFor()
    expect(await page.locator('.told').innerText()).toContain('任何时候都不公示：公民身份号码')
    await page.getByLabel(/^本人同意/).check()
    await submit(page)
    await page.locator('#f-agreed input:focus').waitFor()
    await page.getByLabel(/已听取告知，并同意/).check()
    await page.locator('.saved[aria-busy=false]', { hasText: '本机草稿' }).waitFor()
    await page.reload()
    expect(await person(page, 2).getByLabel(/^姓名/).inputValue()).toBe('<b>章</b>小禾')
    await sound(page)
    await picture(page, 'register-filled')

    const sent: string[] = []
    await page.route('**/households', async (route: Route) => {
      const request = route.request()
      if (request.method() !== 'POST') return route.continue()
      sent.push(request.postData() ?? '')
      // The server has it, but its answer never comes.
      if (sent.length === 1) {
        await route.fetch()
        return route.abort('connectionreset')
      }
      return route.continue()
    })
    await submit(page)
    await page.getByText('登记家庭：章**').waitFor()
    const rows = await storedRows(page)
    for (const clear of ['章秋实', '演示路', old]) expect(rows).not.toContain(clear)
    await sound(page)
    await page.getByRole('button', { name: '立即上传' }).click()
    await page.getByText('没有待上传的记录').waitFor()
    expect(sent).toHaveLength(2)
    expect(sent[1]).toBe(sent[0])

    await page.getByRole('link', { name: '家庭', exact: true }).click()
    const line = page.locator('.line', { hasText: '章**' }).filter({ hasText: '2 人' })
    await line.first().waitFor()
    expect(await page.locator('.line', { hasText: '章**' }).filter({ hasText: '2 人' }).count()).toBe(1)
    await line.click()
    await page.getByText('<b>章</b>小禾').waitFor()
    await sound(page)
    await picture(page, 'register-file')

    await page.getByRole('link', { name: '新办一件' }).click()
    await page.getByRole('button', { name: '立案' }).click()
    await page.locator('.summary').getByText('请至少选择一名家庭成员').waitFor()
    await page.getByLabel('章秋实（户主）').check()
    await page.getByLabel('从哪里得知').selectOption({ label: '社会救助协理员主动发现' })
    await page.getByLabel('主办人员').selectOption({ label: '江一帆（我） · 社会救助协理员' })
    // Only who makes a pair of the form with the assignee can go along.
    const partners = await page.getByLabel('同行人员').locator('option').allInnerTexts()
    expect(partners).toEqual(['入户时再定', '章守田 · 村（社区）工作人员'])
    await page.getByLabel('同行人员').selectOption({ index: 1 })
    await sound(page)
    await picture(page, 'register-case')
    await page.getByRole('button', { name: '立案' }).click()
    await page.getByText('待入户').waitFor()
    await sound(page)
    await picture(page, 'register-opened')
    await openTask(page, '入户调查表')
    await page.getByLabel('入户日期').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
}
