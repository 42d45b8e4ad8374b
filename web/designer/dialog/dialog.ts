import { freshId, h } from '../dom.ts'
import { titleOf } from '../palette.ts'
import { askedOf, isAnswered } from '../settings.ts'
import { conditionPart } from './condition.ts'
import type { Around, Draft } from './draft.ts'
import { elementPart } from './element.ts'
import { field } from './field.ts'
import { sensitivityPart } from './sensitivity.ts'
import { sourcePart } from './source.ts'

type Part = {
  readonly name: string
  readonly title: string
  readonly draw: (redraw: () => void) => readonly HTMLElement[]
}

const partsOf = (draft: Draft, around: Around): readonly Part[] => {
  const { content, demand } = askedOf(draft.type)
  const answered = isAnswered(draft.type)
  const fields = (list: typeof content) => (redraw: () => void) =>
    list.map((setting) => field(setting, draft, around, redraw))
  const calculated = draft.rules.some((one) => one !== 'condition' && one !== 'list')
  const note = calculated
    ? [h('p', { class: 'hint' }, '这一项还有计算或校验规则，在“规则”里能看到意思，在“源文件”里修改。')]
    : []
  return [
    { name: 'content', title: '内容', draw: (redraw) => [...note, ...fields(content)(redraw)] },
    ...(demand.length > 0 ? [{ name: 'demand', title: '填写要求', draw: fields(demand) }] : []),
    ...(draft.type === 'button'
      ? []
      : [{ name: 'condition', title: '显示条件', draw: () => [conditionPart(draft, around)] }]),
    ...(answered
      ? [
          { name: 'element', title: '数据元', draw: () => [elementPart(draft, around, around.isTaken)] },
          { name: 'sensitivity', title: '敏感级别', draw: () => [sensitivityPart(draft)] },
          { name: 'source', title: '依据', draw: () => [sourcePart(draft, around)] },
        ]
      : []),
  ]
}

type Answers = { readonly done: (draft: Draft) => void; readonly remove: () => void }

/** What of a draft cannot be taken over, in words. */
const faultOf = (draft: Draft, around: Around): string | undefined => {
  const key = draft.key
  if (key.startsWith('no-key-')) return undefined
  if (!/^[A-Za-z][\w-]{0,99}$/.test(key)) return '英文代码要以字母开头，只用字母、数字、下划线、连字符。'
  return around.isTaken(key) ? `英文代码“${key}”已经有另一项在用，请换一个。` : undefined
}

/** The dialog in which one component is set up. It stands alone on the page until it is answered. */
export const openDialog = (draft: Draft, around: Around, { done, remove }: Answers): void => {
  const title = freshId()
  const parts = partsOf(draft, around)
  const body = h('div', { class: 'part', role: 'tabpanel', tabindex: 0 })
  const fault = h('p', { class: 'fault', role: 'alert' })
  const tabs = parts.map((part, index) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: freshId(), 'data-part': part.name, onclick: () => show(index) },
      part.title,
    ),
  )
  const show = (index: number): void => {
    for (const [i, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(i === index))
      tab.tabIndex = i === index ? 0 : -1
    }
    body.setAttribute('aria-labelledby', tabs[index]?.id ?? '')
    body.replaceChildren(...(parts[index]?.draw(() => show(index)) ?? []))
  }
  const dialog = h(
    'dialog',
    { 'aria-labelledby': title },
    h(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault()
          const said = faultOf(draft, around)
          fault.textContent = said ?? ''
          if (said !== undefined) return
          dialog.close()
          done(draft)
        },
      },
      h(
        'header',
        {},
        h('h2', { id: title }, titleOf(draft.type)),
        h(
          'button',
          { type: 'button', 'aria-label': '关闭', class: 'close', onclick: () => dialog.close() },
          '✕',
        ),
      ),
      h(
        'div',
        { role: 'tablist', class: 'part-tabs', onkeydown: (event) => arrow(event as KeyboardEvent) },
        tabs,
      ),
      body,
      fault,
      h(
        'footer',
        {},
        h(
          'button',
          {
            type: 'button',
            class: 'danger',
            onclick: () => {
              dialog.close()
              remove()
            },
          },
          '删除这一项',
        ),
        h('button', { type: 'button', onclick: () => dialog.close() }, '不改'),
        h('button', { type: 'submit', class: 'primary' }, '完成'),
      ),
    ),
  )
  const arrow = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    const now = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true')
    const next = (now + by + tabs.length) % tabs.length
    show(next)
    tabs[next]?.focus()
  }
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  show(0)
  dialog.showModal()
  body.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
}
