import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { palette } from '../../web/designer/palette.ts'
import { admin, closeStudio, openStudio, read } from './administrator.ts'
import { theDesignersPage } from './designer-page.ts'
import { builder, draw, inside } from './drawing.ts'

beforeAll(async () => {
  await openStudio()
  // Leaving without saving is asked about by the browser itself.
  admin.page.on('dialog', (asked) => void asked.accept())
})
afterAll(closeStudio)

const document = () =>
  read<{ document: { definition: { components: { components: { key: string }[] }[] } } }>(
    '341700.admin',
    'draft/form:visit',
  )

describe('drawing a form', () => {
  test('a click puts a question in, its dialog sets it up, and the phone shows it at once', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const before = (await document()).document.definition
    const frame = builder(page)
    await frame.getByRole('button', { name: '数字', exact: true }).click()
    const dialog = frame.getByRole('dialog', { name: '数字' })
    await dialog.getByLabel('题目').fill('常住几口人')
    await dialog.getByRole('tab', { name: '填写要求' }).click()
    await dialog.getByLabel('必填').check()
    await dialog.getByLabel('最小值').fill('1')
    await dialog.getByRole('tab', { name: '敏感级别' }).click()
    await dialog.getByLabel('内部').check()
    await dialog.getByRole('tab', { name: '依据' }).click()
    await dialog.getByLabel('条目编号').fill('S2-07')
    await dialog.getByRole('button', { name: '完成' }).click()
    await page.frameLocator('iframe.phone').getByText('常住几口人').waitFor()

    await frame.getByRole('button', { name: '下拉选择', exact: true }).click()
    const choice = frame.getByRole('dialog', { name: '下拉选择' })
    await choice.getByLabel('题目').fill('老人生活自理情况')
    await choice.getByRole('tab', { name: '数据元' }).click()
    await choice.getByText('与题目相近，可能是：').waitFor()
    await choice.getByLabel('查找数据元').fill('自理')
    await choice.getByRole('button', { name: '生活自理情况' }).click()
    await choice.getByRole('tab', { name: '显示条件' }).click()
    await choice.getByRole('button', { name: '加一个条件' }).click()
    await choice.getByLabel('问题').selectOption({ label: '常住几口人' })
    await choice.getByLabel('关系').selectOption({ label: '大于' })
    await choice.getByLabel('答案').fill('1')
    await choice.getByRole('button', { name: '完成' }).click()
    await frame.getByText('有显示条件').waitFor()
    const phone = page.frameLocator('iframe.phone')
    await phone.getByText('常住几口人').waitFor()
    expect(await phone.getByText('生活自理情况').isVisible()).toBe(false)
    await phone.getByLabel('常住几口人').fill('3')
    await phone.getByText('生活自理情况').first().waitFor()

    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存到草稿').waitFor()
    const after = (await document()).document.definition
    const [first, ...others] = after.components
    expect(others).toEqual(before.components.slice(1))
    expect(first?.components.slice(0, -2)).toEqual(before.components[0]?.components)
    expect(first?.components.slice(-2)).toEqual([
      {
        type: 'number',
        key: 'number',
        input: true,
        label: '常住几口人',
        validate: { required: true, min: 1 },
        properties: { sensitivity: 'internal', source: { paper: 'S2', rule: 'S2-07' } },
      },
      expect.objectContaining({
        type: 'select',
        key: 'personSelfCare',
        label: '生活自理情况',
        conditional: {
          show: true,
          conjunction: 'all',
          conditions: [{ component: 'number', operator: 'greaterThan', value: 1 }],
        },
        properties: expect.objectContaining({ element: 'person.self-care', sensitivity: 'sensitive' }),
      }),
    ])

    await page.reload()
    await frame.getByText('常住几口人').waitFor()
    await page.getByText('没有未保存的修改').waitFor()
  })

  test('dragging puts a question where it is let go', async () => {
    const { page } = admin
    await draw(page, 'self-care')
    const frame = builder(page)
    const from = await frame.locator('.piece', { hasText: '签名' }).boundingBox()
    const to = await frame.locator('.builder-component .builder-component').first().boundingBox()
    if (!from || !to) throw new Error('nothing to drag')
    await frame.locator('.piece', { hasText: '签名' }).scrollIntoViewIfNeeded()
    const grip = await frame.locator('.piece', { hasText: '签名' }).boundingBox()
    if (!grip) throw new Error('nothing to drag')
    await page.mouse.move(grip.x + 20, grip.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 40, to.y + 20, { steps: 8 })
    await page.mouse.move(to.x + 40, to.y + 6, { steps: 4 })
    await page.mouse.up()
    await page.frameLocator('iframe.phone').getByText('签名').first().waitFor()
    await page.getByText('有未保存的修改').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('没有未保存的修改').waitFor()
    await frame.locator('.sheet').getByText('签名').waitFor({ state: 'detached' })
  })

  test('the keyboard moves, copies, opens and takes out; undo brings back', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const frame = builder(page)
    const names = () => frame.locator('.builder-component .builder-component > div .ask').allInnerTexts()
    const before = await names()
    await frame.locator('.builder-component .builder-component').first().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await names())[1]).toBe(before[0])
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await names()).length).toBe(before.length - 1)
    await page.keyboard.press('Enter')
    await frame.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await frame.getByRole('dialog').waitFor({ state: 'detached' })
    const undo = page.getByRole('button', { name: '撤销' })
    await page.getByText('有未保存的修改').waitFor()
    // Two quick steps may have been told as one, and the last of them late.
    const undone = async () => {
      // What a late answer switches off meanwhile is not waited for.
      if (await undo.isEnabled()) await undo.click({ timeout: 1000 }).catch(() => {})
      return names()
    }
    await expect.poll(undone).toEqual(before)
    await page.getByText('没有未保存的修改').waitFor()
  })

  test('a new code is followed wherever the old one stood, and one undo takes all of it back', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const frame = builder(page)
    await frame.getByRole('button', { name: '3. 居住与照料' }).click()
    const question = frame.locator('.builder-component .builder-component', { hasText: '照料情况' }).last()
    await question.focus()
    await page.keyboard.press('Enter')
    const dialog = frame.getByRole('dialog')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    // Whoever shuts a dialog goes on where it was opened.
    await frame.locator('.builder-component:focus', { hasText: '照料情况' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByLabel('英文代码').fill('renamed')
    await page.keyboard.press('Enter')
    await page.getByText(/同时修改了 \d+ 处引用/).waitFor()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('没有未保存的修改').waitFor()
    const saved = JSON.stringify(await document())
    expect(saved).toMatch(/"component":"renamed"|data\.renamed"/)
    expect(saved).not.toMatch(/"component":"caregiver"|data\.caregiver"/)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('没有未保存的修改').waitFor()
    expect(JSON.stringify(await document())).toMatch(/"component":"caregiver"|data\.caregiver"/)
  })

  test('what is wrong is said at once beside it, leads to its place, and can still be saved as a draft', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const frame = builder(page)
    await frame.getByRole('button', { name: '单选', exact: true }).click()
    const dialog = frame.getByRole('dialog')
    for (const _ of [1, 2]) await dialog.getByRole('button', { name: '删除第 1 项' }).click()
    await dialog.getByRole('button', { name: '完成' }).click()
    const finding = page.locator('.designer-checks').getByRole('button', { name: '还没有选项' })
    await finding.waitFor()
    await frame.getByRole('button', { name: '2. 家庭成员' }).click()
    await finding.click()
    await frame.locator('.builder-component.selected').getByText('单选').first().waitFor()
    expect(await page.getByRole('button', { name: '保存草稿' }).isEnabled()).toBe(true)
  })
})

describe('every dialog', () => {
  test('is in Chinese, whichever question it sets up', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const frame = builder(page)
    // Codes are meant to be English: they are what a rule reads.
    const english = `[...document.querySelectorAll('dialog *:not(datalist *, blockquote)')].flatMap((one) => [
      ...[...one.childNodes].filter((node) => node.nodeType === 3 && !one.closest('code')).map((node) => node.data),
      one.getAttribute('aria-label'), one.getAttribute('title'), one.getAttribute('placeholder'),
    ]).filter((text) => /[A-Za-z]{2,}/.test((text ?? '').replaceAll(/S\\d-\\d\\d|GB(?:\\/T)?|<\\/?[a-z]+>/g, '')))`
    expect(await frame.locator('.piece').count()).toBe(palette.flatMap(({ pieces }) => pieces).length)
    for (const { name, title } of palette.flatMap(({ pieces }) => pieces)) {
      await frame.locator(`[data-add="${name}"]`).click()
      const dialog = frame.getByRole('dialog')
      await dialog.waitFor()
      const found = await inside(page).evaluate<readonly string[]>(
        `[...document.querySelectorAll('dialog [role=tab]')].flatMap((tab) => { tab.click(); return ${english} })`,
      )
      expect(found, title).toEqual([])
      await dialog.getByRole('button', { name: '删除这一项' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    expect(await inside(page).evaluate(`document.body.innerText.match(/[A-Za-z]{3,}/g)`)).toBeNull()
  })

  test('and the sheet keep nobody out who hears or tabs through them', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const check = async () => {
      const frame = ['.designer-frame iframe', 'body']
      const { violations } = await new AxeBuilder({ page }).include(frame).analyze()
      expect(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ).toEqual([])
    }
    await check()
    await builder(page).getByRole('button', { name: '下拉选择', exact: true }).click()
    for (const name of ['内容', '显示条件', '数据元', '敏感级别', '依据']) {
      await builder(page).getByRole('tab', { name }).click()
      await check()
    }
    await builder(page).getByRole('button', { name: '不改' }).click()
  })
})

test('nothing went wrong while drawing, and nothing was asked of any other host', () => {
  expect(admin.faults).toEqual([])
})

describe('the page of the builder', theDesignersPage)
