import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nextOrder, type Order, ordered, type SortValue } from './order.ts'

export type Column<Row> = {
  readonly key: string
  /** Words alone, for the sort button. */
  readonly title: string
  /** What stands in the head; `title` if absent. */
  readonly head?: ReactNode
  readonly numeric?: boolean
  readonly sort?: (row: Row) => SortValue
  readonly cell: (row: Row) => ReactNode
}

type Props<Row> = {
  readonly caption: string
  /** The first column is the head of its row and stays in sight. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly selected?: string
}

/** A plain table that a keyboard and a screen reader understand: row and column heads, sort buttons, a scrollable region. */
export function Matrix<Row>({ caption, columns, rows, rowKey, selected }: Props<Row>) {
  const { t } = useTranslation('oversight')
  const [order, setOrder] = useState<Order>()
  const id = useId()
  const by = columns.find(({ key }) => key === order?.key)?.sort
  const shown = order && by ? ordered(rows, by, order.descending) : rows
  return (
    <>
      <p id={id} className="matrix-caption">
        {caption}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="matrix" aria-labelledby={id} tabIndex={0}>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              {columns.map(({ key, title, head, numeric, sort }) => (
                <th
                  key={key}
                  scope="col"
                  className={numeric ? 'number' : undefined}
                  aria-sort={order?.key === key ? (order.descending ? 'descending' : 'ascending') : undefined}
                >
                  {sort ? (
                    <button
                      type="button"
                      title={t('sort', { title })}
                      onClick={() => setOrder(nextOrder(order, key))}
                    >
                      {head ?? title}
                      <span className="sort-sign" aria-hidden="true" />
                    </button>
                  ) : (
                    (head ?? title)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)} className={rowKey(row) === selected ? 'selected' : undefined}>
                {columns.map(({ key, numeric, cell }, at) =>
                  at === 0 ? (
                    <th key={key} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={key} className={numeric ? 'number' : undefined}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
