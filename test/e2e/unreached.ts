import { expect, test } from 'vitest'
import { enter, office, row, system } from './office.ts'

/** What the province's office must not reach, on the system that the file which calls this has started. */
export const unreached = (): void => {
  test('a day before every price shows no figure and no zero', async () => {
    const { page } = office
    await page.goto(`${system.origin}/oversight/340000?on=2025-01-01`)
    await page.getByText('没有至少两个市可比的价格').waitFor()
    const cells = await row(page, '供餐送餐').getByRole('cell').allInnerTexts()
    expect(cells.slice(0, 4)).toEqual(['0/5 市', '无', '无', '无'])
    expect(cells.slice(4)).toEqual(Array(5).fill('未设定收费标准'))
  })

  test.each(['2026-02-30', '<script>', '20260101'])(
    'the address with the day %s falls back to today',
    async (on) => {
      const { page } = office
      await page.goto(`${system.origin}/oversight/340000?${new URLSearchParams({ on })}`)
      await page.getByRole('heading', { level: 1, name: '收费比较' }).waitFor()
      expect(await row(page, '供餐送餐').getByRole('cell').nth(2).innerText()).toBe('11.00')
    },
  )

  test.each(['/studio/341700', '/field/341700', '/oversight/330000'])(
    'the office at %s is turned away',
    async (path) => {
      const { page } = office
      const answers: number[] = []
      const listen = (response: { url(): string; status(): number }) => {
        if (/\/api\/(?:cities|provinces)\//.test(response.url())) answers.push(response.status())
      }
      page.on('response', listen)
      await page.goto(`${system.origin}${path}`)
      await page.getByRole('heading', { name: /找不到这个页面|没有权限/ }).waitFor()
      page.off('response', listen)
      expect(answers.length).toBeGreaterThan(0)
      expect(answers.filter((status) => status !== 404 && status !== 403)).toEqual([])
      expect(await page.getByRole('table').count()).toBe(0)
    },
  )

  test('a city administrator is turned away from the province', async () => {
    const { page, context } = await enter('341700.admin')
    await page.goto(`${system.origin}/oversight/340000`)
    await page.getByRole('heading', { name: /找不到这个页面|没有权限/ }).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await context.close()
  })
}
