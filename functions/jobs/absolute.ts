import { Conflict, type Key, type Row, type Write } from '../store/index.ts'

type Store = {
  get<T extends object>(key: Key, options?: { consistent?: boolean }): Promise<Row<T> | undefined>
  write(writes: readonly Write[]): Promise<void>
}

/** What a row should be: another item, none, or what stands there already. */
export type Wanted<T> = { readonly item: T } | 'none' | 'as it is'

const attempts = 5

/**
 * Sets a row to what it should be by now. `wanted` sees the row that stands and is asked again whenever somebody
 * else wrote in between, so repeating a rollup, late or twice at once, never brings back what is older.
 */
export const setAbsolute = async <T extends object>(
  store: Store,
  key: Key,
  wanted: (standing: Row<T> | undefined) => Wanted<T> | Promise<Wanted<T>>,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const standing = await store.get<T>(key, { consistent: true })
    const want = await wanted(standing)
    if (want === 'as it is' || (want === 'none' && !standing)) return
    const expect = standing ? { rev: standing.rev } : ('absent' as const)
    try {
      return await store.write(
        want === 'none'
          ? [{ remove: key, expect: { rev: standing?.rev ?? 0 } }]
          : [{ put: key, item: want.item, expect }],
      )
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === attempts) throw error
    }
  }
}
