import { h } from '../dom.ts'
import type { CellDraft, Draft } from './draft.ts'

/** The pages of tabs with their titles, or how wide each column is. What stands in one that is taken out moves to the last. */
export const cellList = (title: string, kind: 'tabs' | 'columns', draft: Draft): HTMLElement => {
  const box = h('div', { class: 'options-edit', role: 'group', 'aria-label': title })
  const change = (cells: readonly CellDraft[]): void => {
    draft.cells = cells
    draw()
  }
  const add = (): void => {
    const number = draft.cells.length + 1
    const fresh =
      kind === 'tabs'
        ? { label: `第 ${number} 页`, key: `tab${number}` }
        : { width: Math.floor(12 / number), size: 'md' }
    change([...draft.cells, { props: fresh, from: undefined }])
  }
  const item = (cell: CellDraft, index: number): HTMLElement => {
    const write = (props: CellDraft['props']): void => {
      draft.cells = draft.cells.map((one, i) => (i === index ? { ...one, props } : one))
    }
    const now = (): CellDraft['props'] => draft.cells[index]?.props ?? cell.props
    const name = `${kind === 'tabs' ? '标题' : '宽度'}，第 ${index + 1} ${kind === 'tabs' ? '页' : '栏'}`
    const input =
      kind === 'tabs'
        ? h('input', {
            type: 'text',
            class: 'said',
            'aria-label': name,
            oninput: () => write({ ...now(), label: input.value }),
          })
        : h('input', {
            type: 'number',
            min: 1,
            max: 12,
            'aria-label': name,
            oninput: () => write({ ...now(), width: Math.max(1, Math.min(12, Number(input.value) || 1)) }),
          })
    input.value = String((kind === 'tabs' ? cell.props['label'] : cell.props['width']) ?? '')
    return h(
      'li',
      {},
      input,
      kind === 'columns' && h('span', { class: 'hint' }, '（一行共 12 份）'),
      h(
        'button',
        {
          type: 'button',
          'aria-label': `删除第 ${index + 1} ${kind === 'tabs' ? '页' : '栏'}`,
          disabled: draft.cells.length < 2,
          onclick: () => change(draft.cells.filter((_, i) => i !== index)),
        },
        '✕',
      ),
    )
  }
  const draw = (): void =>
    box.replaceChildren(
      h('p', { class: 'list-name' }, title),
      h('ol', {}, draft.cells.map(item)),
      h(
        'button',
        { type: 'button', disabled: draft.cells.length >= 12, onclick: add },
        kind === 'tabs' ? '＋ 加一页' : '＋ 加一栏',
      ),
    )
  draw()
  return box
}
