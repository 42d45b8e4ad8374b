import { Button, Tag } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue, Item, Objects, Providers } from '#forms/catalogue'
import { catalogueReport, copyOfItem, mostItems, newItem } from '#forms/catalogue/sheet'
import type { Fees } from '#forms/fees'
import type { Sheet } from '#forms/sheet'
import { Grid } from '../../office/grid/index.ts'
import type { EditorProps } from '../document/editor.tsx'
import { JsonDocument } from '../document/json.tsx'
import { useParsed } from '../document/parsed.ts'
import { type SheetJob, SheetMenu } from '../sheet/index.ts'
import { itemColumns } from './columns.tsx'
import { ItemDrawer } from './item.tsx'
import { catalogueMarks } from './marks.ts'

const hasItems = (value: Record<string, unknown>) =>
  Array.isArray(value['items']) && Array.isArray(value['categories']) && Array.isArray(value['modes'])

const keyOf = (item: Item) => item.key

/** The service items of a city, edited as in Excel. What does not fit a cell stands in the drawer of the item. */
export function CatalogueTable(props: EditorProps) {
  const parsed = useParsed<Catalogue>(props.text, props.change, hasItems)
  return parsed ? <Items {...props} {...parsed} /> : <JsonDocument {...props} />
}

type Props = EditorProps & { readonly value: Catalogue; readonly write: (next: Catalogue) => void }

function Items({ value, write, around, readOnly, findings, saved, undo, redo, at }: Props) {
  const { t } = useTranslation('studio')
  const [open, setOpen] = useState<string | 'new'>()
  const before = saved as Catalogue | undefined
  const words = useMemo(
    () => ({
      catalogue: value,
      objects: around['objects'] as Objects | undefined,
      providers: around['providers'] as Providers | undefined,
      // What was saved once may be named by prices, forms and plans.
      fixed: new Set(before?.items?.map(keyOf)),
    }),
    [value, around, before],
  )
  const fees = around['fees'] as Fees | undefined
  const columns = useMemo(() => itemColumns({ words, fees, open: setOpen, t }), [words, fees, t])
  const marks = useMemo(() => catalogueMarks(value, before, findings), [value, before, findings])
  const change = useCallback(
    (items: readonly Item[]) => write({ ...value, items: [...items] }),
    [value, write],
  )
  const job: SheetJob<Item> = useMemo(
    () => ({
      name: t('catalogue.sheet'),
      columns,
      rows: value.items,
      rowKey: keyOf,
      nameOf: (item) => `${item.name}（${item.key}）`,
      most: mostItems,
      report: (sheet: Sheet) => catalogueReport(sheet, words),
      replace: readOnly ? undefined : change,
    }),
    [columns, value, words, readOnly, change, t],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish to see a place moves the cursor.
  const goTo = useMemo(() => {
    const index = /^\/items\/(\d+)(?:\/(\w+))?/.exec(at?.pointer ?? '')
    const item = index && (before?.items ?? value.items)[Number(index[1])]
    return item ? { row: item.key, column: index[2] ?? 'name' } : undefined
  }, [at])
  return (
    <div className="table-room">
      {value.locked && <p className="read-only">{t('catalogue.locked', { by: value.locked.by })}</p>}
      <Grid<Item>
        label={t('catalogue.sheet')}
        rows={value.items}
        rowKey={keyOf}
        columns={columns}
        change={readOnly ? undefined : change}
        create={(items) => newItem(value, items)}
        duplicate={(item, items) => copyOfItem(value, item, items)}
        removable
        undo={undo}
        redo={redo}
        marks={marks}
        empty={t('catalogue.empty')}
        goTo={goTo}
        tools={
          <>
            {value.demo && <Tag color="warning">{t('catalogue.demo')}</Tag>}
            <SheetMenu job={job} />
            {!readOnly && (
              <Button type="primary" onClick={() => setOpen('new')}>
                {t('catalogue.add')}
              </Button>
            )}
          </>
        }
        actions={{
          width: 92,
          draw: (item) => (
            <button type="button" className="text-button" onClick={() => setOpen(item.key)}>
              {t('catalogue.details')}
              <span className="visually-hidden">{item.name}</span>
            </button>
          ),
        }}
      />
      {open !== undefined && (
        <ItemDrawer
          key={open}
          item={value.items.find(({ key }) => key === open)}
          catalogue={value}
          objects={words.objects}
          providers={words.providers}
          readOnly={readOnly}
          close={() => setOpen(undefined)}
          put={(item, name) =>
            change(
              name === undefined
                ? [...value.items, item]
                : value.items.map((one) => (one.key === name ? item : one)),
            )
          }
        />
      )}
    </div>
  )
}
