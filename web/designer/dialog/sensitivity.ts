import { freshId, h } from '../dom.ts'
import type { Draft } from './draft.ts'

/** Name and meaning of each level. */
export const sensitivities: Readonly<Record<string, readonly [name: string, meaning: string]>> = {
  public: ['公开', '可以对社会公开，例如服务事项、统计口径。'],
  internal: ['内部', '办理人员都能看，例如走访日期、办理结论。'],
  personal: ['个人', '能认出是谁或家里的情况，例如姓名、住址；只有负责这一户的人能看。'],
  sensitive: ['敏感', '泄露会伤害本人，例如身份证号、健康、收入、账户；平时遮住，查看要写明理由。'],
}

/** Who may read the answer. */
export const sensitivityPart = (draft: Draft): HTMLElement => {
  const name = freshId()
  const choice = (value: string, label: string, meaning: string): HTMLElement => {
    const input = h('input', {
      type: 'radio',
      name,
      onchange: () => draft.set('properties.sensitivity', value),
    })
    input.checked = (draft.get('properties.sensitivity') ?? '') === value
    return h('label', { class: 'level' }, input, h('strong', {}, label), h('span', {}, meaning))
  }
  return h(
    'fieldset',
    { class: 'levels' },
    h('legend', {}, '谁能看到这一题的答案'),
    ...Object.entries(sensitivities).map(([value, [label, meaning]]) => choice(value, label, meaning)),
    choice('', '没有定', '按“个人”处理；在一组数据或表格里的，跟着那一组。发布前请定下来。'),
  )
}
