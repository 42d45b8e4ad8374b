import type { FeeRow } from '../schema.ts'

/** A free id for a fee row, `bath-2026-12-01`, that says what it is for. */
export function rowId(item: string, from: string, taken: (id: string) => boolean): string {
  const base = [item || 'fee', from].filter(Boolean).join('-')
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken(id)) return id
  }
}

/** A row of which only the place may be known. */
export const newRow = (rows: readonly FeeRow[], division?: string): FeeRow => ({
  id: rowId('', '', (id) => rows.some((row) => row.id === id)),
  item: '',
  unit: '',
  amount: null,
  from: '',
  ...(division !== undefined && { division }),
})
