/** A free id for a fee row, `bath-2026-12-01`, that says what it is for. */
export function rowId(item: string, from: string, taken: (id: string) => boolean): string {
  const base = `${item}-${from}`
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken(id)) return id
  }
}
