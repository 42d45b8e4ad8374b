import { findElements, likeliest } from '#forms/elements/search'
import { h } from '../dom.ts'
import type { ElementChoice } from '../protocol.ts'
import type { Around, Draft } from './draft.ts'
import { sensitivities } from './sensitivity.ts'

const types: Readonly<Record<string, string>> = {
  text: '文字',
  number: '数字',
  integer: '整数',
  money: '金额',
  date: '日期',
  boolean: '是否',
  code: '单选',
  codes: '多选',
  table: '表格',
}
/** Which types of components ask what an element of a type holds. */
const askers: Readonly<Record<string, readonly string[]>> = {
  number: ['number', 'currency', 'hidden'],
  integer: ['number', 'hidden'],
  money: ['currency', 'number', 'hidden'],
  date: ['datetime', 'day'],
  boolean: ['checkbox', 'radio'],
  code: ['radio', 'select', 'hidden', 'textfield'],
  codes: ['selectboxes', 'select'],
  table: ['datagrid', 'editgrid'],
}

const optionPath = (type: string): string | undefined =>
  type === 'select' ? 'data.values' : type === 'radio' || type === 'selectboxes' ? 'values' : undefined

const keyOf = (code: string): string =>
  code.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())

const most = 40

/** Ties a question to an element of the shared dictionary, and takes over what the element knows. */
export const elementPart = (draft: Draft, around: Around, isTaken: (key: string) => boolean): HTMLElement => {
  const fill = { name: draft.isNew, options: draft.isNew, sensitivity: true }
  const path = optionPath(draft.type)
  const now = h('p', { class: 'now', role: 'status' })
  const list = h('ul', { class: 'elements' })
  const search = h('input', {
    type: 'search',
    'aria-label': '查找数据元',
    placeholder: '输入名称或常用说法，例如：独居、手机、残疾证',
    oninput: () => draw(),
  })
  const say = (): void => {
    const code = draft.get('properties.element')
    const element = around.elements.find((one) => one.code === code)
    const wrong = element && askers[element.type] && !askers[element.type]?.includes(draft.type)
    now.replaceChildren(
      typeof code === 'string' && code !== ''
        ? `对应的数据元：${element?.name ?? '字典里没有'}（${code}）`
        : '还没有对应的数据元，各地的数据无法比较。',
      ...(wrong
        ? [h('strong', {}, `　字典里它是“${types[element.type] ?? element.type}”，请核对题型。`)]
        : []),
      ...(code ? [h('button', { type: 'button', onclick: () => choose(undefined) }, '取消对应')] : []),
    )
  }
  const choose = (element: ElementChoice | undefined): void => {
    draft.set('properties.element', element?.code)
    if (element) {
      if (fill.name) draft.set('label', element.name)
      if (fill.sensitivity) draft.set('properties.sensitivity', element.sensitivity)
      if (fill.options && path && element.options)
        draft.set(
          path,
          Object.entries(element.options).map(([value, label]) => ({ label, value })),
        )
      if (element.unit && draft.type === 'number' && fill.name) draft.set('suffix', element.unit)
      const key = keyOf(element.code)
      if (draft.isNew && !isTaken(key)) draft.key = key
    }
    draw()
  }
  const item = (element: ElementChoice): HTMLElement =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': String(draft.get('properties.element') === element.code),
          onclick: () => choose(element),
        },
        h('strong', {}, element.name),
        h('span', {}, types[element.type] ?? element.type, element.unit ? `（${element.unit}）` : ''),
        h('span', {}, sensitivities[element.sensitivity]?.[0] ?? ''),
        h('span', { class: 'faint' }, element.standard ?? ''),
        h('code', {}, element.code),
      ),
    )
  const tick = (name: keyof typeof fill, label: string): HTMLElement => {
    const box = h('input', { type: 'checkbox', onchange: () => (fill[name] = box.checked) })
    box.checked = fill[name]
    return h('label', {}, box, label)
  }
  const draw = (): void => {
    say()
    const fits = ({ type }: ElementChoice): boolean =>
      askers[type]?.includes(draft.type) ?? draft.type.startsWith('text')
    const hits = findElements(search.value, around.elements)
    const label = draft.get('label')
    const likely =
      search.value.trim() === '' && typeof label === 'string'
        ? likeliest(label, around.elements, 3, fits)
        : []
    // What the label sounds like comes first, then what this type of question can ask.
    const rest = hits.filter((one) => !likely.includes(one))
    const all = [...rest.filter(fits), ...rest.filter((one) => !fits(one))]
    list.replaceChildren(
      ...(likely.length > 0 ? [h('li', { class: 'hint' }, '与题目相近，可能是：'), ...likely.map(item)] : []),
      ...(likely.length > 0 ? [h('li', { class: 'hint' }, '其他数据元：')] : []),
      ...all.slice(0, most).map(item),
      ...(all.length > most
        ? [h('li', { class: 'hint' }, `还有 ${all.length - most} 个，请再输入几个字。`)]
        : []),
      ...(all.length === 0
        ? [h('li', { class: 'hint' }, '没有找到。可以换一个说法；字典里确实没有的，留空即可。')]
        : []),
    )
  }
  draw()
  return h(
    'div',
    { class: 'element' },
    now,
    h(
      'div',
      { class: 'inline', role: 'group', 'aria-label': '选定后同时填入' },
      '选定后同时填入：',
      tick('name', '题目'),
      path !== undefined && tick('options', '选项'),
      tick('sensitivity', '敏感级别'),
    ),
    search,
    list,
  )
}
