import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { yuan } from '../../app/money.ts'
import { CityHead } from '../table/city-head.tsx'
import type { Column } from '../table/matrix.tsx'
import { countedPrice, type FeeCell, type FeeRow, offered, priceText, reasonOf } from './row.ts'

type Choose = (common: string) => void

/** The columns of the fee table: the item, the figures with how many cities they stand on, then every city. */
export function feeColumns(
  t: TFunction<'oversight'>,
  cities: readonly CityCard[],
  selected: string | undefined,
  choose: Choose,
): readonly Column<FeeRow>[] {
  const figure = (key: 'min' | 'median' | 'max', title: string): Column<FeeRow> => ({
    key,
    title,
    numeric: true,
    sort: ({ figures }) => figures?.[key] ?? null,
    cell: ({ figures }) =>
      figures ? <strong>{yuan(figures[key])}</strong> : <span className="absent">{t('fees.noFigures')}</span>,
  })
  return [
    {
      key: 'item',
      title: t('fees.item'),
      sort: ({ name }) => name,
      cell: ({ common, name, unit }) => (
        <button
          type="button"
          className="row-button"
          aria-pressed={common === selected}
          title={t('fees.show', { name })}
          onClick={() => choose(common)}
        >
          {name}
          <span className="muted">{t('fees.per', { unit })}</span>
        </button>
      ),
    },
    {
      key: 'comparable',
      title: t('fees.comparable'),
      numeric: true,
      sort: ({ figures }) => figures?.n ?? 0,
      cell: (row) => `${row.figures?.n ?? 0}/${offered(row)} 市`,
    },
    figure('min', t('fees.min')),
    figure('median', t('fees.medianShort')),
    figure('max', t('fees.max')),
    ...cities.map(
      (city, index): Column<FeeRow> => ({
        key: city.code,
        title: city.name,
        head: <CityHead city={city} index={index} />,
        numeric: true,
        sort: ({ cells }) => countedPrice(cells[index] ?? null),
        cell: ({ cells, unit }) => <Price t={t} cell={cells[index] ?? null} unit={unit} />,
      }),
    ),
  ]
}

type PriceProps = { readonly t: TFunction<'oversight'>; readonly cell: FeeCell; readonly unit: string }

function Price({ t, cell, unit }: PriceProps) {
  const reason = reasonOf(t, cell, unit)
  if (reason === undefined) return yuan(cell?.price ?? 0)
  if (cell === null) return <span className="absent">{reason}</span>
  const [head = reason, detail] = reason.split('：')
  return (
    <span className="why" title={cell.note}>
      {cell.price !== null && <span>{priceText(t, cell.price, cell.unit)}</span>}
      <span>{head}</span>
      {detail && <span className="muted">{detail}</span>}
    </span>
  )
}
