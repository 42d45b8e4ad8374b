export type At = { readonly row: number; readonly column: number }
/** `at` is the active cell; the selection reaches from it to `to`. */
export type Cursor = { readonly at: At; readonly to: At }
export type Size = { readonly rows: number; readonly columns: number }
export type Range = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const single = (at: At): Cursor => ({ at, to: at })

export const rangeOf = ({ at, to }: Cursor): Range => ({
  top: Math.min(at.row, to.row),
  bottom: Math.max(at.row, to.row),
  left: Math.min(at.column, to.column),
  right: Math.max(at.column, to.column),
})

export const clamp = ({ row, column }: At, { rows, columns }: Size): At => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
})

export const isInside = ({ top, bottom, left, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

type Key = {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const ARROWS: Readonly<Record<string, At>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** Where a key moves the cursor, as in Excel; undefined when the key does not move it. `page` is the rows in view. */
export function moved(cursor: Cursor, { key, shiftKey, ctrlKey, metaKey }: Key, size: Size, page: number) {
  const far = ctrlKey || metaKey
  const from = shiftKey && key !== 'Tab' && key !== 'Enter' ? cursor.to : cursor.at
  const go = (row: number, column: number): Cursor => {
    const to = clamp({ row, column }, size)
    return shiftKey && key !== 'Tab' && key !== 'Enter' ? { at: cursor.at, to } : single(to)
  }
  const arrow = ARROWS[key]
  if (arrow)
    return far
      ? go(
          arrow.row === 0 ? from.row : arrow.row * size.rows,
          arrow.column === 0 ? from.column : arrow.column * size.columns,
        )
      : go(from.row + arrow.row, from.column + arrow.column)
  switch (key) {
    case 'Home':
      return go(far ? 0 : from.row, 0)
    case 'End':
      return go(far ? size.rows : from.row, size.columns)
    case 'PageUp':
      return go(from.row - page, from.column)
    case 'PageDown':
      return go(from.row + page, from.column)
    case 'Enter':
      return go(from.row + (shiftKey ? -1 : 1), from.column)
    case 'Tab':
      return tabbed(from, shiftKey, size)
    default:
      return undefined
  }
}

/** The next cell, over the end of the row; undefined past the last cell and before the first, where Tab leaves the table. */
function tabbed({ row, column }: At, back: boolean, { rows, columns }: Size): Cursor | undefined {
  const place = row * columns + column + (back ? -1 : 1)
  if (place < 0 || place >= rows * columns) return undefined
  return single({ row: Math.floor(place / columns), column: place % columns })
}
