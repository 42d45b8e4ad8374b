import { Alert, Button, Segmented, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeeRow, Fees } from '#forms/fees'
import { yuan } from '../../app/money.ts'
import type { EditorProps } from '../document/editor.tsx'
import { JsonDocument } from '../document/json.tsx'
import { useParsed } from '../document/parsed.ts'
import { today } from '../today.ts'
import { ChangePrice } from './change.tsx'
import { namesOf } from './names.ts'
import { RowDrawer } from './row.tsx'

const hasRows = (value: Record<string, unknown>) => Array.isArray(value['rows'])
type When = 'all' | 'now' | 'later' | 'past'

export const whenOf = (row: FeeRow, day: string): Exclude<When, 'all'> =>
  row.from > day ? 'later' : row.to && row.to < day ? 'past' : 'now'

const colour = { now: 'success', later: 'processing', past: 'default' } as const

/** The fee standard of a city, row by row, with what holds today. */
export function FeeTable(props: EditorProps) {
  const { text, change, around, readOnly, own } = props
  const { t } = useTranslation('studio')
  const parsed = useParsed<Fees>(text, change, hasRows)
  const [when, setWhen] = useState<When>('all')
  const [item, setItem] = useState<string>()
  const [open, setOpen] = useState<string | 'new'>()
  const [changing, setChanging] = useState<FeeRow>()
  if (!parsed) return <JsonDocument {...props} />
  const { value, write } = parsed
  const day = today()
  const names = namesOf(around, own)
  const rows = value.rows
    .filter((row) => (when === 'all' || whenOf(row, day) === when) && (!item || row.item === item))
    .toSorted(
      (a, b) =>
        compare(names.item(a.item), names.item(b.item)) ||
        compare(a.level ?? '', b.level ?? '') ||
        compare(a.from, b.from),
    )
  return (
    <div className="table-room">
      {value.demo && <Alert type="warning" showIcon title={t('fees.demo')} />}
      <div className="table-tools">
        <Segmented
          aria-label={t('fees.when')}
          value={when}
          onChange={setWhen}
          options={(['all', 'now', 'later', 'past'] as const).map((one) => ({
            value: one,
            label: t(`fees.${one}`),
          }))}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('fees.item')}
          aria-label={t('fees.item')}
          options={names.items}
          onChange={setItem}
        />
        <span className="muted">{t('fees.rows', { count: rows.length })}</span>
        {!readOnly && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t('fees.add')}
          </Button>
        )}
      </div>
      <Table<FeeRow>
        rowKey="id"
        size="middle"
        pagination={false}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('fees.none') }}
        columns={[
          { title: t('fees.item'), fixed: 'left', render: (_, row) => names.item(row.item) },
          {
            title: t('fees.price'),
            align: 'right',
            className: 'tabular',
            render: (_, row) =>
              row.amount === null ? <span className="unset">{t('fees.priceUnset')}</span> : yuan(row.amount),
          },
          { title: t('fees.unit'), dataIndex: 'unit' },
          {
            title: t('fees.level'),
            render: (_, row) => (row.level ? names.level(row.level) : t('fees.any')),
          },
          {
            title: t('fees.objectClass'),
            render: (_, row) => (row.objectClass ? names.objectClass(row.objectClass) : t('fees.any')),
          },
          {
            title: t('fees.division'),
            render: (_, row) => (row.division ? names.division(row.division) : t('fees.whole')),
          },
          { title: t('fees.from'), dataIndex: 'from', className: 'tabular' },
          { title: t('fees.to'), className: 'tabular', render: (_, row) => row.to ?? t('fees.open') },
          {
            title: t('fees.when'),
            render: (_, row) => <Tag color={colour[whenOf(row, day)]}>{t(`fees.${whenOf(row, day)}`)}</Tag>,
          },
          ...(readOnly
            ? []
            : [
                {
                  title: t('fees.actions'),
                  render: (_: unknown, row: FeeRow) =>
                    names.within(row.division) ? (
                      <span className="row-actions">
                        {row.to === undefined && (
                          <button type="button" className="text-button" onClick={() => setChanging(row)}>
                            {t('fees.change')}
                          </button>
                        )}
                        <button type="button" className="text-button" onClick={() => setOpen(row.id)}>
                          {t('fees.edit')}
                        </button>
                      </span>
                    ) : (
                      <span className="muted">{t('fees.cityOwn')}</span>
                    ),
                },
              ]),
        ]}
      />
      {open !== undefined && (
        <RowDrawer
          key={open}
          row={value.rows.find(({ id }) => id === open)}
          names={names}
          bounded={own !== undefined}
          taken={(id) => value.rows.some((one) => one.id === id)}
          close={() => setOpen(undefined)}
          put={(row, before) =>
            write({
              ...value,
              rows:
                before === undefined
                  ? [...value.rows, row]
                  : value.rows.map((one) => (one.id === before ? row : one)),
            })
          }
          remove={(id) => write({ ...value, rows: value.rows.filter((one) => one.id !== id) })}
        />
      )}
      {changing && (
        <ChangePrice
          row={changing}
          title={names.item(changing.item)}
          close={() => setChanging(undefined)}
          put={(closed, next) =>
            write({
              ...value,
              rows: value.rows.flatMap((one) => (one.id === closed.id ? [closed, next] : [one])),
            })
          }
          taken={(id) => value.rows.some((one) => one.id === id)}
        />
      )}
    </div>
  )
}

const compare = (a: string, b: string) => a.localeCompare(b, 'zh-CN')
