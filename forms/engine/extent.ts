import { isList, own } from '../logic/index.ts'
import type { Level, Plan } from './plan.ts'

/**
 * A cell is one component in one row. A grid alone never has more (200 rows, 1,000 components); only rows within
 * rows can multiply, and without this limit a few kilobytes of empty rows would cost seconds and fill the memory.
 */
const most = 200_000

/** Whether answers open more cells than one evaluation may hold. Looks at rows only, one level after another. */
export const overfull = (plan: Plan, answers: Record<string, unknown>): boolean => {
  const [root] = plan.levels
  return root !== undefined && cellsOf(root, [answers], 0) > most
}

const cellsOf = (level: Level, rows: readonly unknown[], before: number): number => {
  let cells = before + rows.length * level.nodes.length
  for (const node of level.nodes) {
    if (!node.inner || cells > most) continue
    const inner: unknown[] = []
    for (const row of rows) {
      if (inner.length > most) break
      const value = own(row, node.key) ?? node.fallback
      if (!node.rows) inner.push(value)
      // A grid with too many rows is refused by itself and opens none.
      else if (isList(value) && value.length <= node.rows.cap) for (const item of value) inner.push(item)
    }
    cells = cellsOf(node.inner, inner, cells)
  }
  return cells
}
