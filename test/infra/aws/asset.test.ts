import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiDescription } from '../../../functions/api/app.ts'
import { buildAsset } from '../../../infra/aws/bundle/asset.ts'
import { bundle } from '../../../infra/aws/bundle/bundle.ts'

let out: string
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'yihu-assets-'))
})
afterAll(() => rmSync(out, { recursive: true }))

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted()
const seal = (folder: string): string => {
  const hash = createHash('sha256')
  for (const name of files(folder)) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

describe('the asset of a function', () => {
  test('is one module, the packs and the description of the API, and nothing beside', async () => {
    const folder = await buildAsset('changes', out)
    expect(folder).toBe(join(out, 'changes'))
    const [packs, beside] = [
      files(folder).filter((name) => name.startsWith('packs')),
      files(folder).filter((name) => !name.startsWith('packs')),
    ]
    expect(beside).toEqual(['index.mjs', 'openapi.json'])
    expect(packs).toContain(join('packs', '341700-care', 'profile.json'))
    expect(packs.filter((name) => !name.endsWith('.json'))).toEqual([])
    expect(readFileSync(join(folder, 'openapi.json'), 'utf8')).toBe(apiDescription())
  })

  test('has the same bytes each time, and two builds at once do not spoil it', async () => {
    const before = seal(join(out, 'changes'))
    await Promise.all(Array.from({ length: 4 }, () => buildAsset('changes', out)))
    expect(seal(join(out, 'changes'))).toBe(before)
    expect(readdirSync(out)).toEqual(['changes'])
  })
})

describe.each([
  ['rollup', 260],
  ['courier', 240],
  ['months', 250],
  ['exports', 80],
  ['web', 20],
] as const)('the function %s', (name, limit) => {
  test(`weighs at most ${limit} KB, and holds nothing of the API`, async () => {
    const { bytes, inputs } = await bundle(name)
    expect(bytes).toBeLessThanOrEqual(limit * 1024)
    const strange = [...inputs]
      .filter(
        ([path, part]) =>
          part > 0 && /node_modules\/(?:hono|jose)\/|^forms\/packs\/|^functions\/api\//.test(path),
      )
      .map(([path]) => path)
    expect(strange).toEqual([])
  })
})
