import { h } from '../dom.ts'
import { at } from '../path.ts'
import type { Around, Asked, Draft } from './draft.ts'
import { groupOf, relationsOf } from './relations.ts'

type Term = { component: string; operator: string; value: unknown }
type Shown = { show: boolean; any: boolean; readonly terms: Term[] }

/** A condition in either of the two shapes that builders write. */
const read = (value: unknown): Shown => {
  const show = at(value, 'show')
  const shown = show === undefined || show === null || show === true || show === 'true'
  const when = at(value, 'when')
  const list = at(value, 'conditions')
  const terms =
    typeof when === 'string' && when !== ''
      ? [{ component: when, operator: 'isEqual', value: at(value, 'eq') }]
      : (Array.isArray(list) ? list : []).map((one: unknown) => ({
          component: String(at(one, 'component') ?? ''),
          operator: String(at(one, 'operator') ?? 'isEqual'),
          value: at(one, 'value'),
        }))
  return { show: shown, any: at(value, 'conjunction') === 'any', terms }
}

const written = ({ show, any, terms }: Shown): unknown => {
  const whole = terms.filter(({ component }) => component !== '')
  if (whole.length === 0) return undefined
  return {
    show,
    conjunction: any ? 'any' : 'all',
    conditions: whole.map(({ component, operator, value }) =>
      operator === 'isEmpty' || operator === 'isNotEmpty'
        ? { component, operator }
        : { component, operator, value: value ?? '' },
    ),
  }
}

const picker = (
  label: string,
  value: string,
  choices: readonly (readonly [string, string])[],
  picked: (value: string) => void,
): HTMLSelectElement => {
  const select = h(
    'select',
    { 'aria-label': label, onchange: () => picked(select.value) },
    choices.map(([one, said]) => h('option', { value: one }, said)),
  )
  select.value = value
  return select
}

/** When a component is shown: simple conditions in words. Rules that are more than that are made in the rules' own view. */
export const conditionPart = (draft: Draft, around: Around): HTMLElement => {
  if (draft.rules.includes('condition'))
    return h(
      'p',
      { class: 'hint' },
      '这一项什么时候显示由一条较复杂的规则决定。可以在表单上方的“显示条件”或“源文件”里修改；这里的其他设置照常可以改。',
    )
  const state = read(draft.get('conditional'))
  const box = h('div', { class: 'condition' })
  const write = (redraw = true): void => {
    draft.set('conditional', written(state))
    if (redraw) draw()
  }
  const answer = (term: Term, asked: Asked | undefined, group: string): HTMLElement | false => {
    if (term.operator === 'isEmpty' || term.operator === 'isNotEmpty' || !asked) return false
    const take = (value: unknown): void => {
      term.value = value
      write(false)
    }
    if (group === 'tick')
      return picker(
        '答案',
        String(term.value === true || term.value === 'true'),
        [
          ['true', '打勾'],
          ['false', '没有打勾'],
        ],
        (value) => take(value === 'true'),
      )
    if (asked.choices.length > 0) {
      const known = asked.choices.some(({ value }) => String(value) === String(term.value))
      const list = asked.choices.map(({ value, label }) => [String(value), label] as const)
      return picker(
        '答案',
        known ? String(term.value) : '',
        known ? list : [['', '请选择'], ...list],
        (picked) => take(asked.choices.find(({ value }) => String(value) === picked)?.value ?? picked),
      )
    }
    const input = h('input', {
      type: group === 'number' ? 'number' : group === 'date' ? 'date' : 'text',
      step: 'any',
      'aria-label': '答案',
      oninput: () => take(group === 'number' && input.value !== '' ? Number(input.value) : input.value),
    })
    input.value = String(term.value ?? '')
    return input
  }
  const line = (term: Term, index: number): HTMLElement => {
    const asked = around.questions.find(({ path }) => path === term.component)
    const group = groupOf(asked)
    const questions = around.questions.map(({ path, name }) => [path, name] as const)
    const known = asked !== undefined || term.component === ''
    return h(
      'li',
      {},
      picker(
        '问题',
        term.component,
        [['', '请选择问题'], ...questions, ...(known ? [] : [[term.component, term.component] as const])],
        (path) => {
          const next = around.questions.find((one) => one.path === path)
          Object.assign(term, {
            component: path,
            operator: Object.keys(relationsOf(groupOf(next)))[0],
            value: groupOf(next) === 'tick' ? true : '',
          })
          write()
        },
      ),
      picker(
        '关系',
        term.operator,
        Object.entries({
          ...relationsOf(group),
          ...(relationsOf(group)[term.operator] ? {} : { [term.operator]: '其他关系' }),
        }),
        (operator) => {
          term.operator = operator
          write()
        },
      ),
      answer(term, asked, group),
      h(
        'button',
        {
          type: 'button',
          'aria-label': `删除第 ${index + 1} 个条件`,
          onclick: () => {
            state.terms.splice(index, 1)
            write()
          },
        },
        '✕',
      ),
    )
  }
  const draw = (): void =>
    box.replaceChildren(
      h(
        'p',
        { class: 'hint' },
        state.terms.length === 0 ? '现在总是显示。加一个条件，就只在条件成立时显示。' : '满足条件时：',
      ),
      ...(state.terms.length === 0
        ? []
        : [
            h(
              'div',
              { class: 'inline' },
              picker(
                '满足条件时',
                String(state.show),
                [
                  ['true', '显示这一项'],
                  ['false', '不显示这一项'],
                ],
                (value) => {
                  state.show = value === 'true'
                  write(false)
                },
              ),
              state.terms.length > 1 &&
                picker(
                  '几个条件之间',
                  state.any ? 'any' : 'all',
                  [
                    ['all', '条件要全部成立'],
                    ['any', '成立一个就算'],
                  ],
                  (value) => {
                    state.any = value === 'any'
                    write(false)
                  },
                ),
            ),
          ]),
      h('ol', {}, state.terms.map(line)),
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            state.terms.push({ component: '', operator: 'isEqual', value: '' })
            draw()
          },
        },
        '＋ 加一个条件',
      ),
    )
  draw()
  return box
}
