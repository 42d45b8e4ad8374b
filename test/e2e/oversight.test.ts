import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#forms/standards'
import { desk, phone } from './browser.ts'
import { closeOffice, enter, office, openOffice, row, system, tab } from './office.ts'
import { pricesOf, yuan } from './prices.ts'
import { unreached } from './unreached.ts'

/** The demo data is as of its first day: once a month has turned, another one is the month before. */
const begun = localDate(new Date()).slice(0, 7)
const isStillThisMonth = () => localDate(new Date()).slice(0, 7) === begun

beforeAll(openOffice)
afterAll(closeOffice)

describe('the province', () => {
  test('sees five cities side by side, with the median that the packs give', async () => {
    const { page } = office
    await page.getByRole('heading', { level: 1, name: '收费比较' }).waitFor()
    const heads = await page.getByRole('columnheader').allInnerTexts()
    for (const name of ['池州市', '演示甲市', '演示乙市', '演示丙市', '演示丁市'])
      expect(
        heads.filter((head) => head.includes(name) && head.includes('演示数据')),
        name,
      ).toHaveLength(1)
    for (const [common, name, unit] of [
      ['svc.meal', '供餐送餐', '餐'],
      ['svc.haircut', '理发', '次'],
    ] as const) {
      const prices = await pricesOf(common, unit)
      const middle = prices.length / 2
      const median = ((prices[Math.ceil(middle) - 1] ?? 0) + (prices[Math.floor(middle)] ?? 0)) / 2
      expect(prices.length).toBeGreaterThan(3)
      const cells = await row(page, name).getByRole('cell').allInnerTexts()
      expect(cells.slice(0, 4), name).toEqual([
        expect.stringMatching(new RegExp(`^${prices.length}/`)),
        yuan(prices[0] ?? 0),
        yuan(median),
        yuan(prices.at(-1) ?? 0),
      ])
    }
  })

  test('reads why a city is left out: another unit, no price, no such item', async () => {
    const { page } = office
    const cells = await row(page, '助浴').getByRole('cell').allInnerTexts()
    expect(cells.at(-3)).toMatch(/45\.00 元\/小时\s+单位不同，不参与比较/)
    expect(cells.at(-1)).toBe('无此事项')
    expect((await row(page, '爱心门铃').getByRole('cell').allInnerTexts())[4]).toBe('未设定收费标准')
    await page.getByText('没有任何个人的信息').waitFor()
  })

  test('works the table by keyboard: sorts, finds, opens one service', async () => {
    const { page } = office
    const head = page.getByRole('columnheader', { name: '中位' })
    await head.getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
    const first = page.getByRole('rowheader').first()
    expect(await first.innerText()).toContain('走访慰问')
    await page.keyboard.press('Enter')
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending')
    expect(await first.innerText()).toContain('居家照料')
    await first.getByRole('button').press('Enter')
    await page.getByRole('heading', { name: '居家照料：各市金额' }).waitFor()
    expect(new URL(page.url()).searchParams.get('item')).toBe('svc.home-care')
    await page.getByLabel('查找服务事项').fill('没有这种服务')
    await page.getByText('没有符合条件的内容').waitFor()
    await page.getByLabel('查找服务事项').fill('理发')
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(1)
    await page.getByLabel('查找服务事项').fill('')
  })

  test('narrows to a category and keeps it in the address', async () => {
    const { page } = office
    await page.getByText('清洁服务 1').click()
    await page.getByText('共 1 行').waitFor()
    await page.reload()
    await page.getByText('共 1 行').waitFor()
    await page.getByText('全部 27').click()
    await page.getByText('共 27 行').waitFor()
  })

  test('takes the comparison home as a workbook', async () => {
    const { page } = office
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^安徽省_收费比较_\d{4}-\d{2}-\d{2}\.xlsx$/)
    const sheets = await readXlsxFile(await readFile(await download.path()))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['收费比较', '说明'])
    const [head = [], ...lines] = sheets[0]?.data ?? []
    const meal = lines.find(([code]) => code === 'svc.meal') ?? []
    const prices = await pricesOf('svc.meal', '餐')
    expect(meal[head.indexOf('最低价（元）')]).toBe((prices[0] ?? 0) / 100)
    expect(meal[head.indexOf('最高价（元）')]).toBe((prices.at(-1) ?? 0) / 100)
    expect(meal[head.indexOf('演示甲市（演示数据）（元）')]).toBe(13)
    const bath = lines.find(([code]) => code === 'svc.bath') ?? []
    expect(bath[head.indexOf('演示乙市（演示数据）（元）')]).toBeNull()
    const notes = new Map(sheets[1]?.data.map(([key, value]) => [key, value]))
    expect(notes.get('演示数据')).toContain('池州市')
    expect(notes.get('价格日期')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('sees what each city lacks, what it asks, and no invented indicator', async () => {
    const { page } = office
    await tab(page, '服务事项', '服务事项对照')
    expect(await row(page, '助浴').getByRole('cell').first().innerText()).toBe('4/5 市')
    const card = page.getByRole('listitem').filter({ hasText: '演示丙市' }).filter({ hasText: '缺少' })
    expect(await card.innerText()).toMatch(/未对应通用编码 2\/9 项（22\.2%）：茶园帮工、渡船接送/)
    await tab(page, '评估内容', '评估内容对照')
    expect(await row(page, '公民身份号码').getByRole('cell').first().innerText()).toBe('1/5 市')
    await tab(page, '指标', '指标比较')
    // What no source can tell says so, and is never a zero.
    await row(page, '公示到位率').waitFor()
    const [, covered, ...cells] = await row(page, '公示到位率').getByRole('cell').allInnerTexts()
    expect(cells).toEqual(['系统还没有公示的记录。', ...Array(4).fill('未公开')])
    expect(covered).toBe('0/1 市')
    // What cities counted in the month before: rounded, with its parts and the verdict by the city's own target.
    const counted = await row(page, '新纳入对象跟进率').getByRole('cell').allInnerTexts()
    if (isStillThisMonth()) {
      expect(counted.at(-3)).toMatch(/^60%\s+15\/25\s+未达到（提醒）\s+≥ 100%$/)
      expect(counted.at(-1)).toMatch(/^100%\s+15\/15\s+达到\s+≥ 90%$/)
    }
    expect(counted.at(-4)).toBe('未公开')
  })

  test('is shown less than the city, which reads its exact figures, their verdict and what they wait for', async () => {
    const { page, context, faults } = await enter('349902.admin')
    await tab(page, '指标', '指标')
    const followed = page.getByRole('article').filter({ hasText: '新纳入对象跟进率' })
    await followed.waitFor()
    if (isStillThisMonth()) {
      expect(await followed.innerText()).toMatch(/66\.66%[\s\S]*15\/25[\s\S]*码头镇 66\.66%/)
      await followed.getByText('各乡镇（街道）情况（1 / 3 个有数据）').click()
      expect(await followed.getByRole('row').nth(1).innerText()).toMatch(/^码头镇\s+66\.66% 16\/24\s+未达到/)
    }
    const settled = page.getByRole('article').filter({ hasText: '按时结算率' })
    expect(await settled.innerText()).toMatch(/没有数据来源[\s\S]*完成\s+无/)
    for (const viewport of [phone, desk]) {
      await page.setViewportSize(viewport)
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    }
    expect(faults).toEqual([])
    await context.close()
  })

  test('can be used by everybody: no serious fault at desk or tablet width, nothing beyond the edge', async () => {
    const { page } = office
    for (const viewport of [desk, { width: 834, height: 1112 }]) {
      await page.setViewportSize(viewport)
      for (const path of ['', '/catalogue', '/forms', '/indicators']) {
        await page.goto(`${system.origin}/oversight/340000${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        if (path !== '/indicators')
          expect(await page.getByRole('img').first().getAttribute('aria-label'), path).toMatch(/图：/)
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBe(0)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(serious, path).toEqual([])
      }
    }
    await page.setViewportSize(desk)
  })

  test('asks for nothing but who it is and what was disclosed, and breaks no policy', async () => {
    const asked: string[] = []
    const { page, context, faults } = await enter('340000.office', asked)
    await page.getByRole('heading', { level: 1, name: '收费比较' }).waitFor()
    await tab(page, '服务事项', '服务事项对照')
    await tab(page, '评估内容', '评估内容对照')
    await tab(page, '指标', '指标比较')
    expect([...new Set(asked.filter((path) => path.startsWith('/api/')))].toSorted()).toEqual([
      '/api/me',
      ...['catalogue', 'fees', 'forms', 'indicators'].map(
        (kind) => `/api/provinces/340000/comparison/${kind}`,
      ),
    ])
    const own = /^\/(?:$|assets\/|icon\.svg$|site\.json$|callback$|oidc\/|oversight\/340000|api\/)/
    expect(asked.filter((path) => !own.test(path))).toEqual([])
    expect([...faults, ...office.faults]).toEqual([])
    await context.close()
  })
})

describe('when there is nothing to show', () => {
  const cities = [
    { code: '340100', name: '甲市', release: 1, disclosedAt: '2026-01-01T00:00:00Z', demo: false },
  ]
  const answer = async (kind: string, body: object | 'nothing', path: string) => {
    const { page, context } = await enter('340000.office')
    await page.route(`**/comparison/${kind}`, (route) =>
      body === 'nothing' ? route.abort() : route.fulfill({ json: body }),
    )
    await page.goto(`${system.origin}/oversight/340000${path}`)
    return { page, leave: () => context.close() }
  }

  test('says that no month is over yet', async () => {
    const { page, leave } = await answer('indicators', { cities, rows: [] }, '/indicators')
    await page.getByText('还没有已结账的月份').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await leave()
  })

  test('says that no city disclosed anything', async () => {
    const { page, leave } = await answer('fees', { cities: [], on: '2026-01-01', rows: [] }, '')
    await page.getByText('还没有市公开配置').waitFor()
    expect(await page.getByRole('button', { name: '导出 Excel' }).count()).toBe(0)
    await leave()
  })

  test('says that there is no network, and tries again when asked', async () => {
    const { page, leave } = await answer('forms', 'nothing', '/forms')
    await page.getByText('现在没有网络').waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('table').waitFor()
    await leave()
  })
})

describe('what must not be reached', unreached)
