import './offers.css'
import { Input, Select, Switch, Table, type TableProps, Tag } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Activation,
  type Catalogue,
  divisionPaths,
  type Item,
  offerOf,
  type Profile,
} from '#forms/catalogue'
import type { EditorProps } from '../document/editor.tsx'
import { JsonDocument } from '../document/json.tsx'
import { useParsed } from '../document/parsed.ts'
import { namesOf } from '../fees/names.ts'
import { today } from '../today.ts'
import { offerFrom, plansOf } from './offering.ts'

const hasItems = (value: Record<string, unknown>) =>
  Array.isArray(value['items']) && Array.isArray(value['categories'])

/** What single counties offer of the city's items: a switch for each one, from a day on (S2-13). */
export function Offers(props: EditorProps) {
  const parsed = useParsed<Catalogue>(props.text, props.change, hasItems)
  return parsed ? <Places {...props} {...parsed} /> : <JsonDocument {...props} />
}

type Props = EditorProps & { readonly value: Catalogue; readonly write: (next: Catalogue) => void }

function Places({ value, write, around, own, readOnly, at }: Props) {
  const { t } = useTranslation('studio')
  const id = useId()
  const { divisions } = namesOf(around, own)
  const { activations = [] } = value
  const asked = activations[Number(/^\/activations\/(\d+)/.exec(at?.pointer ?? '')?.[1])]?.division
  const [chosen, setChosen] = useState(asked)
  const [from, setFrom] = useState(today)
  const [search, setSearch] = useState('')
  const mine = new Set(divisions.map((one) => one.value))
  const division = [chosen, own?.find((code) => mine.has(code))].find((code) => code && mine.has(code))
  const place = division ?? divisions[0]?.value
  if (place === undefined) return <p className="read-only">{t('offers.noPlace')}</p>
  const path = divisionPaths((around['profile'] as Profile | undefined)?.divisions ?? [])(place)
  const day = from || today()
  const begins = from !== ''
  const items = value.items.filter(
    ({ status, name, key }) =>
      status === 'active' && (search === '' || name.includes(search) || key.includes(search)),
  )
  const turn = (item: Item, active: boolean) => {
    const others = { ...value, activations: activations.filter((one) => one.division !== place) }
    const otherwise = offerOf(others, item.key, day, path).offered
    const wish = { item: item.key, division: place, active, from: day }
    const next = offerFrom(activations, wish, otherwise)
    const { activations: _, ...rest } = value
    write(next.length === 0 ? rest : { ...value, activations: [...next] })
  }
  const columns: TableProps<Item>['columns'] = [
    {
      title: t('catalogue.name'),
      rowScope: 'row',
      render: (_, { name, lock }) => (
        <span className="item-name">
          {name}
          {lock === 'required' && <Tag color="blue">{t('offers.required')}</Tag>}
        </span>
      ),
    },
    {
      title: t('catalogue.category'),
      render: (_, { category }) => value.categories.find(({ key }) => key === category)?.label ?? category,
    },
    {
      title: t('offers.offered'),
      render: (_, item) => {
        const { offered } = offerOf(value, item.key, day, path)
        return (
          <span className="offer-switch">
            <Switch
              aria-label={t('offers.of', { name: item.name })}
              checked={offered}
              disabled={readOnly || !begins || (item.lock === 'required' && offered)}
              onChange={(active) => turn(item, active)}
            />
            <span>{t(offered ? 'offers.on' : 'offers.off')}</span>
          </span>
        )
      },
    },
    {
      title: t('offers.plan'),
      render: (_, { key }) => <Plan plans={plansOf(activations, { item: key, division: place }, today())} />,
    },
  ]
  return (
    <section className="offers" aria-label={t('offers.title')}>
      <h2>{t('offers.title')}</h2>
      <p className="muted">{t('offers.lead')}</p>
      <div className="offer-tools">
        <div>
          <label htmlFor={`${id}-place`}>{t('offers.place')}</label>
          <Select
            id={`${id}-place`}
            showSearch={{ optionFilterProp: 'label' }}
            value={place}
            options={divisions}
            onChange={setChosen}
          />
        </div>
        <div>
          <label htmlFor={`${id}-from`}>{t('offers.from')}</label>
          <Input
            id={`${id}-from`}
            type="date"
            value={from}
            min={today()}
            status={begins ? '' : 'error'}
            onChange={({ target }) => setFrom(target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-search`}>{t('offers.search')}</label>
          <Input
            id={`${id}-search`}
            allowClear
            value={search}
            onChange={({ target }) => setSearch(target.value.trim())}
          />
        </div>
      </div>
      <Table
        rowKey="key"
        columns={columns}
        dataSource={items}
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        locale={{ emptyText: t('offers.none') }}
      />
    </section>
  )
}

function Plan({ plans }: { readonly plans: readonly Activation[] }) {
  const { t } = useTranslation('studio')
  const words = (active: boolean) => t(active ? 'offers.on' : 'offers.off')
  if (plans.length === 0) return <span className="muted">{t('offers.cityWide')}</span>
  return (
    <ul className="offer-plan">
      {plans.map(({ active, from, to }) => (
        <li key={from}>
          {to === undefined
            ? t('offers.since', { from, what: words(active) })
            : t('offers.between', { from, to, what: words(active) })}
        </li>
      ))}
    </ul>
  )
}
