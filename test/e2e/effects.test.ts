import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Diff, Draft, DraftBody, Release } from '../../functions/api/contract/index.ts'
import { admin, api, closeStudio, openStudio, publish, read, system } from './administrator.ts'

type Component = {
  readonly key?: string
  readonly components?: Component[]
  readonly values?: { value: string; label: string }[]
  [name: string]: unknown
}
type Form = { readonly definition: { readonly components: Component[] } }

/** The component of this key, and the list it stands in. */
const find = (list: Component[], key: string): readonly [Component, Component[]] | undefined => {
  for (const one of list) {
    const found = one.key === key ? ([one, list] as const) : find(one.components ?? [], key)
    if (found) return found
  }
  return undefined
}

/** Saves the visit form with a change of the components of these keys, past the editor. */
const change = async (edits: Readonly<Record<string, (one: Component, list: Component[]) => void>>) => {
  const { document, rev } = await read<DraftBody & { document: Form }>('341700.admin', 'draft/form:visit')
  for (const [key, edit] of Object.entries(edits)) {
    const [one, list] = find(document.definition.components, key) ?? []
    if (!one || !list) throw new Error(`no ${key}`)
    edit(one, list)
  }
  const saved = await api('341700.admin', 'draft/form:visit', {
    method: 'PUT',
    headers: { 'if-match': `"${rev}"` },
    body: JSON.stringify(document),
  })
  expect(saved.status).toBe(200)
}
/** Takes the last choice of a question away. */
const narrow = ({ data }: Component) => (data as { values: object[] }).values.pop()
const takeBack = async () => {
  const { documents } = await read<Draft>('341700.admin', 'draft')
  const { rev = 0 } = documents.find(({ key }) => key === 'form:visit') ?? {}
  await api('341700.admin', 'draft/form:visit', { method: 'DELETE', headers: { 'if-match': `"${rev}"` } })
}
const live = () => read<Release>('341700.admin', 'releases/live')
const marks = (page: Page) => page.locator('.changes .effect').allInnerTexts()

beforeAll(openStudio)
afterAll(closeStudio)

describe('before a form is published, the administrator reads what that does to answers', () => {
  test('harmless changes are told as such, and ask nothing', async () => {
    const { page } = admin
    await change({ householdSize: (one) => Object.assign(one, { description: '按户口簿填写' }) })
    await page.goto(`${system.origin}/studio/341700/publish`)
    await page.getByText('评估表的 1 处改动都不影响已填的答案。').waitFor()
    expect(await marks(page)).toEqual(['兼容'])
    expect(await page.getByRole('checkbox', { name: /我已知道/ }).count()).toBe(0)
    await publish(page, '补充说明')
    await page.getByText('第 2 版已发布').waitFor()
  })

  test('what loses answers comes first, is marked in words, and is published only after a tick', async () => {
    const { page } = admin
    await change({
      education: (one, list) => list.splice(list.indexOf(one), 1),
      caregiverName: (one) => Object.assign(one, { validate: { required: true, maxLength: 20 } }),
      hygiene: ({ values = [] }) => {
        Object.assign(values[1] ?? {}, { label: '尚可' })
        values.push({ value: 'unknown', label: '未能入室' })
      },
    })
    const { changes } = await read<Diff>('341700.admin', 'releases/2/diff/draft')
    expect(changes.map(({ effect }) => effect).toSorted()).toEqual([
      'changes-meaning',
      'compatible',
      'loses-answers',
      'tightens',
    ])
    await page.reload()
    await page.locator('.consequences').getByText('会丢失已填答案').waitFor()
    expect(await marks(page)).toEqual(['会丢失已填答案', '含义改变', '更严格', '兼容'])
    await page.locator('.consequences').getByText('已提交的评估不受影响').waitFor()
    await page.locator('.consequences').getByText('新版生效后 30 天内可以提交').waitFor()

    await publish(page, '精简')
    await page.getByText('请先核对上面标明“会丢失已填答案”的改动，再勾选').waitFor()
    expect((await live()).n).toBe(2)
    const tick = page.getByRole('checkbox', { name: '我已知道：有 1 处改动会丢失已填答案' })
    await tick.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('第 3 版已发布').waitFor()
    expect((await live()).n).toBe(3)
  })

  test('another draft asks again', async () => {
    const { page } = admin
    await change({ visitType: narrow })
    await page.reload()
    const tick = page.getByRole('checkbox', { name: /我已知道/ })
    await tick.check()
    await change({ housingKind: narrow })
    await page.getByRole('button', { name: '重新检查' }).click()
    await page.getByRole('checkbox', { name: '我已知道：有 2 处改动会丢失已填答案' }).waitFor()
    await expect.poll(() => tick.isChecked()).toBe(false)
    await takeBack()
  })

  test('the history tells the same of two releases, and of bringing one back', async () => {
    const { page } = admin
    await page.goto(`${system.origin}/studio/341700/releases`)
    await page.getByRole('button', { name: '查看改动' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.effects').getByText('会丢失已填答案').waitFor()
    expect((await dialog.locator('.changes .effect').allInnerTexts())[0]).toBe('会丢失已填答案')
    const { violations } = await new AxeBuilder({ page }).include('.ant-modal').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '恢复这一版' }).first().click()
    await page.getByRole('dialog').getByText('恢复后，对按第 3 版填写的答案：').waitFor()
    await page.keyboard.press('Escape')
    expect(admin.faults).toEqual([])
  })

  test('at the width of a phone nothing runs out of the page', async () => {
    const { page } = admin
    await change({ visitType: narrow })
    await page.setViewportSize({ width: 360, height: 780 })
    await page.goto(`${system.origin}/studio/341700/publish`)
    await page.getByRole('checkbox', { name: /我已知道/ }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  })
})
