import { describe, expect, it } from 'vitest'
import { diff } from '#forms/release'

const words = (key: string, a: unknown, b: unknown, also = {}) =>
  diff(a === undefined ? {} : { [key]: a }, b === undefined ? {} : { [key]: b }, also).map(
    (change) => change.words,
  )

const catalogue = {
  schema: 1,
  categories: [{ key: 'life', label: '生活照料' }],
  modes: [{ key: 'purchase', label: '政府购买服务', payer: null, payment: 'monthly', requires: [] }],
  items: [
    item('bath', '助浴'),
    item('meal', '送餐'),
    { ...item('hair', '理发'), source: { paper: 'S2', rule: 'S2-13' } },
  ],
}

function item(key: string, name: string) {
  return {
    key,
    name,
    category: 'life',
    mode: 'purchase',
    common: null,
    unit: '次',
    objects: ['a'],
    providers: ['org'],
    procurement: null,
    governmentOnly: false,
    status: 'active',
  }
}

const row = (id: string, amount: number | null, from: string, more: object = {}) => ({
  id,
  item: 'bath',
  unit: '次',
  amount,
  from,
  ...more,
})
const fees = (...rows: object[]) => ({ schema: 1, title: '演示收费标准', demo: true, rows })
const feeWords = (a: object, b: object) => words('fees', a, b, { catalogue, profile })

const profile = { divisions: [{ code: '341702', name: '贵池区' }] }

describe('fee standards', () => {
  it('says a new price with its day, whichever way the old row was ended', () => {
    const expected = ['助浴：60 元/次 → 65 元/次，自 2027-01-01']
    const before = fees(row('bath-1', 6000, '2026-01-01'))
    const next = row('bath-2', 6500, '2027-01-01')
    expect(feeWords(before, fees(row('bath-1', 6000, '2026-01-01', { to: '2026-12-31' }), next))).toEqual(
      expected,
    )
    const ended = fees(row('bath-1', 6000, '2026-01-01', { to: '2026-12-31' }))
    expect(feeWords(ended, fees(...ended.rows, next))).toEqual(expected)
  })

  it('says a price that changes under the same row, for a time, in a division or for a level', () => {
    const before = fees(row('bath-1', 6000, '2026-01-01'))
    expect(feeWords(before, fees(row('bath-1', 6250, '2026-01-01')))).toEqual([
      '助浴：60 元/次 → 62.50 元/次，自 2026-01-01',
    ])
    const summer = row('summer', 5000, '2026-06-01', { to: '2026-08-31' })
    const rest = [row('bath-1', 6000, '2026-01-01', { to: '2026-05-31' }), row('bath-3', 6000, '2026-09-01')]
    expect(feeWords(before, fees(...rest, summer))).toEqual([
      '助浴：60 元/次 → 50 元/次，自 2026-06-01 至 2026-08-31',
    ])
    const own = row('gc', 7000, '2027-01-01', { division: '341702', level: 'full' })
    expect(feeWords(before, fees(row('bath-1', 6000, '2026-01-01'), own))).toEqual([
      '贵池区 · 助浴（full）：无收费标准 → 70 元/次，自 2027-01-01',
    ])
  })

  it('never calls what is not set zero, and says what is gone', () => {
    const before = fees(row('bath-1', 6000, '2026-01-01'))
    expect(feeWords(before, fees(row('bath-1', null, '2026-01-01')))).toEqual([
      '助浴：60 元/次 → 未设定（按次），自 2026-01-01',
    ])
    expect(feeWords(before, fees())).toEqual(['助浴：60 元/次 → 无收费标准，自 2026-01-01'])
    expect(feeWords(fees(), before)).toEqual(['助浴：无收费标准 → 60 元/次，自 2026-01-01'])
  })

  it('tells remarks and the demo mark, and admits a change without words', () => {
    const before = fees(row('bath-1', 6000, '2026-01-01'))
    const noted = fees(row('bath-1', 6000, '2026-01-01', { note: '含用品' }))
    expect(feeWords(before, noted)).toEqual(['助浴（2026-01-01 起）：备注 无 → “含用品”'])
    expect(feeWords(before, { ...before, demo: false })).toEqual(['收费标准：演示数据：是 → 否'])
    expect(feeWords(before, fees(row('renamed', 6000, '2026-01-01')))).toEqual([
      '收费标准：有不影响内容的书写改动',
    ])
  })

  it('still compares a draft that is no fee standard', () => {
    expect(
      feeWords(fees(row('bath-1', 6000, '2026-01-01')), { rows: [{ id: 'bath-1', amount: 60.5 }] }),
    ).toContain('bath-1：价格：60 元 → 60.5')
  })
})

