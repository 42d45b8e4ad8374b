import { describe, expect, test } from 'vitest'
import {
  type Column,
  cellText,
  dateOfSerial,
  dateOfText,
  fenOfText,
  readCell,
  serialOfDate,
  textOfFen,
} from '#forms/sheet'
import { fc } from '../../chance.ts'

const value = (read: object): unknown => ('value' in read ? read.value : undefined)
const wrong = (read: object): string => ('wrong' in read ? String(read.wrong) : '')

describe('an amount', () => {
  test.each([
    ['60', 6000],
    ['12.5', 1250],
    ['19.99', 1999],
    ['1,200.00', 120_000],
    ['１２．５０', 1250],
    ['¥60元', 6000],
    [' 0 ', 0],
    ['19.990', 1999],
    ['0060', 6000],
    ['', null],
  ])('%j is %j 分', (typed, fen) => {
    expect(value(fenOfText(typed))).toBe(fen)
  })

  test.each([
    ['-5', '负'],
    ['（5）', '负'],
    ['19.999', '两位小数'],
    ['12345678901234567890', '太大'],
    ['10000000000', '太大'],
    ['1,20', '不是金额'],
    ['1e5', '不是金额'],
    ['六十', '不是金额'],
    ['60/次', '不是金额'],
  ])('%j is refused: %s', (typed, because) => {
    expect(wrong(fenOfText(typed))).toContain(because)
  })

  test('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (fen) => {
        expect(fenOfText(textOfFen(fen))).toEqual({ value: fen })
      }),
    )
  })
})

describe('a date', () => {
  test.each(['2027-01-01', '2027/1/1', '2027.1.1', '2027年1月1日', '２０２７－０１－０１', '20270101'])(
    '%s',
    (typed) => {
      expect(dateOfText(typed)).toEqual({ value: '2027-01-01' })
    },
  )

  test.each(['2027-02-29', '2027/13/1', '1/1/2027', '2027-1/1', '明年', '0001-01-01', '27-1-1'])(
    '%s is none',
    (typed) => {
      expect(wrong(dateOfText(typed))).not.toBe('')
    },
  )

  test('is the day number that Excel knows it by', () => {
    expect(serialOfDate('2027-01-01')).toBe(46_388)
    expect(dateOfSerial(46_388.75)).toBe('2027-01-01')
    expect(dateOfSerial(60)).toBeUndefined()
  })
})

type Row = { readonly kinds: readonly string[]; readonly yes: boolean | null; readonly price: number | null }
const row: Row = { kinds: [], yes: null, price: null }
const kinds: Column<Row> = {
  id: 'kinds',
  title: '对象',
  kind: 'choices',
  options: [
    { value: 'a', label: '低保对象', also: ['低保户'] },
    { value: 'b', label: '孤儿、事实无人抚养儿童' },
    { value: 'c', label: '孤儿' },
    { value: 'x1', label: '同名' },
    { value: 'x2', label: '同名' },
  ],
  get: (one) => one.kinds,
  set: (one, next) => ({ ...one, kinds: next }),
}
const read = (typed: string) => readCell(kinds, row, typed)

describe('words of a list', () => {
  test('are known by label, key and other names, in any order, and a label may hold a comma', () => {
    expect(read('孤儿、事实无人抚养儿童、低保户')).toEqual({ row: { ...row, kinds: ['a', 'b'] } })
    expect(read('孤儿；a')).toEqual({ row: { ...row, kinds: ['a', 'c'] } })
    expect(read(' 低 保对象 ')).toEqual({ row: { ...row, kinds: ['a'] } })
    expect(read('')).toEqual({ row })
  })

  test('say what they could mean when one is not enough, and what is not known', () => {
    expect(wrong(read('同名'))).toContain('同名（x1）、同名（x2）')
    expect(wrong(read('低保对象、残疾人'))).toContain('残疾人')
    const both = { ...row, kinds: ['x1', 'b'] }
    expect(read(cellText(kinds, both))).toEqual({ row: { ...row, kinds: ['b', 'x1'] } })
  })
})

test('a number of a workbook is what Excel shows, not its last bits', () => {
  const price: Column<Row> = {
    id: 'price',
    title: '单价',
    kind: 'money',
    get: (one) => one.price,
    set: (one, next) => ({ ...one, price: next }),
  }
  expect(readCell(price, row, 19.989999999999998)).toEqual({ row: { ...row, price: 1999 } })
  expect(wrong(readCell(price, row, 19.999))).toContain('两位小数')
  expect(wrong(readCell(price, row, 1e20))).toContain('太大')
  expect(wrong(readCell({ ...price, locked: () => '已锁定' }, row, '5'))).toBe('已锁定')
  expect(readCell({ ...price, locked: () => '已锁定' }, { ...row, price: 500 }, '5')).toEqual({
    row: { ...row, price: 500 },
  })
})
