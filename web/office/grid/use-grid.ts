import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn, GridProps, Misfit } from './column.ts'
import { type Cursor, clamp, rangeOf, single } from './move.ts'
import { arranged, everything, shownRows, type View } from './view.ts'
import { cellKey, type Table, type Written } from './write.ts'

const nothing = { hidden: new Set<string>(), rank: new Map<string, number>() }

/** The state of one table: what is shown, where the cursor stands, which rows are picked, what could not be taken. */
export function useGrid<R>(props: GridProps<R>) {
  const { rows, columns, rowKey, change, mayChange, create } = props
  const { t } = useTranslation('grid')
  const [view, setView] = useState<{ readonly view: View; readonly order: ReturnType<typeof arranged<R>> }>({
    view: everything,
    order: nothing,
  })
  const [cursor, setCursor] = useState<Cursor>(single({ row: 0, column: 0 }))
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [misfits, setMisfits] = useState<ReadonlyMap<string, Misfit>>(new Map())
  const [said, setSaid] = useState('')

  const shown = useMemo(() => shownRows(rows, rowKey, view.order), [rows, rowKey, view.order])
  const size = { rows: shown.length, columns: columns.length }
  const held: Cursor = { at: clamp(cursor.at, size), to: clamp(cursor.to, size) }

  const mayWrite = useCallback(
    (row: R, column: GridColumn<R>) =>
      change !== undefined &&
      column.kind !== 'shown' &&
      column.locked?.(row) === undefined &&
      (mayChange?.(row) ?? true) &&
      !(typeof column.readOnly === 'function' ? column.readOnly(row) : column.readOnly),
    [change, mayChange],
  )
  const table: Table<R> = { rows, shown, columns, rowKey, mayWrite, create: change && create }
  // Two changes within one event (a cell left by cutting it) must build on each other.
  const latest = useRef(table)
  latest.current = table

  const replace = (next: readonly R[]) => {
    latest.current = { ...latest.current, rows: next }
    change?.(next)
  }
  const put = (written: Written<R>, tell = true) => {
    if (written.rows.length !== rows.length || written.rows.some((row, at) => row !== rows[at]))
      replace(written.rows)
    setMisfits((before) => {
      const kept = new Map([...before].filter(([key]) => !written.touched.has(key)))
      for (const misfit of written.misfits) kept.set(cellKey(misfit.row, misfit.column), misfit)
      return kept
    })
    const { cells, added, locked, beyond } = written
    const parts = [
      tell && cells > 0 && t('done.cells', { count: cells }),
      added > 0 && t('done.added', { count: added }),
      written.misfits.length > 0 && t('done.misfits', { count: written.misfits.length }),
      locked > 0 && t('done.locked', { count: locked }),
      beyond.rows > 0 && t('done.beyondRows', { count: beyond.rows }),
      beyond.columns > 0 && t('done.beyondColumns', { count: beyond.columns }),
    ]
    setSaid(parts.filter(Boolean).join('，'))
  }
  const look = (next: View) => {
    setView({ view: next, order: arranged(latest.current.rows, columns, rowKey, next) })
    setCursor(single({ row: 0, column: 0 }))
  }

  const range = rangeOf(held)
  const inRange = shown.slice(range.top, range.bottom + 1)
  const chosen =
    picked.size > 0
      ? shown.filter((at) => {
          const row = rows[at]
          return row !== undefined && picked.has(rowKey(row))
        })
      : inRange
  /** Indexes of the rows that a bulk action is about: those picked, else those of the selection. */
  const targets = chosen.flatMap((at) => {
    const row = rows[at]
    return row === undefined ? [] : [{ at, row }]
  })
  const keys = useMemo(() => new Set(rows.map(rowKey)), [rows, rowKey])
  const open = useMemo(() => [...misfits.values()].filter(({ row }) => keys.has(row)), [misfits, keys])

  return {
    view: view.view,
    look,
    cursor: held,
    setCursor,
    size,
    shown,
    table: () => latest.current,
    mayWrite,
    put,
    replace,
    picked,
    setPicked,
    targets,
    misfits,
    openMisfits: open,
    dropMisfits: () => setMisfits(new Map()),
    said,
    say: setSaid,
  }
}

export type GridState<R> = ReturnType<typeof useGrid<R>>
