import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCity, enter, grave, openCity, system } from './city.ts'

beforeAll(openCity)
afterAll(closeCity)

const tablet = { width: 834, height: 1112 }
const visit = async (page: Page, path: string) => {
  await page.goto(`${system.origin}/studio/${path}`)
  await page.waitForLoadState('networkidle')
  await page.getByText('正在载入').waitFor({ state: 'detached' })
}

/** Names of what can be pressed and is lower than 44 px; words within a line and the grid's own cells are not meant. */
const pressed =
  '.ant-btn, a.button, .text-button, .ant-segmented-item, .ant-select, .ant-input, .work-group a, .office-head a'
const low = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('${pressed}')]
    .map((one) => one.closest('.ant-input-affix-wrapper') ?? one)
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
    .map((one) => one.className + ' ' + one.textContent)`)

test('no page of a city without configuration is a dead end', async () => {
  const { page, context, faults } = await enter('349905.admin', tablet)
  for (const part of ['documents/fees', 'publish', 'calculator', 'elements', 'divisions']) {
    await visit(page, `349905/${part}`)
    await page.getByRole('link', { name: '去选用配置' }).click()
    await page.getByRole('heading', { name: '从一套现成的配置开始' }).waitFor()
  }
  await visit(page, '349905/releases')
  await page.getByRole('main').getByRole('link', { name: '查看配置' }).waitFor()
  await visit(page, '349905/audit')
  expect(await grave(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('whoever only reads is told so where drafts are tried out', async () => {
  const { page, context, faults } = await enter('341700.auditor')
  await visit(page, '341700/calculator')
  await page.getByText('试算由管理员使用').waitFor()
  await visit(page, '341700/documents/form%3Avisit')
  await page.getByRole('region', { name: '结果与等级' }).waitFor()
  await visit(page, '341700/documents/nothing')
  await page.getByRole('main').getByRole('link', { name: '查看配置' }).click()
  await page.getByRole('heading', { name: '配置一览' }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('the open document is in view in the list, and everything can be pressed with a finger', async () => {
  const { page, context } = await enter('341700.admin')
  await visit(page, '341700/documents/form%3Avisit')
  const foot = async (): Promise<number> => {
    const place = await page.locator('.document-list [aria-current=page]').boundingBox()
    return (place?.y ?? 9999) + (place?.height ?? 0)
  }
  await expect.poll(foot).toBeLessThanOrEqual(800)
  await page.setViewportSize(tablet)
  for (const part of [
    '',
    'documents/notice',
    'documents/fees',
    'publish',
    'calculator',
    'members',
    'elements',
  ]) {
    await visit(page, `341700/${part}`)
    expect(await low(page), part).toEqual([])
  }
  await context.close()
})

test('a form begins on an empty sheet, and the work list sees it', async () => {
  const { page, context, faults } = await enter('341700.admin', tablet)
  await visit(page, '341700/documents/profile')
  await page.getByRole('button', { name: '新增评估表' }).click()
  const dialog = page.getByRole('dialog')
  const begin = dialog.getByRole('button', { name: '开始设计' })
  expect(await begin.isDisabled()).toBe(true)
  await dialog.getByLabel('表名').fill('   ')
  expect(await begin.isDisabled()).toBe(true)
  await dialog.getByLabel('表名').fill('<b>独居</b>老人探访表')
  await dialog.getByText('每人一份').click()
  expect(await grave(page)).toEqual([])
  await begin.click()
  await page.getByRole('heading', { level: 1, name: '<b>独居</b>老人探访表' }).waitFor()
  await page.frameLocator('iframe[src*=designer]').getByText('第一部分').first().waitFor()
  await page.locator('.document-list').getByText('新增', { exact: true }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})
