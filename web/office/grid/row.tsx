import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '#forms/sheet'
import { yuan } from '../../app/money.ts'
import type { GridColumn, Mark, Misfit } from './column.ts'
import { isRight } from './editor.tsx'
import { Part } from './part.tsx'
import { cellKey } from './write.ts'

export type Layout = {
  readonly lefts: readonly number[]
  readonly gutter: number
  readonly height: number
  readonly total: number
  readonly actions: number
}

type Props<R> = {
  readonly row: R
  readonly name: string
  /** Place among the rows shown, from 0. */
  readonly place: number
  readonly columns: readonly GridColumn<R>[]
  readonly layout: Layout
  readonly head: number
  /** The selected columns of this row. */
  readonly left: number
  readonly right: number
  readonly picked: boolean
  readonly pick: (name: string, range: boolean) => void
  readonly mayWrite: (row: R, column: GridColumn<R>) => boolean
  readonly marks: readonly Mark[] | undefined
  readonly misfits: ReadonlyMap<string, Misfit>
  readonly active: number
  /** The field of the active cell. */
  readonly editor: ReactNode
  readonly actions: ReactNode
}

/** What a cell shows while it is not edited. */
function shownIn<R>(column: GridColumn<R>, row: R): ReactNode {
  if (column.draw) return column.draw(row)
  if (column.kind === 'money') {
    const fen = column.get(row)
    return fen === null ? '' : yuan(fen)
  }
  return cellText(column, row)
}

function RowOf<R>(props: Props<R>) {
  const {
    row,
    name,
    place,
    columns,
    layout,
    head,
    picked,
    pick,
    mayWrite,
    marks = [],
    misfits,
    active,
  } = props
  const { t } = useTranslation('grid')
  const whole = marks.filter(({ column }) => column === undefined)
  return (
    <Part
      role="row"
      aria-rowindex={place + 2}
      aria-selected={picked}
      className={`grid-row${picked ? ' picked' : ''}`}
      style={{ top: head + place * layout.height, height: layout.height, width: layout.total }}
    >
      <Part role="gridcell" aria-colindex={1} className="grid-gutter" style={{ width: layout.gutter }}>
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={picked}
            aria-label={t('select', { n: place + 1 })}
            onClick={({ shiftKey }) => pick(name, shiftKey)}
            onChange={() => undefined}
          />
          <span
            className={whole.length > 0 ? `grid-number grid-${whole[0]?.level}` : 'grid-number'}
            title={said(whole)}
          >
            {place + 1}
          </span>
        </label>
      </Part>
      {columns.map((column, at) => {
        const misfit = misfits.get(cellKey(name, column.id))
        const own = marks.filter((mark) => mark.column === column.id)
        const level = misfit ? 'error' : own[0]?.level
        const words = misfit ? t(misfit.typed === '' ? 'uncleared' : 'wrong', misfit) : said(own)
        const selected = at >= props.left && at <= props.right
        const classes = [
          'grid-cell',
          at === 0 && 'still',
          isRight(column) && 'right',
          selected && 'selected',
          at === active && 'active',
          level && `grid-${level}`,
          !mayWrite(row, column) && 'locked',
        ]
        return (
          <Part
            key={column.id}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 2}
            aria-selected={selected}
            aria-readonly={!mayWrite(row, column)}
            aria-invalid={level === 'error'}
            data-row={place}
            data-column={at}
            title={words}
            className={classes.filter(Boolean).join(' ')}
            style={{
              width: (layout.lefts[at + 1] ?? 0) - (layout.lefts[at] ?? 0),
              ...(at === 0 && { left: layout.gutter }),
            }}
          >
            <span className="grid-text">{misfit?.typed ? misfit.typed : shownIn(column, row)}</span>
            {level && <span className="grid-flag" aria-hidden />}
            {at === active && props.editor}
          </Part>
        )
      })}
      {layout.actions > 0 && (
        <Part
          role="gridcell"
          aria-colindex={columns.length + 2}
          className="grid-cell grid-actions"
          style={{ width: layout.actions }}
        >
          {props.actions}
        </Part>
      )}
    </Part>
  )
}

const said = (marks: readonly Mark[]): string | undefined =>
  marks.length > 0 ? marks.map(({ message }) => message).join('；') : undefined

export const Row = memo(RowOf) as typeof RowOf
