import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Definition, importForm, lint } from '#forms/definition'
import { newModel } from '../../../../web/designer/model.ts'
import { fromPage } from '../../../../web/designer/protocol.ts'
import { type Entered, enter } from '../../../../web/studio/designer/enter.ts'
import { leave } from '../../../../web/studio/designer/leave.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

const entered = (definition: Definition): Entered => {
  const found = enter(definition)
  if ('findings' in found) throw new Error(JSON.stringify(found.findings[0]))
  return found
}
/** In by a message, through the page's own model, and out by a message. */
const through = (from: Entered) => {
  const model = newModel()
  const held = model.enter(structuredClone(from.components))
  const message = fromPage(structuredClone({ say: 'drawn', round: 1, components: model.leave(held) }))
  if (message?.say !== 'drawn') throw new Error('refused')
  return message.components
}

const packed = readdirSync(join(root, 'forms/packs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /^form-.*\.json$/.test(basename(path)))
  .map(
    (path) => [path, JSON.parse(readFileSync(join(root, 'forms/packs', path), 'utf8')).definition] as const,
  )
const imported = readdirSync(join(root, 'test/forms/fixtures'))
  .filter((path) => path.endsWith('.json'))
  .map((path) => {
    const { form } = importForm(JSON.parse(readFileSync(join(root, 'test/forms/fixtures', path), 'utf8')))
    return [path, form.definition] as const
  })

describe('opening a form and saving it without a change', () => {
  test('is tried with every form of the packs, and with forms of others', () => {
    expect(packed.length).toBeGreaterThan(10)
    expect(imported.length).toBeGreaterThan(1)
  })

  test.each([...packed, ...imported])('changes nothing in %s', (_, definition: Definition) => {
    const from = entered(definition)
    expect(leave(from, through(from))).toBe(definition)
  })

  test.each([...packed, ...imported])(
    'and saving one dialog after another as it was neither: %s',
    (_, definition: Definition) => {
      const from = entered(definition)
      const model = newModel()
      const held = model.enter(structuredClone(from.components))
      for (const [tag, { drawn }] of from.originals) model.write(tag, { props: drawn.props ?? {} })
      const left = leave(from, model.leave(held))
      expect(JSON.stringify(left)).toBe(JSON.stringify(definition))
      expect(lint(left).filter(({ level }) => level === 'error')).toEqual([])
    },
  )
})

describe('what no dialog shows', () => {
  const definition = {
    display: 'form',
    components: [
      {
        zz: { own: 1 },
        type: 'number',
        label: '合计',
        key: 'sum',
        storeas: 'x',
        calculateValue: { '+': [{ var: 'data.a' }, 1] },
        validate: { json: { '>': [{ var: 'input' }, 0] }, required: true },
        conditional: { json: { '!': [{ var: 'data.a' }] } },
      },
      { type: 'number', key: 'a', label: '甲' },
      { type: 'button', key: 'submit', label: '提交', action: 'submit' },
    ],
  } as unknown as Definition

  test('does not enter the page', () => {
    const text = JSON.stringify(entered(definition).components)
    for (const word of ['calculateValue', 'json', 'zz', 'storeas', 'var'])
      expect(text).not.toContain(`"${word}"`)
    expect(text).toContain('"rules":["condition","calculation","check"]')
  })

  test('stands after a change of what a dialog shows, in its order', () => {
    const from = entered(definition)
    const [first, ...others] = through(from)
    const left = leave(from, [
      { ...first, props: { ...from.components[0]?.props, label: '总数' } },
      ...others,
    ] as never)
    expect(JSON.stringify(left)).toBe(JSON.stringify(definition).replace('合计', '总数'))
  })

  test('a condition of the page never replaces a rule that it cannot see', () => {
    const from = entered(definition)
    const [first, ...others] = through(from)
    const conditional = {
      show: false,
      conjunction: 'all',
      conditions: [{ component: 'a', operator: 'isEmpty' }],
    }
    const left = leave(from, [
      { ...first, props: { ...from.components[0]?.props, conditional } },
      ...others,
    ] as never)
    expect(left.components[0]?.conditional).toEqual(definition.components[0]?.conditional)
  })
})