describe('lists and members', () => {
  it('goes by key, not by place', () => {
    const [bath, meal, hair] = catalogue.items
    const newer = { ...catalogue, items: [item('clean', '助洁'), { ...bath, unit: '小时' }, meal, hair] }
    expect(words('catalogue', catalogue, newer)).toEqual([
      '服务事项清单：新增事项“助洁”',
      '助浴：计量单位：“次” → “小时”',
    ])
    expect(words('catalogue', catalogue, { ...catalogue, items: [hair, bath] })).toEqual([
      '服务事项清单：删除事项“送餐”',
      '服务事项清单：服务事项的顺序有调整',
    ])
  })

  it('calls codes by name, and what is not set 未设定', () => {
    const [bath, ...rest] = catalogue.items
    const newer = {
      ...catalogue,
      categories: [...catalogue.categories, { key: 'clean', label: '清洁服务' }],
      items: [{ ...bath, category: 'clean', common: 'C01', procurement: true, objects: ['a', 'b'] }, ...rest],
    }
    expect(words('catalogue', catalogue, newer)).toEqual([
      '服务事项清单：新增类别“清洁服务”',
      '助浴：服务类别：“生活照料” → “清洁服务”',
      '助浴：共用代码：未设定 → “C01”',
      '助浴：可享受的对象类别新增“b”',
      '助浴：列入政府购买目录：未设定 → 是',
    ])
  })

  it('calls a code by what its member names, though a fund, a role or a category has the same code', () => {
    const city = {
      ...catalogue,
      modes: [...catalogue.modes, { key: 'bath', label: '洗浴方式' }, { key: 'township', label: '乡镇方式' }],
    }
    const funds = { funds: [{ key: 'purchase', name: '购买经费' }] }
    const change = (part: object, more = {}) =>
      words('catalogue', city, { ...city, ...part }, { funds, ...more })
    const [bath, ...rest] = catalogue.items
    const purchase = { ...catalogue.modes[0], referralBy: ['township'] }
    expect(change({ items: [{ ...bath, mode: 'bath', common: 'svc.bath' }, ...rest] })).toEqual([
      '助浴：服务方式：“政府购买服务” → “洗浴方式”',
      '助浴：共用代码：未设定 → “助浴”',
    ])
    expect(change({ modes: [purchase, ...city.modes.slice(1)] })).toEqual([
      '政府购买服务：转介角色新增“乡镇（街道）”',
    ])
    const scale = { outcomes: [{ key: 'o', title: '等级', bands: [{ level: 'full', label: '完全失能' }] }] }
    const priced = fees(row('bath-1', 6000, '2026-01-01', { level: 'full' }))
    expect(words('fees', fees(), priced, { catalogue: city, 'form:x': scale })).toEqual([
      '助浴（完全失能）：无收费标准 → 60 元/次，自 2026-01-01',
    ])
  })

  it('says what changed inside entries without a name, and which item a recommendation advises', () => {
    const who = (...any: string[]) => ({ modes: [{ ...catalogue.modes[0], who: [{ any }, { all: ['z'] }] }] })
    expect(words('catalogue', who('x', 'y'), who('x'))).toEqual(['政府购买服务：须具备其一的情形删除“y”'])
    expect(
      words('catalogue', who('x'), { modes: [{ ...catalogue.modes[0], who: [{ any: ['x'] }] }] }),
    ).toEqual(['政府购买服务：删除一条服务对象条件'])
    const advice = (...recommends: object[]) => ({ title: '入户调查', recommends })
    const bath = { item: 'bath', because: '需要', quantity: 4 }
    expect(words('form:x', advice(bath), advice({ ...bath, quantity: 8 }), { catalogue })).toEqual([
      '推荐事项“助浴”：数量：4 → 8',
    ])
    expect(words('form:x', advice(bath), advice(), { catalogue })).toEqual(['入户调查：删除推荐事项“助浴”'])
    const programme = (window: unknown) => ({ programmes: [{ key: 'p', title: '项目', window }] })
    expect(words('programmes', programme(null), programme({ from: '2026-01-01', to: '2026-12-31' }))).toEqual(
      ['项目：实施期限：未设定 → “2026-01-01 至 2026-12-31”'],
    )
  })

  it('points into the newer document, and into the older one for what is gone', () => {
    const newer = { ...catalogue, items: [item('clean', '助洁'), ...catalogue.items.slice(0, 2)] }
    const changes = diff({ catalogue }, { catalogue: newer })
    expect(changes.map(({ kind, pointer }) => [kind, pointer])).toEqual([
      ['added', '/items/0'],
      ['removed', '/items/2'],
    ])
  })

  it('says what stands deep inside under its name, shares in per cent and 分 in 元', () => {
    const funds = (cap: object) => ({ funds: [{ key: 'f3', name: '工作经费', cap }], rules: [] })
    expect(
      words('funds', funds({ ratio: 0.01, total: null }), funds({ ratio: 0.015, total: 8_000_000_050 })),
    ).toEqual(['工作经费 · 限额：比例：1% → 1.5%', '工作经费 · 限额：总额：未设定 → 80,000,000.50 元'])
    expect(words('profile', { spotCheck: { ratio: 0.3 } }, { spotCheck: { ratio: 0.35 } })).toEqual([
      '抽查规则：比例：30% → 35%',
    ])
    const village = { code: '341702-01-1', name: '长兴村', parent: '341702-01' }
    const town = { code: '341702-01', name: '“新”池阳街道', parent: '341702' }
    expect(words('profile', { divisions: [] }, { divisions: [town, village] })).toEqual([
      '城市概况：新增区划“‘新’池阳街道”',
      '城市概况：新增区划“‘新’池阳街道 · 长兴村”',
    ])
  })

  it('says whole documents, in the order a person reads them', () => {
    const form = {
      schema: 1,
      key: 'visit',
      title: '入户调查',
      definition: { display: 'form', components: [] },
    }
    const all = diff({ fees: fees() }, { 'form:visit': form, catalogue, profile })
    expect(all.map((change) => change.words)).toEqual([
      '新增文件“城市概况”',
      '新增文件“服务事项清单”',
      '删除文件“收费标准”',
      '新增评估表“入户调查”',
    ])
    expect(diff({ catalogue }, { catalogue: structuredClone(catalogue) })).toEqual([])
  })

  it.each([null, 7, 'text', [[[]]], { items: 3 }, { items: [null, 'x', { key: {} }] }])(
    'never falls over a draft like %j, and never is silent about it',
    (draft) => {
      expect(diff({ catalogue }, { catalogue: draft }).length).toBeGreaterThan(0)
      expect(diff({ catalogue: draft }, { catalogue }).length).toBeGreaterThan(0)
      expect(diff({ fees: draft }, { fees: fees() }).length).toBeGreaterThan(0)
      expect(diff({ 'form:x': draft }, { 'form:x': {} }).length + 1).toBeGreaterThan(0)
    },
  )

  it('takes __proto__ and constructor for plain names', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"name":"x"},"items":[]}')
    expect(words('catalogue', { items: [] }, hostile).length).toBeGreaterThan(0)
    expect(words('toString', { a: 1 }, { a: 2 })).toEqual(['toString：“a”：1 → 2'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
