import { freshId, h } from '../dom.ts'
import type { Setting } from '../settings.ts'
import { cellList } from './cells.ts'
import type { Around, Draft } from './draft.ts'
import { optionList } from './options.ts'

/** A row of the dialog: a label, what is filled in, and a hint. */
export const row = (label: string, control: HTMLElement, hint?: string): HTMLElement => {
  const id = freshId()
  control.id = id
  const note = hint === undefined ? undefined : h('p', { class: 'hint', id: `${id}-hint` }, hint)
  if (note) control.setAttribute('aria-describedby', note.id)
  return h('div', { class: 'row' }, h('label', { for: id }, label), control, note)
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const numberIn = (value: string): number | undefined => {
  const number = Number(value)
  return value.trim() === '' || !Number.isFinite(number) ? undefined : number
}

/** One setting, drawn by its control. `redraw` draws the part again, for what depends on a choice. */
export const field = (setting: Setting, draft: Draft, around: Around, redraw: () => void): HTMLElement => {
  const { path, label, control, hint, choices = [], on } = setting
  const value = draft.get(path)
  switch (control) {
    case 'text': {
      const area = h('textarea', { rows: 3, oninput: () => draft.set(path, area.value) })
      area.value = text(value)
      return row(label, area, hint)
    }
    case 'check': {
      const id = freshId()
      const box = h('input', { type: 'checkbox', id, onchange: () => check(draft, setting, box.checked) })
      box.checked = value === undefined ? on === true : value === true
      return h('div', { class: 'row tick' }, box, h('label', { for: id }, label))
    }
    case 'number':
    case 'whole': {
      const input = h('input', {
        type: 'number',
        step: control === 'whole' ? 1 : 'any',
        ...(control === 'whole' && { min: 0 }),
        oninput: () => draft.set(path, numberIn(input.value)),
      })
      input.value = text(value)
      return row(label, input, hint)
    }
    case 'pick': {
      const lists = setting.lists
        ? around.lists.map(({ name, label: said, count }) => [name, `${said}（${count} 项）`] as const)
        : []
      const all = [...choices, ...lists]
      const known = all.some(([one]) => one === text(value))
      const select = h(
        'select',
        {
          onchange: () => {
            draft.set(path, select.value)
            if (setting.lists) redraw()
          },
        },
        all.map(([one, said]) => h('option', { value: one }, said)),
        !known && h('option', { value: text(value) }, `其他（${text(value)}）`),
      )
      select.value = text(value)
      return row(label, select, hint)
    }
    case 'options':
      return optionList(label, path, draft)
    case 'tabs':
    case 'columns':
      return cellList(label, control, draft)
    case 'key': {
      const input = h('input', {
        type: 'text',
        autocomplete: 'off',
        spellcheck: 'false',
        class: 'code',
        oninput: () => (draft.key = input.value.trim()),
      })
      input.value = draft.key.startsWith('no-key-') ? '' : draft.key
      return row(label, input, hint)
    }
    default: {
      const input = h('input', {
        type: control === 'date' ? 'date' : 'text',
        autocomplete: 'off',
        oninput: () => draft.set(path, input.value),
      })
      input.value = text(value).slice(0, control === 'date' ? 10 : undefined)
      return row(label, input, hint)
    }
  }
}

/** What is not ticked is not written, unless it would hold by itself. */
const check = (draft: Draft, { path, on }: Setting, ticked: boolean): void => {
  draft.set(path, on ? (ticked ? undefined : false) : ticked || undefined)
  if (path === 'enableTime') draft.set('format', ticked ? 'yyyy-MM-dd HH:mm' : 'yyyy-MM-dd')
}
