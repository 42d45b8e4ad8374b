import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Release } from '../../functions/api/contract/index.ts'
import { closeCity, enter, grave, openCity, picture, system } from './city.ts'
import { signIn } from './sign-in.ts'

const desk = { width: 1280, height: 800 }
const tablet = { width: 834, height: 1112 }

beforeAll(openCity)
afterAll(closeCity)

const card = (page: Page, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) })

const read = async <T>(subject: string, path: string): Promise<T> => {
  const { access_token } = await signIn(system.origin, subject)
  const headers = { authorization: `Bearer ${access_token}` }
  return (await (await fetch(`${system.origin}/api/cities/${path}`, { headers })).json()) as T
}
/** What a worker's device fetches of the release in use. */
const liveProfile = async (city: string, worker: string) => {
  const { documents, n } = await read<Release>(worker, `${city}/releases/live`)
  const profile = await read<Record<string, unknown>>(worker, `${city}/documents/${documents['profile']}`)
  return { n, profile }
}

const towns = [
  '代码\t名称\t上级',
  '349905001\t甲街道\t349905',
  '349905100\t乙镇\t',
  '349905100201\t丙村\t',
  '34990\t错误的代码\t',
].join('\n')

describe('a new city', () => {
  test('is told apart by its name, sees what each pack holds, and looks into one before choosing', async () => {
    const { page, context, faults } = await enter('210381.admin')
    await page.getByText('海城市').first().waitFor()
    await page.getByRole('heading', { level: 1, name: '从一套现成的配置开始' }).waitFor()
    const chizhou = card(page, '池州市“物质+服务”社会救助')
    for (const text of ['池民社救〔2023〕38号', '个服务事项', '张表', '待本市确定'])
      await chizhou.getByText(text).first().waitFor()
    for (const viewport of [desk, tablet]) {
      await page.setViewportSize(viewport)
      await picture(page, `adopt-cards-${viewport.width}`)
      expect(await grave(page), `${viewport.width}`).toEqual([])
    }
    await page.setViewportSize(desk)
    await chizhou.getByRole('button', { name: '先看内容' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('服务事项清单').first().click()
    await drawer.locator('.pack-preview').getByText('代购代办').waitFor()
    await drawer.getByRole('heading', { name: '待本市确定' }).waitFor()
    await picture(page, 'adopt-preview')
    expect(await grave(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  test('tells those who are no administrators to wait', async () => {
    const { page, context } = await enter('210381.township')
    await page
      .getByText(/还没有/)
      .first()
      .waitFor()
    await picture(page, 'adopt-township')
    expect(await page.getByRole('button', { name: '选用这一套' }).count()).toBe(0)
    await context.close()
  })

  test('takes over its own paper’s pack by one button, and its worker has it at once', async () => {
    const { page, context, faults } = await enter('210381.admin')
    const began = Date.now()
    const own = page.getByRole('article').filter({ hasText: '本市' }).first()
    expect(await own.getByRole('heading').innerText()).toContain('海城市')
    await own.getByRole('button', { name: '选用这一套' }).click()
    await page.getByText('这一套就是按本市文件整理的').waitFor()
    expect(await page.getByLabel('粘贴区划表').count()).toBe(0)
    await page.getByRole('button', { name: '采用并发布' }).click()
    await page.getByText('本市的第一版配置已经发布').waitFor()
    // A person may take five minutes; a script takes seconds, on a busy machine a minute or two.
    expect(Date.now() - began).toBeLessThan(300_000)
    await picture(page, 'adopt-done')
    expect(await grave(page)).toEqual([])

    const { n, profile } = await liveProfile('210381', '210381.worker')
    expect(n).toBe(1)
    expect(profile).toMatchObject({ city: '210381', name: '海城市', province: { code: '210000' } })
    await page.getByRole('button', { name: '进入配置' }).click()
    await page.getByRole('heading', { level: 1, name: '配置一览' }).waitFor()
    await page.getByRole('link', { name: '成员' }).click()
    await page.getByRole('button', { name: '邀请成员' }).click()
    await page.getByRole('dialog').getByLabel('姓名').waitFor()
    expect(faults).toEqual([])
    await context.close()

    const worker = await enter('210381.worker')
    await worker.page.getByRole('link', { name: '家庭', exact: true }).click()
    const towns = worker.page.locator('option', { hasText: /街道|镇/ })
    await towns.first().waitFor({ state: 'attached' })
    await picture(worker.page, 'adopt-worker')
    expect(worker.faults).toEqual([])
    await worker.context.close()
  })
})

describe('a city for which no pack was made', () => {
  test('takes over another’s, is told what is missing, imports its divisions, and publishes', async () => {
    const { page, context, faults } = await enter('349905.admin')
    await card(page, '池州市“物质+服务”社会救助').getByRole('button', { name: '选用这一套' }).click()
    expect(await page.getByLabel('本市名称').inputValue()).toBe('演示戊市')
    expect(await page.getByLabel('所属省份').inputValue()).toBe('安徽省')
    await page.getByLabel('粘贴区划表').fill(towns)
    await page.getByText('可以导入 3 个区划').waitFor()
    await page.getByText('第 5 行“34990 错误的代码”：代码格式不对').waitFor()
    for (const viewport of [tablet, desk]) {
      await page.setViewportSize(viewport)
      await picture(page, `adopt-prepare-${viewport.width}`)
      expect(await grave(page), `${viewport.width}`).toEqual([])
    }
    await page.getByRole('button', { name: '采用并发布' }).waitFor()
    await page.getByLabel('粘贴区划表').fill('')
    await page.getByRole('button', { name: '采用，存为草稿' }).click()
    await page.getByText('已采用，还没有发布').waitFor()
    await picture(page, 'adopt-blocked')
    await page.getByRole('button', { name: '导入区划' }).click()
    await page.getByRole('heading', { level: 1, name: '导入区划' }).waitFor()
    await page.getByText('草稿中现有 0 个区划').waitFor()
    await page.getByLabel('粘贴区划表').fill('349905-01\t甲镇\n349905-01-001\t甲村')
    await page.getByText('新增 2 个，改动 0 个，去掉 0 个，不变 0 个').waitFor()
    for (const viewport of [tablet, desk]) {
      await page.setViewportSize(viewport)
      await picture(page, `divisions-${viewport.width}`)
      expect(await grave(page), `${viewport.width}`).toEqual([])
    }
    await page.getByRole('button', { name: '存入草稿' }).click()
    await page.getByRole('heading', { level: 1, name: '检查与发布' }).waitFor()
    await page.getByText('检查通过，可以发布。').waitFor()
    await page.getByLabel('发布说明').fill('首次发布')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText('第 1 版已发布').waitFor()
    const { profile } = await liveProfile('349905', '349905.admin')
    expect(profile).toMatchObject({ name: '演示戊市', shortName: '演示戊', province: { name: '安徽省' } })
    expect(faults).toEqual([])
    await context.close()
  })
})
