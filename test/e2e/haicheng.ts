import type { Page } from 'playwright-core'
import { system } from './city.ts'
import { signIn } from './sign-in.ts'

const city = '/api/cities/210381'

/** What the API of 海城 answers to somebody. */
export const ask = async (subject: string, path: string): Promise<Response> => {
  const { access_token } = await signIn(system.origin, subject)
  return fetch(`${system.origin}${city}/${path}`, { headers: { authorization: `Bearer ${access_token}` } })
}

/**
 * Registers the household of an old woman in 孤山镇, which lies directly below the city and whose villages nobody has
 * listed, as the worker does it, and opens her case for the worker.
 * @returns the id of the household
 */
export const takeIn = async (page: Page, name: string): Promise<string> => {
  await page.getByRole('link', { name: '家庭', exact: true }).click()
  await page.getByRole('link', { name: '登记家庭' }).click()
  // The list of households has a question of the same name.
  await page.getByRole('heading', { name: '登记家庭' }).waitFor()
  await page.getByLabel('乡镇（街道）').selectOption({ label: '孤山镇' })
  await page.getByLabel('详细住址').fill('孤山镇一组 1 号')
  const head = page.getByRole('group', { name: '第 1 人' })
  await head.getByLabel('姓名').fill(name)
  // Invented id numbers are for demo cities; this is none.
  await head.getByLabel('出生日期').fill('1944-05-06')
  await page.getByLabel('履行法定职责').check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('link', { name: '新办一件' }).click()
  await page.getByLabel('从哪里得知').selectOption({ label: '主动排查发现' })
  await page.getByLabel('主办人员').selectOption({ label: '佟小雪（我） · 社会救助协理员' })
  await page.getByRole('button', { name: '立案' }).click()
  await page.getByText('待入户').waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
