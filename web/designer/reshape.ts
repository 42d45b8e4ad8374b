import type { CellDraft } from './dialog/draft.ts'
import { cellsOf } from './model.ts'
import type { Raw, RawCell } from './raw.ts'

/** Other cells in the order of the draft. What stood in one that is gone moves to the last, so that nothing is lost. */
export const reshaped = (raw: Raw, drafts: readonly CellDraft[]): Raw => {
  const before = cellsOf(raw)
  const kept = new Set(drafts.map(({ from }) => from))
  const orphans = before.filter((_, index) => !kept.has(index)).flat()
  const lists = drafts.map(({ from }) => (from === undefined ? [] : [...(before[from] ?? [])]))
  lists.at(-1)?.push(...orphans)
  if (raw.type === 'columns')
    return { ...raw, columns: lists.map((components) => ({ components, width: 6, size: 'md' })) }
  return {
    ...raw,
    components: lists.map((components, i) => ({ components, key: `${raw.tag}t${i}`, label: '' })),
  }
}

/** A table of another size. What stood outside of it moves to its last cell. */
export const resized = (raw: Raw, rows: number, columns: number): Raw => {
  const kept = (raw.rows ?? []).slice(0, rows).map((row) => row.slice(0, columns))
  const next: RawCell[][] = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => ({ components: [...(kept[r]?.[c]?.components ?? [])] })),
  )
  const inside = new Set(kept.flat().flatMap(({ components }) => components))
  const orphans = cellsOf(raw)
    .flat()
    .filter((one) => !inside.has(one))
  next
    .at(-1)
    ?.at(-1)
    ?.components.push(...orphans)
  return { ...raw, rows: next, numRows: rows, numCols: columns }
}
