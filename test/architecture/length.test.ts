import { describe, expect, test } from 'vitest'
import { sources } from './imports.ts'

const limit = 250
const folders = ['forms', 'functions', 'infra', 'web']
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

describe.each([...folders, 'test'])('%s', (folder) => {
  const files = sources(folder)

  test(`has no file over ${limit} lines`, () => {
    expect(files.length).toBeGreaterThan(0)
    const long = files.filter(({ lines }) => lines > limit).map(({ path, lines }) => `${path}: ${lines}`)
    expect(long).toEqual([])
  })

  test('names no file after what it is not', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|shared)(\.tsx?$|\/)/
    // The contract's own file of what every answer shares was there first.
    const named = files.filter(({ path }) => vague.test(path) && path !== 'functions/api/contract/common.ts')
    expect(named.map(({ path }) => path)).toEqual([])
  })
})

// A test has its set-up beside it, so that only sources are held to this.
describe.each(folders)('%s', (folder) => {
  test('has files of which half are under 80 lines', () => {
    const files = sources(folder)
    expect(files.length).toBeGreaterThan(0)
    expect(median(files.map(({ lines }) => lines))).toBeLessThan(80)
  })
})
