import { describe, expect, it, vi } from 'vitest'
import { compile } from '#forms/engine'
import { touches } from '../../../web/form/listeners.ts'
import { moneyText, parseMoney, parseNumber } from '../../../web/form/number.ts'
import { isBelow, segments, valueAt } from '../../../web/form/path.ts'
import { createFormStore } from '../../../web/form/store.ts'

describe('a path', () => {
  it('is read step by step', () => {
    const answers = { members: [{ name: '甲' }, { name: '乙' }], box: { inner: 1 } }
    expect(valueAt(answers, 'members[1].name')).toBe('乙')
    expect(valueAt(answers, 'members[2].name')).toBeUndefined()
    expect(valueAt(answers, 'box.inner')).toBe(1)
    expect(segments('a.b[10].c')).toEqual(['a', 'b', 10, 'c'])
  })

  it('never reaches a prototype', () => {
    expect(valueAt({}, '__proto__.polluted')).toBeUndefined()
    expect(valueAt({}, 'constructor')).toBeUndefined()
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
  const plan = compile({
    display: 'form',
    components: [
      { type: 'textfield', key: 'name', label: '姓名', validate: { required: true } },
      {
        type: 'textfield',
        key: 'school',
        label: '学校',
        conditional: { show: true, when: 'name', eq: '小明' },
      },
      {
        type: 'editgrid',
        key: 'members',
        label: '成员',
        components: [{ type: 'textfield', key: 'idNumber' }],
      },
      { type: 'textfield', key: 'day', label: '日期', calculateValue: { today: [] } },
    ],
  })
  const make = (today = () => '2026-11-21') => createFormStore({ plan, today, answers: { name: '' } })

  it('judges at every change and shows nothing unasked', () => {
    const store = make()
    expect(store.read().errors.get('name')).toContain('姓名')
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

  it('tells those of a path only what concerns it, and the others everything', () => {
    const store = make()
    const heard = (path?: string) => {
      const listener = vi.fn()
      store.watch(listener, path)
      return () => {
        const { length } = listener.mock.calls
        listener.mockClear()
        return length
      }
    }
    const [all, name, school, row, cell, day] = [
      heard(),
      ...['name', 'school', 'members[0]', 'members[0].idNumber', 'day'].map(heard),
    ] as const
    const counts = () => [all, name, school, row, cell, day].map((count) => count?.())
    store.set('name', '小明')
    expect(counts(), 'typed; shown').toEqual([1, 1, 1, 0, 0, 0])
    store.set('name', '小明明')
    expect(counts(), 'typed; hidden').toEqual([1, 1, 1, 0, 0, 0])
    store.set('name', '小')
    expect(counts(), 'typed').toEqual([1, 1, 0, 0, 0, 0])
    store.set('members', [{ idNumber: '1' }])
    expect(counts(), 'a whole grid').toEqual([1, 0, 0, 1, 1, 0])
    store.set('members[0].idNumber', '2')
    expect(counts(), 'a cell').toEqual([1, 0, 0, 1, 1, 0])
    store.set('name', undefined)
    expect(counts(), 'wrong').toEqual([1, 1, 0, 0, 0, 0])
    store.show(['name'])
    expect(counts(), 'said to be wrong').toEqual([1, 1, 0, 0, 0, 0])
    store.show(['name'])
    store.set('name', undefined)
    expect(counts(), 'nothing new').toEqual([0, 0, 0, 0, 0, 0])
    store.refuse([{ path: 'members[0]', message: '不对' }])
    expect(counts(), 'refused').toEqual([1, 0, 0, 1, 0, 0])
    const stop = store.watch(() => expect.unreachable(), 'day')
    stop()
    store.refuse([{ path: 'day', message: '不对' }])
    expect(counts()).toEqual([1, 0, 0, 1, 0, 1])
  })

  it('keeps its sets and maps where nothing in them has changed, and what was hidden typed', () => {
    const store = make()
    store.set('name', '小明')
    store.set('school', '一小')
    const { hidden, errors } = store.read()
    store.set('name', '小明')
    store.set('school', '二小')
    expect(store.read().hidden).toBe(hidden)
    expect(store.read().errors).toBe(errors)
    store.set('name', '小红')
    expect(store.read().typed['school']).toBe('二小')
    expect(store.read().result.answers['school']).toBeUndefined()
    expect(store.read().hidden.has('school')).toBe(true)
  })

  it('judges by the new day after midnight, also where nothing was typed anew', () => {
    let today = '2026-11-21'
    const store = make(() => today)
    store.set('name', '小明')
    expect(store.read().result.answers['day']).toBe('2026-11-21')
    today = '2026-11-22'
    store.set('name', '小明')
    expect(store.read().result.answers['day']).toBe('2026-11-22')
  })

  it('takes hostile paths without harm', () => {
    const store = make()
    store.set('__proto__.polluted', 1)
    store.set('members[4000000000].idNumber', 'x')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(store.read().typed['members']).toBeUndefined()
  })
})
