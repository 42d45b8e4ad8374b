import { freshId, h } from '../dom.ts'
import { at } from '../path.ts'
import type { Around, Draft } from './draft.ts'
import { row } from './field.ts'

/** Which paper and which of its rules a question comes from, with the paper's sentence. */
export const sourcePart = (draft: Draft, around: Around): HTMLElement => {
  const list = freshId()
  const quote = h('blockquote')
  const input = (): HTMLInputElement =>
    h('input', { type: 'text', autocomplete: 'off', oninput: () => write() })
  const paper = input()
  const rule = input()
  rule.setAttribute('list', list)
  const say = (): void => {
    const found = around.rules.find((one) => one.rule === rule.value.trim())
    quote.textContent = found?.quote ?? ''
    quote.hidden = found === undefined
  }
  const write = (): void => {
    const number = rule.value.trim()
    const known = /^(S\d)-\d+$/.exec(number)?.[1]
    if (known && paper.value.trim() === '') paper.value = known
    const said = paper.value.trim()
    draft.set('properties.source', said === '' && number === '' ? undefined : { paper: said, rule: number })
    say()
  }
  const text = (path: string): string => String(at(draft.props, `properties.source.${path}`) ?? '')
  paper.value = text('paper')
  rule.value = text('rule')
  say()
  return h(
    'div',
    {},
    h('p', { class: 'hint' }, '写明这一题出自哪个文件、哪一条，以后有人问起能马上查到原文。'),
    row('条目编号', rule, '例如 S2-07；输入后会显示原文。'),
    row('文件', paper),
    h(
      'datalist',
      { id: list },
      around.rules.map((one) => h('option', { value: one.rule }, one.quote.slice(0, 60))),
    ),
    quote,
  )
}
