import { Alert, Button, Segmented } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue, Objects, Profile } from '#forms/catalogue'
import type { FeeRow, Fees } from '#forms/fees'
import { feeReport, mostFees, newRow, rowId } from '#forms/fees/sheet'
import type { Sheet } from '#forms/sheet'
import { Grid } from '../../office/grid/index.ts'
import type { EditorProps } from '../document/editor.tsx'
import { JsonDocument } from '../document/json.tsx'
import { useParsed } from '../document/parsed.ts'
import { type SheetJob, SheetMenu } from '../sheet/index.ts'
import { today } from '../today.ts'
import { ChangePrice } from './change.tsx'
import { rowColumns } from './columns.tsx'
import { feeMarks } from './marks.ts'
import { namesOf } from './names.ts'
import { RowDrawer } from './row.tsx'
import { RowActions } from './row-actions.tsx'
import { Timeline } from './timeline.tsx'
import { useWhen } from './when.ts'

const hasRows = (value: Record<string, unknown>) => Array.isArray(value['rows'])
const idOf = (row: FeeRow) => row.id

/** The fee standard of a city, edited as in Excel. */
export function FeeTable(props: EditorProps) {
  const parsed = useParsed<Fees>(props.text, props.change, hasRows)
  return parsed ? <Rows {...props} {...parsed} /> : <JsonDocument {...props} />
}

type Props = EditorProps & { readonly value: Fees; readonly write: (next: Fees) => void }

function Rows({ value, write, around, readOnly, own, findings, saved, undo, redo, at }: Props) {
  const { t } = useTranslation('studio')
  const [open, setOpen] = useState<string | 'new'>()
  const [changing, setChanging] = useState<FeeRow>()
  const [active, setActive] = useState<string>()
  const { when, setWhen, shown, put } = useWhen(value.rows)
  const before = saved as Fees | undefined
  const names = useMemo(() => namesOf(around, own, value), [around, own, value])
  const words = useMemo(
    () => ({
      fees: value,
      catalogue: around['catalogue'] as Catalogue | undefined,
      objects: around['objects'] as Objects | undefined,
      profile: around['profile'] as Profile | undefined,
      levels: names.levels,
      own: own && new Set(names.divisions.map((one) => one.value)),
    }),
    [value, around, names, own],
  )
  const columns = useMemo(() => rowColumns({ words, open: setOpen, t }), [words, t])
  const marks = useMemo(
    () => feeMarks(value, words.catalogue, before, findings),
    [value, words.catalogue, before, findings],
  )
  const change = useCallback(
    (rows: readonly FeeRow[]) => write({ ...value, rows: [...rows] }),
    [value, write],
  )
  const mayChange = useCallback((row: FeeRow) => names.within(row.division), [names])
  const job: SheetJob<FeeRow> = useMemo(
    () => ({
      name: t('fees.sheet'),
      columns,
      rows: value.rows,
      rowKey: idOf,
      nameOf: (row) =>
        [names.item(row.item), row.level && names.level(row.level), row.from].filter(Boolean).join(' '),
      most: mostFees,
      report: (sheet: Sheet) => feeReport(sheet, words),
      replace: readOnly ? undefined : change,
    }),
    [columns, value, words, names, readOnly, change, t],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish to see a place moves the cursor.
  const goTo = useMemo(() => {
    const index = /^\/rows\/(\d+)(?:\/(\w+))?/.exec(at?.pointer ?? '')
    const row = index && (before ?? value).rows[Number(index[1])]
    return row ? { row: row.id, column: index[2] ?? 'item' } : undefined
  }, [at])
  const taken = (id: string) => value.rows.some((row) => row.id === id)
  const [only] = names.divisions
  return (
    <div className="table-room">
      {value.demo && <Alert type="warning" showIcon title={t('fees.demo')} />}
      <Grid<FeeRow>
        label={t('fees.sheet')}
        rows={shown}
        rowKey={idOf}
        columns={columns}
        change={readOnly ? undefined : (rows) => change(put(rows))}
        mayChange={mayChange}
        create={(rows) => ({
          ...newRow([...value.rows, ...rows], own && only?.value),
          from: today(),
        })}
        duplicate={(row, rows) => {
          const { source: _, ...copy } = row
          const used = new Set([...value.rows, ...rows].map(idOf))
          return { ...copy, id: rowId(row.item, row.from, (id) => used.has(id)) }
        }}
        removable
        undo={undo}
        redo={redo}
        marks={marks}
        empty={t('fees.none')}
        goTo={goTo}
        active={(row) => setActive(row?.item)}
        tools={
          <>
            <Segmented
              aria-label={t('fees.when')}
              value={when}
              onChange={setWhen}
              options={(['all', 'now', 'later', 'past'] as const).map((one) => ({
                value: one,
                label: t(`fees.${one}`),
              }))}
            />
            <SheetMenu job={job} />
            {!readOnly && (
              <Button type="primary" onClick={() => setOpen('new')}>
                {t('fees.add')}
              </Button>
            )}
          </>
        }
        actions={{
          width: readOnly ? 70 : 190,
          draw: (row) => (
            <RowActions
              row={row}
              readOnly={readOnly}
              mine={names.within(row.division)}
              open={() => setOpen(row.id)}
              change={() => setChanging(row)}
            />
          ),
        }}
      />
      <Timeline item={active} rows={value.rows} names={names} />
      {open !== undefined && (
        <RowDrawer
          key={open}
          row={value.rows.find(({ id }) => id === open)}
          names={names}
          bounded={own !== undefined}
          readOnly={
            readOnly || (open !== 'new' && !mayChange(value.rows.find(({ id }) => id === open) ?? newRow([])))
          }
          taken={taken}
          close={() => setOpen(undefined)}
          put={(row, id) =>
            change(
              id === undefined ? [...value.rows, row] : value.rows.map((one) => (one.id === id ? row : one)),
            )
          }
          remove={(id) => change(value.rows.filter((one) => one.id !== id))}
        />
      )}
      {changing && (
        <ChangePrice
          row={changing}
          title={names.item(changing.item)}
          close={() => setChanging(undefined)}
          put={(closed, next) => {
            change(value.rows.flatMap((one) => (one.id === closed.id ? [closed, next] : [one])))
            if (next.tiers || next.formula) setOpen(next.id)
          }}
          taken={taken}
        />
      )}
    </div>
  )
}
