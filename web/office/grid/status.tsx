import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GridColumn, Mark } from './column.ts'
import { type Cursor, single } from './move.ts'
import type { GridState } from './use-grid.ts'
import { cellKey } from './write.ts'

type Props<R> = {
  readonly id: string
  readonly state: GridState<R>
  readonly columns: readonly GridColumn<R>[]
  readonly rowKey: (row: R) => string
  readonly marks: ReadonlyMap<string, readonly Mark[]>
  readonly go: (cursor: Cursor) => void
}

/** Below a table: what the active cell has, what the last action did, and what could not be taken. */
export function Status<R>({ id, state, columns, rowKey, marks, go }: Props<R>) {
  const { t } = useTranslation('grid')
  const { rows, shown } = state.table()
  const { at } = state.cursor
  const row = rows[shown[at.row] ?? -1]
  const column = columns[at.column]
  const name = row === undefined ? '' : rowKey(row)
  const misfit = column && state.misfits.get(cellKey(name, column.id))
  const own = (marks.get(name) ?? []).filter(
    (mark) => mark.column === undefined || mark.column === column?.id,
  )
  const words = misfit
    ? t(misfit.typed === '' ? 'uncleared' : 'wrong', misfit)
    : own.map(({ message }) => message).join('；')
  const reason = row === undefined ? undefined : column?.locked?.(row)
  const next = () => {
    const open = state.openMisfits
    const current = misfit ? open.indexOf(misfit) : -1
    const target = open[(current + 1) % open.length]
    const place = shown.findIndex((index) => {
      const one = rows[index]
      return one !== undefined && rowKey(one) === target?.row
    })
    if (place >= 0)
      go(
        single({
          row: place,
          column: Math.max(
            0,
            columns.findIndex((one) => one.id === target?.column),
          ),
        }),
      )
  }
  return (
    <div className="grid-status">
      <p id={id} role="status">
        {words && <span className="grid-words-wrong">{words}</span>}
        {state.said && <span>{state.said}</span>}
        {!words && reason && <span className="muted">{reason}</span>}
        {!words && !state.said && !reason && column?.hint && <span className="muted">{column.hint}</span>}
      </p>
      {state.openMisfits.length > 0 && (
        <span className="grid-misfits">
          {t('misfits', { count: state.openMisfits.length })}
          <Button size="small" onClick={next}>
            {t('nextMisfit')}
          </Button>
          <Button size="small" type="text" onClick={state.dropMisfits}>
            {t('dropMisfits')}
          </Button>
        </span>
      )}
    </div>
  )
}
