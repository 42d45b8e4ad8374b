import { freshId, h } from '../dom.ts'
import type { Draft } from './draft.ts'

type Line = { label: string; value: unknown; readonly more: Readonly<Record<string, unknown>> }

const linesOf = (value: unknown): Line[] =>
  (Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : []).map(
    ({ label, value: code, ...more }) => ({
      label: typeof label === 'string' ? label : '',
      value: code ?? '',
      more,
    }),
  )

/** Typed values stay of their type as long as nobody touches them. */
const asCode = (before: unknown, text: string): unknown => (String(before ?? '') === text ? before : text)

const nextCode = (lines: readonly Line[]): string => {
  const taken = new Set(lines.map(({ value }) => String(value)))
  for (let number = 1; ; number++) if (!taken.has(`option${number}`)) return `option${number}`
}

/** The options of a question: what people read, and the code that is stored, which is made by itself. */
export const optionList = (title: string, path: string, draft: Draft): HTMLElement => {
  const lines = linesOf(draft.get(path))
  const box = h('div', { class: 'options-edit', role: 'group', 'aria-label': title })
  const write = (): void =>
    draft.set(
      path,
      lines.map(({ label, value, more }) => ({ label, value, ...more })),
    )
  const from = draft.get('properties.options')
  const draw = (focus = -1): void => {
    if (typeof from === 'string' && from !== '') {
      box.replaceChildren(h('p', { class: 'hint' }, '选项由本市的清单决定，清单改了这里跟着变。'))
      return
    }
    if (draft.rules.includes('list')) {
      box.replaceChildren(h('p', { class: 'hint' }, '这些选项写在源文件里，请到“源文件”修改。'))
      return
    }
    const id = freshId()
    box.replaceChildren(
      h('p', { class: 'list-name' }, title),
      h(
        'ol',
        {},
        lines.map((line, index) => item(line, index, id)),
      ),
      h('button', { type: 'button', onclick: () => add() }, `＋ 加一个${title}`),
    )
    box.querySelectorAll<HTMLInputElement>('input.said')[focus]?.focus()
  }
  const add = (): void => {
    lines.push({ label: '', value: nextCode(lines), more: {} })
    write()
    draw(lines.length - 1)
  }
  const move = (index: number, by: number): void => {
    const [line] = lines.splice(index, 1)
    if (line) lines.splice(index + by, 0, line)
    write()
    draw(index + by)
  }
  const item = (line: Line, index: number, id: string): HTMLElement => {
    const label = h('input', {
      type: 'text',
      class: 'said',
      'aria-label': `${title}第 ${index + 1} 项的名称`,
      placeholder: '名称',
      autocomplete: 'off',
      oninput: () => {
        line.label = label.value
        write()
      },
      onkeydown: (event) => {
        if ((event as KeyboardEvent).key !== 'Enter') return
        event.preventDefault()
        add()
      },
    })
    label.value = line.label
    const code = h('input', {
      type: 'text',
      class: 'code',
      id: `${id}-${index}`,
      'aria-label': `${title}第 ${index + 1} 项的代码`,
      placeholder: '代码',
      autocomplete: 'off',
      oninput: () => {
        line.value = asCode(line.value, code.value.trim())
        write()
      },
    })
    code.value = String(line.value)
    const act = (text: string, said: string, off: boolean, does: () => void): HTMLElement =>
      h(
        'button',
        {
          type: 'button',
          'aria-label': `${said}第 ${index + 1} 项`,
          title: said,
          disabled: off,
          onclick: does,
        },
        text,
      )
    return h(
      'li',
      {},
      label,
      code,
      act('↑', '上移', index === 0, () => move(index, -1)),
      act('↓', '下移', index === lines.length - 1, () => move(index, 1)),
      act('✕', '删除', false, () => {
        lines.splice(index, 1)
        write()
        draw(Math.min(index, lines.length - 1))
      }),
    )
  }
  draw()
  return box
}
