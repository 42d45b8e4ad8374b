import { describe, expect, it } from 'vitest'
import { diff } from '#forms/release'

const form = (components: readonly object[], more: object = {}) => ({
  schema: 1,
  key: 'visit',
  title: '入户调查',
  definition: { display: 'form', components },
  ...more,
})
const field = (key: string, label: string, more: object = {}) => ({ type: 'textfield', key, label, ...more })
const panel = (key: string, title: string, components: readonly object[]) => ({
  type: 'panel',
  key,
  title,
  components,
})
const words = (a: readonly object[], b: readonly object[]) => say(form(a), form(b))
const say = (a: object, b: object) =>
  diff({ 'form:visit': a }, { 'form:visit': b }).map((change) => change.words)

const size = field('size', '家庭人口')
const address = field('address', '住址')
const health = {
  type: 'radio',
  key: 'health',
  label: '健康状况',
  values: [
    { value: 'good', label: '健康' },
    { value: 'ill', label: '患病' },
  ],
}

describe('questions', () => {
  it('says what came, what went and what must be filled now', () => {
    expect(words([size], [size, field('alone', '是否独居')])).toEqual(['入户调查：新增问题“是否独居”'])
    expect(words([size, address], [size])).toEqual(['入户调查：删除问题“住址”'])
    expect(words([size], [{ ...size, validate: { required: true } }])).toEqual([
      '入户调查：“家庭人口”改为必填',
    ])
    expect(words([{ ...size, validate: { required: true } }], [{ ...size, validate: {} }])).toEqual([
      '入户调查：“家庭人口”改为选填',
    ])
  })

  it('says options by what an answer holds, not by their place', () => {
    const values = [
      { value: 'lost', label: '失能' },
      { value: 'good', label: '身体健康' },
      ...health.values.slice(1),
    ]
    expect(words([health], [{ ...health, values }])).toEqual([
      '入户调查：“健康状况”新增选项“失能”',
      '入户调查：“健康状况”的选项“健康”改为“身体健康”',
    ])
    expect(words([health], [{ ...health, values: health.values.slice(0, 1) }])).toEqual([
      '入户调查：“健康状况”删除选项“患病”',
    ])
    const select = { type: 'select', key: 's', label: '类别', data: { values: health.values } }
    expect(words([select], [{ ...select, data: { values: [...health.values].reverse() } }])).toEqual([
      '入户调查：“类别”的选项顺序有调整',
    ])
  })

  it('knows a question that was moved, re-keyed or renamed from a new one', () => {
    const home = panel('home', '家庭情况', [size])
    expect(words([home, address], [{ ...home, components: [size, address] }])).toEqual([
      '入户调查：“住址”移到“家庭情况”',
    ])
    expect(words([size, address], [size, field('addr', '住址')])).toEqual([
      '入户调查：“住址”的字段名由 address 改为 addr，按原字段名填写的内容不再对应',
    ])
    expect(words([size], [{ ...size, label: '共同生活人口' }])).toEqual([
      '入户调查：“家庭人口”改名为“共同生活人口”',
    ])
    expect(words([size, address], [address, size])).toEqual(['入户调查：问题的顺序有调整'])
  })

  it('says a grid or a panel once, with what it holds', () => {
    const grid = { type: 'editgrid', key: 'members', label: '家庭成员', components: [size, address] }
    expect(words([], [panel('p', '成员', [grid])])).toEqual(['入户调查：新增版块“成员”（含 3 个问题）'])
    expect(words([grid], [])).toEqual(['入户调查：删除表格“家庭成员”（含 2 个问题）'])
    const fewer = { ...grid, components: [{ ...size, validate: { max: 20 } }] }
    expect(words([grid], [fewer])).toEqual([
      '入户调查：“家庭人口”的最大值：未设定 → 20',
      '入户调查：删除问题“住址”',
    ])
  })

  it('reads columns, tabs and tables too', () => {
    const inside = (components: object[]) => [
      { type: 'columns', key: 'c', columns: [{ components: [] }, { components: components.slice(0, 1) }] },
      {
        type: 'tabs',
        key: 't',
        components: [{ key: 't1', label: '一', components: components.slice(1, 2) }],
      },
      { type: 'table', key: 'b', rows: [[{ components: components.slice(2, 3) }]] },
    ]
    const [a, b, c] = [field('a', '甲'), field('b', '乙'), field('c', '丙')]
    const changed = [a, b, c].map((one) => ({ ...one, validate: { required: true } }))
    expect(words(inside([a, b, c]), inside(changed))).toEqual([
      '入户调查：“甲”改为必填',
      '入户调查：“乙”改为必填',
      '入户调查：“丙”改为必填',
    ])
    const [first] = diff({ 'form:visit': form(inside([a, b, c])) }, { 'form:visit': form(inside(changed)) })
    expect(first?.pointer).toBe('/definition/components/0/columns/1/components/0/validate/required')
  })

  it('tells rules and settings, and passes over the many ways in which Form.io writes nothing', () => {
    const shown = { ...size, conditional: { show: true, when: 'address', eq: 'x' }, tooltip: '按户口簿' }
    expect(words([size], [shown])).toEqual([
      '入户调查：“家庭人口”新增显示条件',
      '入户调查：“家庭人口”的帮助提示：未设定 → “按户口簿”',
    ])
    const resaved = { ...size, tableView: true, widget: { type: 'input' }, customClass: 'x' }
    expect(words([size], [resaved])).toEqual([
      '入户调查：“家庭人口”的样式：未设定 → “x”',
      '入户调查：“家庭人口”的其他设置已修改（tableView、widget）',
    ])
    const noise = { ...size, tooltip: '', multiple: false, validate: { required: false, pattern: '' } }
    expect(words([size], [noise])).toEqual(['入户调查：有不影响内容的书写改动'])
  })
})

describe('outcomes and samples', () => {
  const outcome = {
    key: 'level',
    title: '自理能力等级',
    value: { var: 'data.score' },
    rule: '民发〔2021〕43号',
    bands: [
      { from: 0, to: 0, level: 'self', label: '自理' },
      { from: 1, level: 'part', label: '部分丧失' },
    ],
  }
  it('goes by key and level', () => {
    const bands = [
      outcome.bands[0],
      { from: 1, to: 3, level: 'part', label: '部分丧失' },
      { from: 4, level: 'full', label: '完全丧失' },
    ]
    expect(say(form([], { outcomes: [outcome] }), form([], { outcomes: [{ ...outcome, bands }] }))).toEqual([
      '自理能力等级 · 部分丧失：截止：未设定 → 3',
      '自理能力等级：新增分档“完全丧失”',
    ])
    const value = { '+': [{ var: 'data.score' }, 1] }
    expect(say(form([], { outcomes: [outcome] }), form([], { outcomes: [{ ...outcome, value }] }))).toEqual([
      '自理能力等级：计算规则已修改',
    ])
  })
})
