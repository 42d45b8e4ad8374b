import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Attributes } from '../../../functions/store/attribute.ts'
import { lineOf, rowOfLine } from '../../../functions/store/operator-row.ts'
import { linesIn } from '../../../infra/tenants/archive/lines.ts'
import { packLines } from '../../../infra/tenants/archive/pack.ts'
import { before, type SortedRow, sortRows } from '../../../infra/tenants/archive/sort.ts'

const folder = mkdtempSync(join(tmpdir(), 'yihu-sort-'))
afterAll(() => rmSync(folder, { recursive: true }))

const shuffled = (count: number): SortedRow[] => {
  let seed = 11
  return Array.from({ length: count }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    const sk = `${seed % 97}\u2028\t"${'甲乙丙'[seed % 3]}`
    return { pk: `T#341700#HH#${seed % 1009}`, sk, line: JSON.stringify({ seed, text: '\u2029' }) }
  })
}
async function* pages(rows: readonly SortedRow[]) {
  for (let at = 0; at < rows.length; at += 100) yield rows.slice(at, at + 100)
}
const all = async <T>(of: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const one of of) found.push(one)
  return found
}

describe('rows that do not fit into memory', () => {
  test('come in order all the same, over more files than are merged at once', async () => {
    const rows = shuffled(20_000)
    const sorted = await all(sortRows(pages(rows), folder, 8_000))
    expect(sorted.length).toBe(rows.length)
    expect(sorted.every((row, at) => at === 0 || before(sorted[at - 1] as SortedRow, row) <= 0)).toBe(true)
    const text = (of: readonly SortedRow[]) => of.map((row) => JSON.stringify(row)).sort()
    expect(text(sorted)).toEqual(text(rows))
    expect(readdirSync(folder)).toEqual([])
  })

  test('leave no file behind when nobody wants the rest, and none when reading fails', async () => {
    for await (const _ of sortRows(pages(shuffled(5_000)), folder, 8_000)) break
    expect(readdirSync(folder)).toEqual([])
    const failing = async function* () {
      yield* pages(shuffled(1_000))
      throw new Error('cut off')
    }
    await expect(all(sortRows(failing(), folder, 8_000))).rejects.toThrow('cut off')
    expect(readdirSync(folder)).toEqual([])
  })
})

test('a file that cannot be written fails, however much there is to write', async () => {
  const lines = async function* () {
    for (let i = 0; i < 20_000; i++) yield String(Math.sin(i)).repeat(20)
  }
  await expect(packLines(lines(), join(folder, 'no', 'such', 'folder'))).rejects.toThrow('ENOENT')
})

test('lines end at the line feed alone, wherever the text was cut', async () => {
  const text = 'ein\u2028s\n\u2029zwei\r\n\n甲乙\nunfinished'
  for (const size of [1, 2, 3, 7, 1000]) {
    const bytes = Buffer.from(text)
    const pieces = async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    }
    expect((await all(linesIn(pieces()))).map(({ text, isWhole }) => [text, isWhole])).toEqual([
      ['ein\u2028s', true],
      ['\u2029zwei\r', true],
      ['', true],
      ['甲乙', true],
      ['unfinished', false],
    ])
  }
  const endless = async function* () {
    for (;;) yield Buffer.alloc(1024 * 1024, 'x')
  }
  await expect(all(linesIn(endless()))).rejects.toThrow('a line of more than')
})

test('a row has one line, whatever order it came in, and the line gives the row back', () => {
  const bytes = (...of: number[]) => new Uint8Array(of)
  const row = {
    pk: { S: 'T#341700#X' },
    z: { SS: ['b', 'a'] },
    a: { M: { y: { BS: [bytes(255), bytes(0, 1)] }, x: { NS: ['9', '10'] } } },
  }
  const own: Attributes = Object.fromEntries([...Object.entries(row), ['__proto__', { N: '1.50' }]])
  const line = lineOf(own)
  expect(line).toBe(
    '{"__proto__":{"N":"1.50"},"a":{"M":{"x":{"NS":["10","9"]},"y":{"BS":["/w==","AAE="]}}},' +
      '"pk":{"S":"T#341700#X"},"z":{"SS":["a","b"]}}',
  )
  expect(lineOf(Object.fromEntries(Object.entries(own).reverse()))).toBe(line)
  expect(lineOf(rowOfLine(line))).toBe(line)
  for (const bad of [
    '',
    '[]',
    'null',
    '{"a":{"S":1}}',
    '{"a":{}}',
    '{"a":{"S":"x","N":"1"}}',
    '{"b":{"S":""},"a":{"S":""}}',
  ])
    expect(() => rowOfLine(bad), bad).toThrow()
})
