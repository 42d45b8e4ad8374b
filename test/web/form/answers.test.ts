import { describe, expect, it } from 'vitest'
import { moneyText, parseMoney, parseNumber } from '../../../web/form/number.ts'
import { segments, valueAt, withValue } from '../../../web/form/path.ts'
import { createFormStore, isBelow, touches } from '../../../web/form/store.ts'

describe('a path', () => {
  it('reads and writes without touching what it does not name', () => {
    const before = { members: [{ name: '甲' }, { name: '乙' }], box: { inner: 1 } }
    const after = withValue(before, 'members[1].name', '丙')
    expect(valueAt(after, 'members[1].name')).toBe('丙')
    expect(before.members[1]?.name).toBe('乙')
    expect(after['box']).toBe(before.box)
    expect(withValue(after, 'box.inner', undefined)).toEqual({ members: after['members'], box: {} })
    expect(segments('a.b[10].c')).toEqual(['a', 'b', 10, 'c'])
  })

  it('makes grids and boxes that are not there yet', () => {
    expect(withValue({}, 'grid[0].cost', 3)).toEqual({ grid: [{ cost: 3 }] })
  })

  it('never reaches a prototype', () => {
    expect(valueAt({}, '__proto__.polluted')).toBeUndefined()
    expect(valueAt({}, 'constructor')).toBeUndefined()
    withValue({}, '__proto__.polluted', 1)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('knows what lies below it, and what only looks so', () => {
    expect(isBelow('members[0].name', 'members')).toBe(true)
    expect(isBelow('membersOther', 'members')).toBe(false)
    expect(touches('members', 'members[0].name')).toBe(true)
    expect(touches('name', 'names')).toBe(false)
  })
})

describe('a number that was typed', () => {
  it.each([
    ['3', 3],
    ['１２．５', 12.5],
    ['1,200', 1200],
    ['-0.5', -0.5],
    ['', undefined],
    ['三', '三'],
    ['1e9', '1e9'],
    ['1.2.3', '1.2.3'],
  ])('%s is %s', (text, value) => expect(parseNumber(text)).toBe(value))

  it.each([
    ['19.99', 1999],
    ['0.1', 10],
    ['.05', 5],
    ['20', 2000],
    ['1,234.5', 123450],
    ['19.999', '19.999'],
    ['.', '.'],
    ['元', '元'],
  ])('%s 元 is %s 分', (text, fen) => expect(parseMoney(text)).toBe(fen))

  it('comes back as it was meant', () => {
    for (const fen of [0, 5, 10, 1999, 2000, 123450, -150]) expect(parseMoney(moneyText(fen))).toBe(fen)
  })
})

describe('a form in work', () => {
  const make = () =>
    createFormStore({
      answers: { name: '' },
      evaluate: (answers) => ({
        answers,
        hidden: [],
        outcomes: [],
        recommended: [],
        overrides: {},
        errors: answers['name'] ? [] : [{ path: 'name', code: 'required', message: '请填写姓名。' }],
      }),
    })

  it('judges at every change and shows nothing unasked', () => {
    const store = make()
    expect(store.read().errors.get('name')).toBe('请填写姓名。')
    expect(store.read().shown.size).toBe(0)
    store.set('name', '甲')
    expect(store.read().errors.size).toBe(0)
  })

  it('keeps a refusal until that answer changes, and only that one', () => {
    const store = make()
    store.refuse([
      { path: 'members[0].idNumber', message: '不对' },
      { path: 'other', message: '也不对' },
    ])
    store.set('name', '乙')
    expect([...store.read().refused.keys()]).toEqual(['members[0].idNumber', 'other'])
    store.set('members[0].idNumber', '1')
    expect([...store.read().refused.keys()]).toEqual(['other'])
  })
})
