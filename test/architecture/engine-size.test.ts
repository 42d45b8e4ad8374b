import { expect, test } from 'vitest'
import { codeFromText, minified } from '../bench/weight.ts'

const engine = await minified('#forms/engine')

test('the engine weighs less than 60,000 bytes as it is shipped, and 60 KB with its Chinese escaped', async () => {
  expect(Buffer.byteLength(engine)).toBeLessThan(60_000)
  expect((await minified('#forms/engine', '', true)).length).toBeLessThan(60 * 1024)
})

test('nothing in it could turn text into code, and it asks for nothing else', () => {
  expect(codeFromText('eval("1"); Function("x"); import("y")')).toHaveLength(3)
  expect(codeFromText(engine)).toEqual([])
  expect(engine).not.toMatch(/\brequire\(|\bfrom\s*["']|^import\b/m)
})

test('what only publishing needs is not in it: the words of the linter, the importer, the comparison', async () => {
  const publishing = await minified('#forms/definition')
  for (const words of ['在同一层里用了两次', '还没有选项', '没有导入']) {
    expect(publishing).toContain(words)
    expect(engine).not.toContain(words)
  }
})
