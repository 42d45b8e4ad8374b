import { Button, Input, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue, Item, Objects, Providers } from '#forms/catalogue'
import type { Fees } from '#forms/fees'
import type { EditorProps } from '../document/editor.tsx'
import { JsonDocument } from '../document/json.tsx'
import { useParsed } from '../document/parsed.ts'
import { SourceMark } from '../source-mark.tsx'
import { ItemDrawer } from './item.tsx'
import { priceNow } from './price.ts'

const hasItems = (value: Record<string, unknown>) =>
  Array.isArray(value['items']) && Array.isArray(value['categories']) && Array.isArray(value['modes'])

/** The service items of a city: found, filtered, opened one at a time. */
export function CatalogueTable(props: EditorProps) {
  const { text, change, around, readOnly } = props
  const { t } = useTranslation('studio')
  const parsed = useParsed<Catalogue>(text, change, hasItems)
  const [query, setQuery] = useState('')
  const [category, setCategory] = useState<string>()
  const [open, setOpen] = useState<string | 'new'>()
  if (!parsed) return <JsonDocument {...props} />
  const { value, write } = parsed
  const nameOf = (list: readonly { readonly key: string; readonly label: string }[], key: string) =>
    list.find((one) => one.key === key)?.label ?? key
  const fees = around['fees'] as Fees | undefined
  const shown = value.items.filter(
    (item) =>
      (!category || item.category === category) &&
      [item.name, item.key, ...(item.aliases ?? [])].some((word) => word.includes(query.trim())),
  )
  const put = (item: Item, before: string | undefined) =>
    write({
      ...value,
      items:
        before === undefined
          ? [...value.items, item]
          : value.items.map((one) => (one.key === before ? item : one)),
    })
  return (
    <div className="table-room">
      <div className="table-tools">
        <Input.Search
          allowClear
          placeholder={t('catalogue.search')}
          aria-label={t('catalogue.search')}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <Select
          allowClear
          placeholder={t('catalogue.all')}
          aria-label={t('catalogue.category')}
          options={value.categories.map(({ key, label }) => ({ value: key, label }))}
          onChange={setCategory}
        />
        <span className="muted">{t('catalogue.count', { count: shown.length })}</span>
        {!readOnly && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t('catalogue.add')}
          </Button>
        )}
      </div>
      <Table<Item>
        rowKey="key"
        size="middle"
        pagination={false}
        dataSource={shown}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('catalogue.none') }}
        columns={[
          {
            title: t('catalogue.name'),
            fixed: 'left',
            render: (_, item) => (
              <span className="item-name">
                <button type="button" className="text-button" onClick={() => setOpen(item.key)}>
                  {item.name}
                </button>
                <SourceMark rule={item.source?.rule} />
                {item.status !== 'active' && <Tag>{t(`catalogue.statuses.${item.status}`)}</Tag>}
              </span>
            ),
          },
          { title: t('catalogue.category'), render: (_, item) => nameOf(value.categories, item.category) },
          { title: t('catalogue.mode'), render: (_, item) => nameOf(value.modes, item.mode) },
          {
            title: t('catalogue.unit'),
            render: (_, item) => item.unit ?? <span className="unset">{t('catalogue.unset')}</span>,
          },
          {
            title: t('catalogue.price'),
            className: 'tabular',
            render: (_, item) =>
              priceNow(fees, item) ?? <span className="unset">{t('catalogue.unset')}</span>,
          },
          {
            title: t('catalogue.common'),
            render: (_, item) => item.common ?? <span className="unset">{t('catalogue.unset')}</span>,
          },
        ]}
      />
      {open !== undefined && (
        <ItemDrawer
          key={open}
          item={value.items.find(({ key }) => key === open)}
          catalogue={value}
          objects={around['objects'] as Objects | undefined}
          providers={around['providers'] as Providers | undefined}
          readOnly={readOnly}
          close={() => setOpen(undefined)}
          put={put}
        />
      )}
    </div>
  )
}
