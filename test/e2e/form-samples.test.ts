import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FormDocument } from '#forms/definition'
import type { Release } from '../../functions/api/contract/index.ts'
import { admin, closeStudio, open, openStudio, publish, read } from './administrator.ts'

beforeAll(openStudio)
afterAll(closeStudio)

const ability = '老年人能力评估表（GB/T 42195-2022）'

describe('a city administrator', () => {
  test('takes a national form, records a case of it, and publishes both', async () => {
    const { page, faults } = admin
    await open(page, '特困人员生活自理能力评估表')
    await page.getByRole('button', { name: '新增评估表' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('本市已有这张表').waitFor()
    await dialog.getByRole('button', { name: '放进草稿' }).click()
    await page.getByRole('heading', { level: 1, name: ability }).waitFor()
    await dialog.waitFor({ state: 'hidden' })

    await page.getByText('样例', { exact: true }).click()
    await page.getByText('18 个样例全部通过。').waitFor()
    await page.getByText('手机预览').click()
    await page.frameLocator('iframe.phone').getByLabel('首次评估').check()
    await page.getByRole('button', { name: '用现在填的答案存成样例' }).click()
    await page.getByLabel('样例名称').fill('90 分：能力完好')
    await page.getByText('已有同名的样例').waitFor()
    await page.getByLabel('样例名称').fill('只填了评估原因')
    await page.getByRole('button', { name: '用现在填的答案存成样例' }).click()
    await page.getByText('样例', { exact: true }).click()
    await page.getByText('19 个样例全部通过。').waitFor()
    await page.getByText('看答案和应有的结果').last().click()
    const last = page.locator('.sample-list > li').last()
    await last.getByText('总分').waitFor()
    expect(await last.innerText()).toMatch(/评估原因\s*首次评估[\s\S]*总分\s*未得出/)
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存到草稿').waitFor()
    await publish(page, '采用国家标准评估表')
    await page.getByText('第 2 版已发布').waitFor()
    const { documents } = await read<Release>('341700.worker', 'releases/live')
    const form = await read<FormDocument>('341700.worker', `documents/${documents['form:ability']}`)
    expect(form.samples?.at(-1)).toMatchObject({ title: '只填了评估原因', answers: { reason: 'first' } })
    expect(faults).toEqual([])
  })

  test('sees in the preview why an item is advised, and takes a case out again', async () => {
    const { page, faults } = admin
    await open(page, '特困人员生活自理能力评估表')
    const phone = page.frameLocator('iframe.phone')
    const next = () => phone.getByRole('button', { name: '下一步' }).click()
    await phone.getByLabel('评估日期').fill('2026-03-10')
    await phone.getByLabel('首次评估').check()
    await next()
    for (const name of ['自主吃饭', '自主穿衣', '自主上下床', '自主如厕', '室内自主行走', '自主洗澡'])
      await phone.getByRole('group', { name }).getByLabel('不能', { exact: true }).check()
    await next()
    await phone.getByRole('group', { name: '是否自愿集中供养' }).getByLabel('是', { exact: true }).check()
    const advice = phone.locator('.advised > li')
    await advice.getByText('为什么建议').click()
    await advice.getByText('依据：池民社救〔2023〕38号：“').waitFor()
    const words = await advice.innerText()
    expect(words).toMatch(/是否自愿集中供养\s*是/)
    expect(words).toMatch(/未达到的指标数\s*6/)

    await page.getByText('样例', { exact: true }).click()
    await page.getByText('10 个样例全部通过。').waitFor()
    await page.getByRole('button', { name: '删除样例：终端送来的未达到项数不作数' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '删除样例' }).click()
    await page.getByText('9 个样例全部通过。').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('10 个样例全部通过。').waitFor()
    expect(faults).toEqual([])
  })

  test('keeps the place after saving, and reads the released form after going back to it', async () => {
    const { page, faults } = admin
    await page.getByText('样例', { exact: true }).click()
    const passed = page.getByText('10 个样例全部通过。')
    await passed.waitFor()
    await page.getByRole('button', { name: '删除样例：终端送来的未达到项数不作数' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '删除样例' }).click()
    // What else a save renews may take its time: going back must not wait for it, nor go wrong.
    const slow = '**/api/cities/*/releases**'
    await page.route(slow, async (route) => {
      await new Promise((done) => setTimeout(done, 900))
      await route.continue()
    })
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByRole('button', { name: '恢复为正式版' }).waitFor()
    await page.getByText('9 个样例全部通过。').waitFor()
    expect(await page.getByRole('button', { name: '撤销' }).isEnabled()).toBe(true)
    await page.getByRole('button', { name: '恢复为正式版' }).click()
    await page.getByRole('button', { name: '放弃修改' }).click()
    await passed.waitFor()
    await page.getByText('没有未保存的修改').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    expect(await page.getByText('没有未保存的修改').isVisible()).toBe(true)
    expect(faults).toEqual([])
  })

  test('may leave recording a case with Escape, and is back at the button', async () => {
    const { page } = admin
    await page.getByText('手机预览').click()
    const button = page.getByRole('button', { name: '用现在填的答案存成样例' })
    await button.press('Enter')
    await page.getByLabel('样例名称').press('Escape')
    await page.getByLabel('样例名称').waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate('document.activeElement?.textContent'))
      .toBe('用现在填的答案存成样例')
  })
})
