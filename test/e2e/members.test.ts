import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone, type Watched } from './browser.ts'
import { choose, closeCity, enter, fresh, grave, openCity, picture, system } from './city.ts'
import { pickOption } from './press.ts'

const tablet = { width: 834, height: 1112 }
let admin: Watched

beforeAll(async () => {
  await openCity()
  admin = await enter('341700.admin')
  await admin.page.getByRole('link', { name: '成员' }).click()
  await admin.page.getByRole('heading', { level: 1, name: '成员' }).waitFor()
})
afterAll(closeCity)

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

/** Picks a role and a division in the open drawer, and makes the link. */
const makeLink = async (page: Page, name: string, role: string, division?: string): Promise<string> => {
  await page.getByRole('button', { name: '邀请成员' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('姓名').fill(name)
  await pickOption(page, drawer.getByRole('combobox', { name: '岗位' }), role)
  if (division) {
    await drawer.getByRole('combobox', { name: '负责区划' }).click()
    await page.keyboard.type(division)
    await page.locator('.ant-select-tree-title').filter({ hasText: division }).first().click()
    await page.keyboard.press('Escape')
  }
  await picture(page, `invite-${role}`)
  await drawer.getByRole('button', { name: '生成链接' }).click()
  const link = await drawer.getByLabel('邀请链接').inputValue()
  await drawer.getByRole('button', { name: '复制' }).waitFor()
  await picture(page, `link-${role}`)
  return link
}

describe('an invitation', () => {
  let link = ''

  test('is made by an administrator, with a link that names no secret to any server', async () => {
    const asked: string[] = []
    admin.page.on('request', (request) => asked.push(request.url()))
    link = await makeLink(admin.page, '路小安', '社会救助协理员', '殷汇镇')
    expect(link).toMatch(/\/invitation#341700\.[\w-]{43}$/)
    expect(await grave(admin.page)).toEqual([])
    await admin.page.getByRole('button', { name: '完成' }).click()
    await row(admin.page, '路小安').getByText('等待接受').waitFor()
    const secret = link.split('.').at(-1) ?? ''
    expect(asked.join(' ')).not.toContain(secret)
    expect(await admin.page.content()).not.toContain(secret)
  })

  test('tells who invites to what, asks to sign in, and opens the workplace of its role', async () => {
    const { page, context, faults } = await fresh(phone)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(link)
    await page.getByRole('heading', { name: '邀请您加入池州市' }).waitFor()
    for (const text of ['方知远邀请您', '路小安', '社会救助协理员', '殷汇镇'])
      await page.getByText(text).first().waitFor()
    expect(page.url()).toBe(`${system.origin}/invitation`)
    await picture(page, 'accept-360')
    expect(await grave(page)).toEqual([])

    await page.getByRole('button', { name: '登录后接受' }).click()
    await choose(page, '000000.visitor')
    await page.getByText('当前登录：路过人').waitFor()
    await picture(page, 'accept-signed-in-360')
    await page.getByRole('button', { name: '接受邀请' }).click()
    await page.getByRole('button', { name: '进入工作台' }).click()
    await page.waitForURL((url) => url.pathname.startsWith('/field/341700'))
    await page.getByRole('link', { name: '今日' }).waitFor()
    expect(asked.join(' ')).not.toContain(link.split('.').at(-1))
    expect(faults).toEqual([])

    await page.goto(link)
    await page.getByText('这个邀请链接不能使用').first().waitFor()
    await context.close()
  })

  test('works once: another person finds it used, and nothing of who used it', async () => {
    const { page, context } = await fresh()
    await page.goto(link)
    await page.getByRole('heading', { name: '这个邀请链接不能使用' }).waitFor()
    await picture(page, 'unusable')
    expect(await page.content()).not.toContain('路小安')
    await page.goto(`${system.origin}/invitation#341700.short`)
    await page.getByRole('heading', { name: '链接不完整' }).waitFor()
    await context.close()
  })

  test('that was taken back opens nothing, and leaves its line in the record', async () => {
    const { page } = admin
    const other = await makeLink(page, '收回人', '审计监督')
    await page.getByRole('button', { name: '完成' }).click()
    await row(page, '收回人').getByRole('button', { name: '收回' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '收回' }).click()
    await row(page, '收回人').waitFor({ state: 'hidden' })
    const { page: theirs, context } = await fresh()
    await theirs.goto(other)
    await theirs.getByRole('heading', { name: '这个邀请链接不能使用' }).waitFor()
    await context.close()

    await page.getByRole('link', { name: '查看操作记录' }).click()
    await page.getByRole('heading', { level: 1, name: '操作记录' }).waitFor()
    for (const act of ['发出邀请', '收回邀请', '接受邀请，成为成员'])
      await page.getByRole('cell', { name: act, exact: true }).first().waitFor()
    await picture(page, 'audit')
    await page.getByRole('link', { name: '成员' }).click()
  })
})

describe('the people of a city', () => {
  test('are changed with a division picked from the tree, and say why they cannot be', async () => {
    const { page } = admin
    await row(page, '路小安').first().getByRole('button', { name: '修改' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('姓名').fill('路小平')
    await drawer.getByRole('combobox', { name: '负责区划' }).click()
    await page.keyboard.type('牛头山')
    await page.locator('.ant-select-tree-title').filter({ hasText: '牛头山镇' }).first().click()
    await page.keyboard.press('Escape')
    await drawer.getByRole('button', { name: '保存' }).click()
    await row(page, '路小平').getByText('牛头山镇').waitFor()
    await row(page, '方知远').getByText('最后一位市级管理员').waitFor()
    await picture(page, 'members-1280')
  })

  test('belong to an organisation on file, picked by its name', async () => {
    const { page } = admin
    await row(page, '桂清和').getByText('池州安心居家服务中心（演示）').waitFor()
    await page.getByRole('button', { name: '登记机构' }).click()
    const drawer = page.getByRole('dialog')
    const pick = (label: string, option: string) =>
      pickOption(page, drawer.getByRole('combobox', { name: label }), option)
    await drawer.getByRole('button', { name: '保存' }).click()
    await drawer.getByText('请填写机构名称').waitFor()
    await drawer.getByLabel('机构名称').fill('池州暖阳社会工作服务中心（演示）')
    await pick('机构类型', '社会工作')
    await pick('服务方式', '购买')
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText('已有名称为“池州暖阳社会工作服务中心（演示）”的机构').waitFor()
    await drawer.getByLabel('机构名称').fill('池州晚晴养老服务中心（演示）')
    await picture(page, 'provider-new')
    expect(await grave(page)).toEqual([])
    await drawer.getByRole('button', { name: '保存' }).click()
    await row(page, '池州晚晴养老服务中心（演示）').waitFor()

    await page.getByRole('button', { name: '邀请成员' }).click()
    await drawer.getByLabel('姓名').fill('叶晚晴')
    await pick('岗位', '承接机构')
    await pick('所属机构', '晚晴')
    await picture(page, 'provider-invite')
    await drawer.getByRole('button', { name: '生成链接' }).click()
    const link = await drawer.getByLabel('邀请链接').inputValue()
    await page.getByRole('button', { name: '完成' }).click()
    await row(page, '叶晚晴').getByText('池州晚晴养老服务中心（演示）').waitFor()
    const { page: theirs, context } = await fresh(phone)
    await theirs.goto(link)
    await theirs.getByText('所属机构：池州晚晴养老服务中心（演示）').waitFor()
    await context.close()
  })

  test('are not written over unseen where another administrator was faster', async () => {
    const { page } = admin
    await row(page, '路小平').first().getByRole('button', { name: '修改' }).click()
    const faster = `(async () => {
      const key = Object.keys(sessionStorage).find((one) => one.startsWith('oidc.user'))
      const { access_token } = JSON.parse(sessionStorage.getItem(key))
      const headers = { authorization: 'Bearer ' + access_token, 'content-type': 'application/json' }
      const { items } = await (await fetch('/api/cities/341700/members?limit=200', { headers })).json()
      const { id, rev } = items.find(({ name }) => name === '路小平')
      const body = JSON.stringify({ name: '路小平', roles: [{ role: 'auditor' }] })
      const put = { method: 'PUT', headers: { ...headers, 'if-match': '"' + rev + '"' }, body }
      return (await fetch('/api/cities/341700/members/' + id, put)).status
    })()`
    expect(await page.evaluate(faster)).toBe(200)
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('姓名').fill('路小乐')
    await drawer.getByRole('button', { name: '保存' }).click()
    await drawer.getByText('刚刚被另一位管理员改过').waitFor()
    await drawer.getByText('现在是：审计监督').waitFor()
    await picture(page, 'member-stale')
    await drawer.getByRole('button', { name: '载入现在的内容' }).click()
    await expect.poll(() => drawer.getByLabel('姓名').inputValue()).toBe('路小平')
    await drawer.getByRole('button', { name: '关闭' }).first().click()
  })

  test('are removed, and out within a minute', async () => {
    const { page } = admin
    await row(page, '路小平').first().getByRole('button', { name: '移除' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '移除', exact: true }).click()
    await page.getByText('已移除，一分钟内不能再进入').waitFor()
    await row(page, '路小平').waitFor({ state: 'hidden' })
  })

  test('are there to read for others, each as far as the role reaches', async () => {
    const auditor = await enter('341700.auditor')
    await auditor.page.getByRole('link', { name: '成员' }).click()
    await row(auditor.page, '方知远').waitFor()
    expect(await auditor.page.getByRole('button', { name: '邀请成员' }).count()).toBe(0)
    expect(await auditor.page.getByRole('button', { name: '修改' }).count()).toBe(0)
    await auditor.page.getByRole('link', { name: '查看操作记录' }).click()
    await auditor.page.getByRole('cell', { name: '发出邀请' }).first().waitFor()
    await auditor.context.close()

    const clerk = await enter('341700.township')
    await clerk.page.getByRole('link', { name: '成员' }).click()
    await row(clerk.page, '江一帆').waitFor()
    expect(await row(clerk.page, '胡澄心').count()).toBe(0)
    expect(await clerk.page.getByRole('link', { name: '查看操作记录' }).count()).toBe(0)
    await clerk.page.goto(`${system.origin}/studio/341700/audit`)
    await clerk.page.getByText('没有权限').first().waitFor()
    await clerk.context.close()
  })

  test('keep nobody out who hears or tabs through the page, at a desk and on a tablet', async () => {
    const { page } = admin
    for (const path of ['members', 'audit'])
      for (const viewport of [tablet, { width: 1280, height: 800 }]) {
        await page.setViewportSize(viewport)
        await page.goto(`${system.origin}/studio/341700/${path}`)
        await page.getByRole('table').first().waitFor()
        await page.getByText('正在载入').first().waitFor({ state: 'detached' })
        await picture(page, `${path}-${viewport.width}`)
        expect(await grave(page), `${path} at ${viewport.width}`).toEqual([])
        const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        expect(await page.evaluate(wide)).toBe(0)
      }
    expect(admin.faults).toEqual([])
  })
})
