import { Input, Table, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Element, elements } from '#forms/elements'
import { findElements } from '#forms/elements/search'
import { typeName } from '#forms/mapping'
import { namedPages } from '../../office/pages.tsx'
import { SourceMark } from '../source-mark.tsx'

const colour = { public: 'default', internal: 'default', personal: 'warning', sensitive: 'error' } as const

type Props = {
  /** Element code → documents that ask it. */
  readonly used: ReadonlyMap<string, readonly string[]>
  readonly titleOf: (document: string) => string
}

/** The whole dictionary, to be searched. */
export function ElementsView({ used, titleOf }: Props) {
  const { t } = useTranslation('studio')
  const [sought, setSought] = useState('')
  const shown = useMemo(() => findElements(sought, elements), [sought])
  const rule = (standard: string) =>
    /^S[0-4]-\d{2}$/.test(standard) ? <SourceMark rule={standard} /> : standard
  return (
    <section className="office-panel">
      <div className="dictionary-search">
        <Input.Search
          allowClear
          aria-label={t('dictionary.search')}
          placeholder={t('dictionary.search')}
          onChange={({ target }) => setSought(target.value)}
        />
        <span className="muted" role="status">
          {t('dictionary.count', { count: shown.length })}
        </span>
      </div>
      <Table<Element>
        size="small"
        rowKey="code"
        dataSource={[...shown]}
        scroll={{ x: 1080 }}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true, itemRender: namedPages }}
        columns={[
          { title: t('dictionary.columns.name'), dataIndex: 'name', rowScope: 'row' },
          { title: t('dictionary.columns.code'), dataIndex: 'code' },
          { title: t('dictionary.columns.type'), width: 88, render: (_, { type }) => typeName(type) },
          { title: t('dictionary.columns.unit'), dataIndex: 'unit', width: 72 },
          { title: t('dictionary.columns.options'), render: (_, one) => <Options element={one} /> },
          {
            title: t('dictionary.columns.sensitivity'),
            render: (_, { sensitivity }) => (
              <Tag color={colour[sensitivity]}>{t(`dictionary.sensitivities.${sensitivity}`)}</Tag>
            ),
          },
          {
            title: t('dictionary.columns.standard'),
            render: (_, { standard }) => standard && rule(standard),
          },
          {
            title: t('dictionary.columns.used'),
            render: (_, { code }) =>
              used.get(code)?.map(titleOf).join('、') ?? (
                <span className="muted">{t('dictionary.unused')}</span>
              ),
          },
        ]}
      />
    </section>
  )
}

function Options({ element }: { readonly element: Element }) {
  const labels = Object.values(element.options ?? {})
  if (labels.length === 0) return null
  if (labels.length <= 4) return labels.join('、')
  return (
    <details>
      <summary>{`${labels.slice(0, 3).join('、')}…（${labels.length}）`}</summary>
      {labels.join('、')}
    </details>
  )
}
