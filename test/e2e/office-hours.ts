import type { Page, Route } from 'playwright-core'
import { ulid } from 'ulid'
import { expect, it } from 'vitest'
import type { Profile } from '#forms/catalogue'
import type {
  CaseView,
  HouseholdCard,
  HouseholdFile,
  Page as List,
  Release,
} from '../../functions/api/contract/index.ts'
import { openPage, phone } from './browser.ts'
import { picture } from './city.ts'
import { invented } from './registering.ts'
import { signIn as tokensOf } from './sign-in.ts'
import { browser, overflow, serious, signIn, system, tooSmall } from './worker.ts'

const city = '/api/cities/341700'
const api = async <T>(
  subject: string,
  method: string,
  path: string,
  body?: object,
  rev?: number,
): Promise<T> => {
  const { access_token } = await tokensOf(system.origin, subject)
  const answer = await fetch(`${system.origin}${city}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${access_token}`,
      'content-type': 'application/json',
      ...(rev !== undefined && { 'if-match': `"${rev}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return (await answer.json()) as T
}
const household = async (subject: string, name: string, idNumber: string, place: object) => {
  const people = [{ id: ulid(), name, idNumber, relation: '户主', traits: [] }]
  const body = {
    id: ulid(),
    address: '演示路 9 号',
    lawfulBasis: 'statutory_duty',
    noticeVersion: '1',
    people,
  }
  await api(subject, 'POST', 'households', { ...body, ...place })
  return { id: body.id, person: people[0]?.id }
}
const yinhui = async () => {
  const { items } = await api<List<HouseholdCard>>('341700.worker', 'GET', 'households?township=341702-12')
  return { township: '341702-12', village: items[0]?.village }
}
const sound = async (page: Page) => {
  expect(await serious(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await tooSmall(page)).toEqual([])
}

/** A township takes a case in and changes a file, beside others who do too; on the system of the file which calls this. */
export const officeHours = (): void => {
  it('takes a case in for a pair, sees that others were quicker, and changes the file', async () => {
    const place = await yinhui()
    const [mine, taken] = [invented('1950-01-01', 11), invented('1951-01-01', 12)]
    const home = await household('341700.township', '章立冬', mine, place)
    const other = await household('341700.township', '章大雪', taken, place)
    const opened = { id: ulid(), programme: 'material-and-service', persons: [home.person], source: 'window' }
    await api('341700.township', 'POST', `households/${home.id}/cases`, opened)
    const { page, context, faults } = await openPage(browser, system.origin, phone)
    await page.goto(system.origin)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: /汪晓晴/ }).click()
    await page.getByRole('link', { name: /入户工作台/ }).click()
    await page.getByRole('heading', { name: '今日任务' }).waitFor()
    await page.goto(`${system.origin}/field/341700/households/${home.id}`)

    await page.getByRole('button', { name: '受理，安排入户' }).click()
    const dialog = page.getByRole('dialog')
    const accept = dialog.getByRole('button', { name: '确定受理，安排入户' })
    await dialog.getByLabel('主办人员').waitFor()
    await accept.click()
    await dialog.getByLabel('主办人员').and(page.locator(':focus')).waitFor()
    await sound(page)
    await picture(page, 'office-accept')
    await dialog.getByLabel('主办人员').selectOption({ label: '江一帆 · 社会救助协理员' })
    await dialog.getByLabel('同行人员').selectOption({ label: '章守田 · 村（社区）工作人员' })
    await accept.click()
    await page.getByText('江一帆、章守田').waitFor()

    // Somebody else is quicker: the case is another one by now.
    await page.getByRole('button', { name: '改派人员' }).click()
    await dialog.getByLabel('同行人员').waitFor()
    const file = await api<HouseholdFile>('341700.township', 'GET', `households/${home.id}`)
    const { assignee, partner, rev } = file.cases[0] as CaseView
    const again = { action: 'assign', household: home.id, assignee, partner }
    await api('341700.township', 'PATCH', `cases/${opened.id}`, again, rev)
    const assign = dialog.getByRole('button', { name: '确定改派人员' })
    await assign.click()
    await dialog.getByText('案件在您打开之后已有变化').waitFor()
    await dialog.getByRole('button', { name: '查看最新情况' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '改派人员' }).click()
    await dialog.getByLabel('同行人员').selectOption('')
    await assign.click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('江一帆、章守田').waitFor({ state: 'detached' })

    await page.getByRole('link', { name: '修改档案' }).click()
    await page.getByText('还有没办完的事项').waitFor()
    const save = page.getByRole('button', { name: '保存修改' })
    await save.click()
    await page.getByText('还没有修改').waitFor()
    await page.getByLabel('新住址').fill('演示路 10 号')
    await page.getByRole('button', { name: '添加家庭成员' }).click()
    const joining = page.getByRole('group', { name: '第 1 人' })
    await joining.getByLabel(/^姓名/).fill('章小寒')
    await joining.getByLabel('与户主关系').selectOption('儿子')
    await joining.getByLabel('公民身份号码').fill(taken)
    await save.click()
    await page.getByRole('link', { name: /^章\*\* 户（池户/ }).waitFor()
    await page.locator('.summary').getByText('第 1 人公民身份号码').waitFor()
    expect(await page.getByRole('link', { name: /^章\*\* 户（池户/ }).getAttribute('href')).toContain(
      other.id,
    )
    await sound(page)
    await picture(page, 'office-taken')
    await joining.getByLabel('公民身份号码').fill(invented('1980-01-01', 13))
    const now = await api<HouseholdFile>('341700.township', 'GET', `households/${home.id}`)
    await api('341700.township', 'PATCH', `households/${home.id}`, { address: '别人改的地址' }, now.rev)
    await save.click()
    await page.getByText('别人改过这份档案').waitFor()
    await page.getByRole('button', { name: '读取最新内容' }).click()
    await page.getByText('现在的住址：别人改的地址').waitFor()
    await save.click()
    await page.getByRole('link', { name: '新办一件' }).waitFor()
    await page.getByText('演示路 10 号').waitFor()
    await page.getByText('章小寒').waitFor()
    await sound(page)
    expect(faults).toEqual([])
    await context.close()
  })

  it('keeps what was typed where a division is forged, and shows nothing of a household elsewhere', async () => {
    const place = { township: '341702-13', village: '341702-13' }
    const { documents } = await api<Release>('341700.township2', 'GET', 'releases/live')
    const profile = `documents/${documents['profile']}`
    const { divisions } = await api<Profile>('341700.township2', 'GET', profile)
    const listed = divisions.find(({ parent }) => parent === place.township)
    if (listed) place.village = listed.code
    const number = invented('1960-01-01', 14)
    const away = await household('341700.township2', '胡立春', number, place)
    const { page, context, faults } = await signIn('江一帆')
    for (const path of ['', '/open', '/change']) {
      await page.goto(`${system.origin}/field/341700/households/${away.id}${path}`)
      await page.getByText(/或者不在您的工作范围内/).waitFor()
    }
    await page.goto(`${system.origin}/field/341700/households/new`)
    await page.getByLabel('村（社区）').selectOption({ index: 1 })
    await page.getByLabel('详细住址').fill('演示路 11 号')
    const head = page.getByRole('group', { name: '第 1 人' })
    await head.getByLabel(/^姓名/).fill('"><img src=x onerror=alert(1)>')
    await head.getByLabel('公民身份号码').fill(number)
    await page.getByLabel('履行法定职责').check()
    const submit = page.getByRole('button', { name: '登记', exact: true })
    const forge = (route: Route) =>
      route.request().method() === 'POST'
        ? route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), ...place }) })
        : route.continue()
    await page.route('**/households', forge)
    await submit.click()
    await page.getByText('您只能登记自己辖区内的家庭').waitFor()
    await page.unroute('**/households', forge)
    // The number is on file where this worker may not look: that it is, and no more.
    await submit.click()
    await page.getByText('这个号码已登记在您辖区或任务以外').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('胡')
    expect(await page.getByLabel('详细住址').inputValue()).toBe('演示路 11 号')
    await head.getByLabel('公民身份号码').fill(invented('1960-01-02', 15))
    await submit.click()
    await page.getByText('"><img src=x onerror=alert(1)>').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
}
