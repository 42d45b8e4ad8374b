import { Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '#forms/sheet'
import type { GridColumn } from './column.ts'
import type { View } from './view.ts'

/** The most words that a list offers; beyond them one looks for them. */
const MOST = 200

type Props<R> = {
  readonly column: GridColumn<R>
  readonly rows: () => readonly R[]
  readonly view: View
  readonly look: (view: View) => void
  /** Keys while the button has the focus. */
  readonly keys: (event: React.KeyboardEvent) => void
}

/** The heading of a column: sort, and choose the words that are let through, as in Excel. */
export function Filter<R>({ column, rows, view, look, keys }: Props<R>) {
  const { t } = useTranslation('grid')
  const [open, setOpen] = useState(false)
  const on = view.filters[column.id] !== undefined
  const sorted = view.sort?.column === column.id ? (view.sort.down ? ' ↓' : ' ↑') : ''
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <Choice
          column={column}
          rows={rows()}
          view={view}
          look={(next) => {
            setOpen(false)
            look(next)
          }}
        />
      }
    >
      <button
        type="button"
        tabIndex={-1}
        className={on ? 'grid-filter on' : 'grid-filter'}
        aria-label={t(on ? 'filterOn' : 'filter', { column: `${column.title}${sorted}` })}
        title={column.hint}
        onKeyDown={keys}
      >
        <span>
          {column.title}
          {sorted}
        </span>
        <span aria-hidden>▾</span>
      </button>
    </Popover>
  )
}

function Choice<R>({
  column,
  rows,
  view,
  look,
}: Omit<Props<R>, 'keys' | 'rows'> & { readonly rows: readonly R[] }) {
  const { t } = useTranslation('grid')
  const [find, setFind] = useState('')
  const words = [...new Set(rows.map((row) => cellText(column, row)))].toSorted((a, b) =>
    a.localeCompare(b, 'zh-CN', { numeric: true }),
  )
  const [chosen, setChosen] = useState<readonly string[]>(view.filters[column.id] ?? words)
  const found = words.filter((word) => word.toLowerCase().includes(find.trim().toLowerCase()))
  const { [column.id]: _own, ...others } = view.filters
  const { sort: _sort, ...unsorted } = view
  const narrowed = find.trim() === '' ? chosen : chosen.filter((word) => found.includes(word))
  return (
    <div className="grid-choice">
      <div className="grid-sort">
        {([false, true] as const).map((down) => (
          <Button
            key={String(down)}
            size="small"
            onClick={() => look({ ...view, sort: { column: column.id, down } })}
          >
            {t(down ? 'down' : 'up')}
          </Button>
        ))}
        {view.sort && (
          <Button size="small" onClick={() => look(unsorted)}>
            {t('unsorted')}
          </Button>
        )}
      </div>
      <Input
        allowClear
        autoFocus
        placeholder={t('filterFind')}
        aria-label={t('filterFind')}
        value={find}
        onChange={({ target }) => setFind(target.value)}
      />
      <Checkbox
        checked={found.every((word) => chosen.includes(word))}
        onChange={({ target }) =>
          setChosen(
            target.checked
              ? [...new Set([...chosen, ...found])]
              : chosen.filter((word) => !found.includes(word)),
          )
        }
      >
        {t('filterAll')}
      </Checkbox>
      <div className="grid-words">
        {found.slice(0, MOST).map((word) => (
          <Checkbox
            key={word}
            checked={chosen.includes(word)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, word] : chosen.filter((one) => one !== word))
            }
          >
            {word === '' ? t('empty') : word}
          </Checkbox>
        ))}
      </div>
      <div className="grid-sort">
        <Button
          type="primary"
          size="small"
          disabled={narrowed.length === 0}
          onClick={() =>
            look({
              ...view,
              filters: narrowed.length === words.length ? others : { ...others, [column.id]: narrowed },
            })
          }
        >
          {t('filterApply')}
        </Button>
        <Button size="small" onClick={() => look({ ...view, filters: others })}>
          {t('filterClear')}
        </Button>
      </div>
    </div>
  )
}
