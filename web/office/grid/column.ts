import type { ReactNode } from 'react'
import type { Column } from '#forms/sheet'

/** A typed column (`#forms/sheet`) and how it stands on the screen. The first one of a table stays in view. */
export type GridColumn<R> = Column<R> & {
  /** Pixels; 140 where absent. */
  readonly width?: number
  readonly readOnly?: boolean | ((row: R) => boolean)
  /** Draws the cell while it is not edited; its words where absent. */
  readonly draw?: (row: R) => ReactNode
  /** Opens what the cell only sums up: by Enter, F2 or a double click. */
  readonly open?: (row: R) => void
  /** Values offered first for this row. */
  readonly suggest?: (row: R) => readonly string[]
}

export const widthOf = <R>({ width = 140 }: GridColumn<R>): number => width

/** What is wrong with a cell, or with a row where `column` is absent, in words. */
export type Mark = {
  /** Key of the row. */
  readonly row: string
  readonly column?: string
  readonly level: 'error' | 'warning' | 'todo'
  readonly message: string
}

/** What was typed or pasted and could not be taken; the row keeps its value until it is put right. */
export type Misfit = {
  readonly row: string
  readonly column: string
  readonly typed: string
  readonly says: string
}

export type GridProps<R> = {
  /** What the table holds, read aloud. */
  readonly label: string
  readonly rows: readonly R[]
  /** Unique in the table. */
  readonly rowKey: (row: R) => string
  readonly columns: readonly GridColumn<R>[]
  /** One call is one step of undo. Absent: nothing can be changed. */
  readonly change?: ((rows: readonly R[]) => void) | undefined
  /** Whether this person may change or delete this row; all where absent. */
  readonly mayChange?: (row: R) => boolean
  /** A new empty row with a key of its own among `rows`. Absent: no rows are added. */
  readonly create?: (rows: readonly R[]) => R
  /** A copy with a key of its own. Absent: no rows are duplicated. */
  readonly duplicate?: (row: R, rows: readonly R[]) => R
  /** Whether rows may be deleted. */
  readonly removable?: boolean
  readonly undo?: (() => void) | undefined
  readonly redo?: (() => void) | undefined
  readonly marks?: readonly Mark[]
  /** Beside the search. */
  readonly tools?: ReactNode
  /** Said when there is no row at all: what to do next. */
  readonly empty: string
  /** Draws actions at the end of a row. */
  readonly actions?: { readonly width: number; readonly draw: (row: R) => ReactNode }
  /** Told which row the cursor stands in. */
  readonly active?: (row: R | undefined) => void
  /** A cell to go to; a new object goes there again. */
  readonly goTo?: { readonly row: string; readonly column?: string } | undefined
}
