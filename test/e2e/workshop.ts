import AxeBuilder from '@axe-core/playwright'
import type { FormDocument } from '#forms/definition'
import type { DraftBody } from '../../functions/api/contract/index.ts'
import { admin, read } from './administrator.ts'

/** The ways of changing a form, at the left, and what it is for people, at the right. */
export const face = (name: string) =>
  admin.page.locator('.drawing-source').getByText(name, { exact: true }).click()
export const side = (name: string) =>
  admin.page.locator('.drawing-phone').getByText(name, { exact: true }).click()

export const draft = async (key: string) =>
  (await read<DraftBody>('341700.admin', `draft/form:${key}`)).document as FormDocument

export const save = async () => {
  await admin.page.getByRole('button', { name: '保存草稿' }).click()
  await admin.page.getByText('没有未保存的修改').waitFor()
}

/** Chooses an option of a list that opens on a click. */
export const pick = async (label: string, option: string, nth = 0) => {
  const { page } = admin
  const box = page.getByLabel(label).nth(nth)
  await box.click()
  await box.fill(option)
  await page.keyboard.press('Enter')
}

export const grave = async () => {
  const { violations } = await new AxeBuilder({ page: admin.page }).exclude('iframe').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
