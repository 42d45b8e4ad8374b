import { describe, expect, it } from 'vitest'
import { type Compatibility, compare } from '#forms/definition'
import { type Change, diff } from '#forms/release'
import { fc } from '../../chance.ts'
import { changed, changes } from '../definition/compare/edits.ts'
import { forms } from '../definition/compare/forms.ts'

const form = (components: readonly object[], more: object = {}) => ({
  schema: 1,
  key: 'visit',
  title: '入户调查',
  definition: { display: 'form', components },
  ...more,
})
const field = (key: string, label: string, more: object = {}) => ({ type: 'textfield', key, label, ...more })
/** `effect words` of every sentence, without the form's name. */
const told = (a: object, b: object) =>
  diff({ 'form:visit': a }, { 'form:visit': b }).map(
    ({ effect, words }) => `${effect} ${words.replace('入户调查：', '')}`,
  )
const said = (a: readonly object[], b: readonly object[]) => told(form(a), form(b))

const size = field('size', '家庭人口', { type: 'number' })
const address = field('address', '住址')
const health = (...values: readonly object[]) => ({ type: 'radio', key: 'health', label: '健康状况', values })
const [good, ill] = [
  { value: 'good', label: '健康' },
  { value: 'ill', label: '患病' },
]

describe('every sentence about a form says what it does to answers', () => {
  it('of a question', () => {
    expect(said([size, address], [size, field('alone', '独居', { validate: { required: true } })])).toEqual([
      'tightens 新增问题“独居”',
      'loses-answers 删除问题“住址”',
    ])
    expect(said([size, address], [size, field('addr', '住址')])).toEqual([
      'loses-answers “住址”的字段名由 address 改为 addr，按原字段名填写的内容不再对应',
    ])
    const grid = { type: 'editgrid', key: 'members', label: '家庭成员', components: [address] }
    expect(said([address], [grid])).toEqual([
      'compatible 新增表格“家庭成员”（含 1 个问题）',
      'loses-answers “住址”的位置由 address 改为 members.address，按原位置填写的内容不再对应',
    ])
  })

  it('of its settings, choices and rules', () => {
    const more = { tooltip: '按户口簿', suffix: '人', validate: { max: 20 }, tableView: true }
    expect(said([size], [{ ...size, ...more }])).toEqual([
      'compatible “家庭人口”的帮助提示：未设定 → “按户口簿”',
      'changes-meaning “家庭人口”的后缀：未设定 → “人”',
      'tightens “家庭人口”的最大值：未设定 → 20',
      'compatible “家庭人口”的其他设置已修改（tableView）',
    ])
    expect(
      said([health(good, ill)], [health({ ...good, label: '良好' }, { value: 'lost', label: '失能' })]),
    ).toEqual([
      'changes-meaning “健康状况”的选项“健康”改为“良好”',
      'compatible “健康状况”新增选项“失能”',
      'loses-answers “健康状况”删除选项“患病”',
    ])
    const day = { type: 'day', key: 'day', label: '日期' }
    expect(said([day], [{ ...day, fields: { day: { hide: true, placeholder: '' } } }])).toEqual([
      'loses-answers “日期”的不填日：未设定 → 是',
    ])
    expect(
      said([size, address], [size, { ...address, conditional: { show: true, when: 'size', eq: '1' } }]),
    ).toEqual(['loses-answers “住址”新增显示条件'])
  })

  it('of outcomes, each by its own', () => {
    const one = {
      key: 'one',
      title: '甲',
      rule: '一',
      value: 1,
      bands: [{ from: 0, level: 'a', label: '轻' }],
    }
    const two = { ...one, key: 'two', title: '乙' }
    const later = { ...two, bands: [{ from: 0, to: 3, level: 'a', label: '轻' }] }
    expect(told(form([size], { outcomes: [one, two] }), form([size], { outcomes: [later] }))).toEqual([
      'changes-meaning 乙 · 轻：截止：未设定 → 3',
      'changes-meaning 入户调查：删除评估结论“甲”'.replace('入户调查：', ''),
    ])
    expect(told(form([size], { title: '走访' }), form([size]))).toEqual([
      'compatible 名称：“走访” → “入户调查”',
    ])
  })

  it('of a whole form; of no other document', () => {
    expect(diff({}, { 'form:visit': form([size]) })[0]?.effect).toBe('compatible')
    expect(diff({ 'form:visit': form([size]) }, {})[0]?.effect).toBe('loses-answers')
    expect(diff({ fees: { rows: [] } }, { fees: { rows: [{ id: 'x' }] } })[0]).not.toHaveProperty('effect')
  })

  it('of choices that go with the type of their question', () => {
    const free = { type: 'textfield', key: 'health', label: '健康状况' }
    expect(said([health(good)], [free])).toEqual([
      'changes-meaning “健康状况”删除选项“健康”',
      'changes-meaning “健康状况”的类型：“单选” → “单行文字”',
    ])
  })

  it('of a form that is far too large: nothing is promised', () => {
    const many = Array.from({ length: 6_000 }, (_, i) => field(`k${i}`, '题'))
    expect(said([size], many)).toEqual([
      'loses-answers 改动太大，无法逐项比较，按旧表填的答案保留不下来，或不能通过',
    ])
  })

  it('also where the difference is none to the eye', () => {
    expect(said([{ ...size, clearOnHide: false }], [size])).toEqual([
      'loses-answers “家庭人口”的隐藏时清空：否 → 是，按旧表填的答案保留不下来，或不能通过',
    ])
  })
})

const worstFirst = ['loses-answers', 'changes-meaning', 'tightens', 'compatible']
const worst = (list: readonly (Compatibility['class'] | Change['effect'])[]) =>
  Math.min(...list.map((one) => worstFirst.indexOf(one ?? 'compatible')))

it('no effect is lost and none is invented, whatever changes; no change is told twice', () => {
  fc.assert(
    fc.property(
      forms,
      fc.array(changes, { maxLength: 2 }),
      fc.array(changes, { minLength: 1, maxLength: 3 }),
      (a, before, steps) => {
        const older = changed(a, before)
        const newer = changed(older, steps)
        const lines = compare(older, newer)
        const sentences = diff({ 'form:visit': older }, { 'form:visit': newer })
        for (const { effect } of sentences) expect(worstFirst).toContain(effect)
        expect(new Set(sentences.map(({ pointer, words }) => `${pointer} ${words}`)).size).toBe(
          sentences.length,
        )
        if (lines.length === 0) return
        expect(worst(sentences.map(({ effect }) => effect))).toBe(worst(lines.map((line) => line.class)))
        for (const effect of worstFirst.slice(0, 3))
          if (sentences.some((one) => one.effect === effect))
            expect(lines.map((line) => line.class)).toContain(effect)
      },
    ),
    { numRuns: 600 },
  )
})
