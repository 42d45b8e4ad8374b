import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft, Release } from '../../functions/api/contract/index.ts'
import {
  admin,
  api,
  closeStudio,
  enter,
  open,
  openStudio,
  price,
  publish,
  read,
  replace,
  system,
} from './administrator.ts'

beforeAll(openStudio)
afterAll(closeStudio)

describe('a city administrator', () => {
  test('sees the whole configuration as documents', async () => {
    for (const title of ['服务事项清单', '收费标准', '入户调查表', '特困人员生活自理能力评估表'])
      await admin.page.getByRole('main').getByRole('link', { name: title }).waitFor()
  })

  test('raises a price from a day on, reads the change in words, publishes it, and brings the old back', async () => {
    const { page } = admin
    expect(await price('2027-06-01')).toBe(1000)
    await open(page, '收费标准')
    const row = page.getByRole('row').filter({ hasText: '代购代办' })
    await row.getByText('调整价格').click()
    await page.getByLabel('新价格（元）').fill('12.5')
    await page.getByLabel('自何日起').fill('2027-03-01')
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存到草稿').waitFor()

    await page.getByRole('link', { name: '检查与发布' }).click()
    const changes = page.getByRole('main').locator('.changes')
    await changes.waitFor()
    expect(await changes.innerText()).toMatch(/代购代办.*12\.50 元\/次.*2027-03-01/s)
    await publish(page, '提高代购代办价格')
    await page.getByText('第 2 版已发布').waitFor()
    expect(await price('2027-06-01')).toBe(1250)
    expect(await price('2027-02-28')).toBe(1000)

    await page.getByRole('main').getByRole('link', { name: '历史版本' }).click()
    await page.getByRole('button', { name: '恢复这一版' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复这一版' }).click()
    await page.getByText('恢复自第 1 版').first().waitFor()
    expect(await price('2027-06-01')).toBe(1000)
    expect((await read<Release>('341700.worker', 'releases/live')).restored).toBe(1)
  })

  test('gives an item another name in its own drawer, and undo takes it back', async () => {
    const { page } = admin
    await open(page, '服务事项清单')
    await page.getByRole('button', { name: '供餐送餐' }).click()
    await page.getByRole('dialog').getByLabel('事项名称').fill('送餐上门')
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByRole('button', { name: '送餐上门' }).waitFor()
    await page.getByText('有未保存的修改').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '供餐送餐' }).waitFor()
    await page.getByText('没有未保存的修改').waitFor()
  })

  test('is asked before a drawer drops what was typed, and not when nothing was', async () => {
    const { page } = admin
    await open(page, '服务事项清单')
    await page.getByRole('button', { name: '供餐送餐' }).click()
    const name = page.getByRole('dialog').getByLabel('事项名称')
    await name.waitFor()
    await page.keyboard.press('Escape')
    await name.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: '供餐送餐' }).click()
    await name.fill('送餐上门')
    const english = `[...document.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel).filter((text) => /^[a-z-]+$/i.test(text))`
    expect(await page.evaluate(english)).toEqual([])
    await page.keyboard.press('Escape')
    const keep = page.getByRole('button', { name: '继续编辑' })
    await keep.click()
    await keep.waitFor({ state: 'hidden' })
    expect(await name.inputValue()).toBe('送餐上门')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '放弃修改' }).click()
    await name.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '供餐送餐' }).waitFor()
    await page.getByText('没有未保存的修改').waitFor()
  })

  test('has larger text and stronger contrast when asked, in the tables too', async () => {
    const { page } = admin
    await open(page, '服务事项清单')
    const head = page.locator('.grid-tools .ant-btn').first()
    const look = () =>
      page.evaluate<string[]>(
        `(({ fontSize, color }) => [fontSize, color])(getComputedStyle(document.querySelector('.grid-tools .ant-btn')))`,
      )
    await head.waitFor()
    const plain = await look()
    await page.locator('.office-account summary').click()
    for (const name of ['长者模式', '高对比度']) await page.getByRole('switch', { name }).click()
    await expect.poll(look).toEqual(['19px', 'rgb(0, 0, 0)'])
    for (const name of ['长者模式', '高对比度']) await page.getByRole('switch', { name }).click()
    await expect.poll(look).toEqual(plain)
    expect(plain[0]).toBe('15px')
    await page.locator('.office-account summary').click()
  })

  test('changes a form in its source, sees it at once at phone width, and a broken rule at its line', async () => {
    const { page } = admin
    await open(page, '特困人员生活自理能力评估表')
    const phone = page.frameLocator('iframe.phone')
    await phone.getByText('评估日期').first().waitFor()
    const source = page.locator('.source .cm-content')
    await replace(page, '评估日期', '哪一天评估')
    await phone.getByText('哪一天评估').first().waitFor()
    await replace(page, '"type": "radio"', '"type": "evil"')
    await page.getByText('定义中有必须更正的问题').waitFor()
    await source.waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await phone.getByText('哪一天评估').first().waitFor()
  })

  test('is told when somebody else saved first, and loses nothing', async () => {
    const { page } = admin
    const ask = page.getByRole('button', { name: '离开', exact: true })
    await page.getByRole('link', { name: '配置', exact: true }).click()
    await ask.click()
    await open(page, '收费标准')
    await page.getByRole('row').filter({ hasText: '供餐送餐' }).getByText('修改这一行').click()
    await page.getByRole('dialog').getByLabel('价格（元）').fill('13')
    await page.getByRole('button', { name: '完成' }).click()

    const draft = await read<Draft>('341700.admin', 'draft')
    const { rev = 0 } = draft.documents.find(({ key }) => key === 'fees') ?? {}
    const { document } = await read<{ document: { note?: string } }>('341700.admin', 'draft/fees')
    const theirs = await api('341700.admin', 'draft/fees', {
      method: 'PUT',
      headers: { 'if-match': `"${rev}"` },
      body: JSON.stringify({ ...document, note: '另一位管理员写的备注' }),
    })
    expect(theirs.status).toBe(200)

    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('其他人刚刚保存了这份文件').waitFor()
    await page.getByRole('button', { name: '放弃我的修改，载入对方的版本' }).click()
    await page.getByText('没有未保存的修改').waitFor()
    await page.getByText('源文件').click()
    await page.locator('.source .cm-content').getByText('另一位管理员写的备注').waitFor()
  })

  test('meets nothing that keeps a person out who hears or tabs through it', async () => {
    const { page } = admin
    for (const path of [
      '',
      '/documents/profile',
      '/documents/fees',
      '/documents/form:visit',
      '/publish',
      '/releases',
    ]) {
      await page.goto(`${system.origin}/studio/341700${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByText('正在载入').first().waitFor({ state: 'detached' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(grave.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })

  test('meets no error, no refused style and no request to elsewhere on the way', () => {
    expect(admin.faults).toEqual([])
  })
})

describe('others in the studio', () => {
  test('a township reads the release in use and finds nothing to change it with', async () => {
    const { page, context } = await enter('341700.township')
    await page.getByText('您可以查看正在使用的配置，不能修改。').waitFor()
    for (const title of ['资金来源', '入户调查表'])
      await page.getByRole('main').getByRole('link', { name: title }).waitFor()
    expect(await page.getByRole('link', { name: '检查与发布' }).count()).toBe(0)
    await page.getByRole('main').getByRole('link', { name: '资金来源' }).click()
    await page.getByRole('heading', { level: 1, name: '资金来源' }).waitFor()
    await page.locator('summary', { hasText: '特困人员照料护理经费' }).click()
    expect(await page.locator('details[open]').getByLabel('名称').isDisabled()).toBe(true)
    await page.goto(`${system.origin}/studio/341700/documents/fees`)
    await page.getByRole('row').filter({ hasText: '供餐送餐' }).waitFor()
    expect(await page.getByRole('button', { name: '保存草稿' }).count()).toBe(0)
    expect(await page.getByText('调整价格').count()).toBe(0)
    await context.close()
  })

  test('a county sets a price of its own, and is offered nothing beyond it', async () => {
    const draft = await read<Draft>('341700.admin', 'draft')
    const { rev = 0 } = draft.documents.find(({ key }) => key === 'fees') ?? {}
    await api('341700.admin', 'draft/fees', { method: 'DELETE', headers: { 'if-match': `"${rev}"` } })
    const { page, context, faults } = await enter('341700.county')
    await open(page, '城市概况')
    await page.getByText('本文件由市级管理员维护').waitFor()
    expect(await page.getByRole('button', { name: '保存草稿' }).count()).toBe(0)
    await open(page, '收费标准')
    await page.getByRole('row').filter({ hasText: '供餐送餐' }).getByText('市级维护').waitFor()
    expect(await page.getByText('调整价格').count()).toBe(0)
    await page.getByRole('button', { name: '新增价格' }).click()
    await page.getByRole('dialog').getByLabel('服务事项').click()
    await page.keyboard.type('理发')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('价格（元）').fill('18')
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByRole('row').filter({ hasText: '贵池区' }).getByText('调整价格').waitFor()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存到草稿').waitFor()
    expect(await page.getByRole('button', { name: '恢复为正式版' }).count()).toBe(0)
    await page.getByRole('link', { name: '检查与发布' }).click()
    await page.getByText('由市级管理员检查后统一发布').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('another city shows nothing', async () => {
    const { page } = admin
    await page.goto(`${system.origin}/studio/349901`)
    await page
      .getByText(/找不到|没有权限/)
      .first()
      .waitFor()
  })
})
