import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '../../../functions/problem.ts'
import { openTable } from './table.ts'

let table: Awaited<ReturnType<typeof openTable>>
const names = ['a1', 'a2', 'a3', 'b1', 'b2']
beforeAll(async () => {
  table = await openTable()
  await table.store().write(
    names.map((sk) => ({
      put: ['P', sk] as const,
      item: { body: 'x'.repeat(100) },
      expect: 'absent' as const,
      index: ['Q', `due#${sk}`] as const,
      card: { sk },
    })),
  )
  await table
    .store('349901')
    .write([{ put: ['P', 'a2'], item: {}, expect: 'absent', index: ['Q', 'due#a2'], card: {} }])
})
afterAll(() => table.stop())

const pages = async (read: (after?: string) => Promise<{ names: string[]; next?: string }>) => {
  const seen: string[][] = []
  for (let after: string | undefined; ; ) {
    const page = await read(after)
    seen.push(page.names)
    if (page.next === undefined) return seen
    after = page.next
  }
}

const listed = (options: object) =>
  pages(async (after) => {
    const page = await table.store().list('P', { limit: 2, ...options, ...(after && { after }) })
    return { names: page.items.map(({ sk }) => sk), ...(page.next && { next: page.next }) }
  })

describe('pages', () => {
  test('follow each other without gap or repetition, both ways', async () => {
    expect((await listed({})).flat()).toEqual(names)
    expect((await listed({ newestFirst: true })).flat()).toEqual([...names].reverse())
    expect((await listed({ prefix: 'a' })).flat()).toEqual(['a1', 'a2', 'a3'])
  })

  test('of the index carry cards and the keys they lead to', async () => {
    const seen = await pages(async (after) => {
      const page = await table.store().listIndex<{ sk: string }>('Q', { limit: 2, ...(after && { after }) })
      for (const row of page.items) expect(Object.keys(row).sort()).toEqual(['card', 'indexSk', 'key', 'rev'])
      return { names: page.items.map(({ card }) => card.sk), ...(page.next && { next: page.next }) }
    })
    expect(seen.flat()).toEqual(names)
  })

  test('all reads on past the limit of one answer', async () => {
    expect((await table.store().all('P')).map(({ sk }) => sk)).toEqual(names)
  })

  test('getAll keeps the order, repeats and gaps', async () => {
    const rows = await table.store().getAll<{ sk: string }>([
      ['P', 'b1'],
      ['P', 'no'],
      ['P', 'a1'],
      ['P', 'b1'],
    ])
    expect(rows.map((row) => row?.sk)).toEqual(['b1', undefined, 'a1', 'b1'])
    const many = await table.store().getAll(Array.from({ length: 230 }, (_, i) => ['P', `n${i}`] as const))
    expect(many).toHaveLength(230)
  })
})

describe('a forged cursor', () => {
  const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const bad = [
    '',
    'x',
    '%%%',
    'AAAA',
    b64({}),
    b64([]),
    b64(['']),
    b64([1]),
    b64(['a', 'b']),
    b64(['z'.repeat(2000)]),
    'A'.repeat(9000),
  ]

  test.each(bad)('%j is refused as malformed', async (after) => {
    const refused = await table
      .store()
      .list('P', { after })
      .catch((error) => error)
    expect(refused).toBeInstanceOf(Refused)
    expect(refused.code).toBe('malformed')
  })

  test('that leaves the prefix is refused', async () => {
    await expect(table.store().list('P', { prefix: 'a', after: b64(['b1']) })).rejects.toBeInstanceOf(Refused)
  })

  test('that names another city stays in its own', async () => {
    table.calls.length = 0
    const page = await table.store().listIndex('Q', { after: b64(['due#a1', 'T#349901#P', 'a1']) })
    expect(page.items.every(({ key }) => key[0] === 'P')).toBe(true)
    const { items } = await table.store().list('P', { after: b64(['T#349901#P']) })
    expect(items.map(({ sk }) => sk)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2'])
    const named = table.calls.flatMap(({ partitions }) => partitions)
    expect(named.every((pk) => pk.startsWith('T#341700#'))).toBe(true)
  })
})
