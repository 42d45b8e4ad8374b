import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundle } from '../../infra/aws/bundle/bundle.ts'
import { cloudFunctions, type FunctionName } from '../../infra/aws/functions.ts'
import { read, root, type Source, sources } from './imports.ts'

/** The one store that scans, and writes rows as they are, is for people who open and close tenants, and for nobody else. */
const isOperators = (path: string): boolean => path.startsWith('functions/store/operator-')

const all = sources('functions', 'forms', 'infra', 'web')
const byPath = new Map(all.map((file) => [file.path, file]))

/** Every file that is loaded with an entry, by imports of whichever form. */
const reached = (
  entry: string,
  files: ReadonlyMap<string, Pick<Source, 'imports'>> = byPath,
): ReadonlySet<string> => {
  const seen = new Set([entry])
  for (const path of seen)
    for (const { to, typeOnly } of files.get(path)?.imports ?? [])
      if (!typeOnly && files.has(to)) seen.add(to)
  return seen
}

const entries = [...Object.values(cloudFunctions).map(({ entry }) => entry), 'functions/server.ts'].filter(
  (entry) => existsSync(join(root, entry)),
)

test('the way from an entry to a file is found where there is one', () => {
  expect(all.filter(({ path }) => isOperators(path)).length).toBeGreaterThan(2)
  expect(reached('infra/tenants/main.ts').has('functions/store/operator-store.ts')).toBe(true)
  expect(reached('functions/city.ts').has('functions/store/tenant-store.ts')).toBe(true)
  const imported = (to: string) => ({ imports: [{ from: to, to, typeOnly: false }] })
  const long = new Map([
    ['a', imported('b')],
    ['b', imported('functions/store/operator-x.ts')],
    ['functions/store/operator-x.ts', { imports: [] }],
  ])
  expect([...reached('a', long)].some(isOperators)).toBe(true)
})

describe('the operator’s store', () => {
  test.each(entries)('is not reached from %s', (entry) => {
    expect([...reached(entry)].filter(isOperators)).toEqual([])
  })

  test('is imported by the operator’s commands and the cloud of this machine alone, and no door leads to it', () => {
    const importers = all
      .filter(({ path, imports }) => !isOperators(path) && imports.some(({ to }) => isOperators(to)))
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('infra/tenants/'))
    expect(importers).toEqual(['infra/local/cloud/ring.ts'])
    expect(read('functions/store/index.ts')).not.toMatch(/operator-/)
  })

  test('scans, and nobody else does', () => {
    expect(read('functions/store/operator-store.ts')).toContain('begins_with(pk, :own)')
    const scanning = all.filter(({ path }) => /\bScanCommand\b|\bBatchWriteItemCommand\b/.test(read(path)))
    expect(scanning.map(({ path }) => path)).toEqual(['functions/store/operator-store.ts'])
  })

  test.each(Object.keys(cloudFunctions) as FunctionName[])('is in no bundle: %s', async (name) => {
    if (!existsSync(join(root, cloudFunctions[name].entry))) return
    const { inputs, text } = await bundle(name)
    expect([...inputs.keys()].filter(isOperators)).toEqual([])
    // A piece of its scan, which stays as it is in a bundle.
    expect(text.includes('begins_with(pk, :own)')).toBe(false)
  })
})
