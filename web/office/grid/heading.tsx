import { useTranslation } from 'react-i18next'
import type { GridColumn } from './column.ts'
import { Filter } from './filter.tsx'
import type { Range } from './move.ts'
import { Part } from './part.tsx'
import type { Layout } from './row.tsx'
import type { GridState } from './use-grid.ts'

type Props<R> = {
  readonly columns: readonly GridColumn<R>[]
  readonly layout: Layout
  readonly head: number
  readonly range: Range
  readonly state: GridState<R>
  readonly actions: boolean
  /** Goes from a heading down into its column. */
  readonly back: (column: number) => void
}

/** The headings. The arrow up from the first row comes here; each opens sorting and the filter of its column. */
export function Heading<R>({ columns, layout, head, range, state, actions, back }: Props<R>) {
  const { t } = useTranslation('grid')
  const { rows, shown, rowKey } = state.table()
  const all = shown.length > 0 && state.picked.size >= shown.length
  const keys = (at: number) => (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') back(at)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const next = at + (event.key === 'ArrowLeft' ? -1 : 1)
      const row = event.currentTarget.closest('.grid-head')
      row?.querySelectorAll<HTMLElement>('.grid-filter')[next]?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <Part role="row" aria-rowindex={1} className="grid-head" style={{ height: head, width: layout.total }}>
      <Part role="columnheader" aria-colindex={1} className="grid-gutter" style={{ width: layout.gutter }}>
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={all}
            aria-label={t('selectAll')}
            onChange={() =>
              state.setPicked(
                all
                  ? new Set()
                  : new Set(shown.flatMap((at) => (rows[at] === undefined ? [] : [rowKey(rows[at])]))),
              )
            }
          />
          <span className="visually-hidden">{t('number')}</span>
        </label>
      </Part>
      {columns.map((column, at) => (
        <Part
          key={column.id}
          role="columnheader"
          aria-colindex={at + 2}
          aria-sort={
            state.view.sort?.column === column.id
              ? state.view.sort.down
                ? 'descending'
                : 'ascending'
              : 'none'
          }
          className={`grid-title${at === 0 ? ' still' : ''}${at >= range.left && at <= range.right ? ' selected' : ''}`}
          style={{
            width: (layout.lefts[at + 1] ?? 0) - (layout.lefts[at] ?? 0),
            ...(at === 0 && { left: layout.gutter }),
          }}
        >
          <Filter
            column={column}
            rows={() => state.table().rows}
            view={state.view}
            look={state.look}
            keys={keys(at)}
          />
        </Part>
      ))}
      {actions && (
        <Part
          role="columnheader"
          aria-colindex={columns.length + 2}
          className="grid-title grid-actions"
          style={{ width: layout.actions }}
        >
          {t('actions')}
        </Part>
      )}
    </Part>
  )
}
