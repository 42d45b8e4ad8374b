import type { TFunction } from 'i18next'
import type { Item } from '#forms/catalogue'
import { type CatalogueWords, catalogueColumns } from '#forms/catalogue/sheet'
import { commonServices } from '#forms/elements'
import type { Fees } from '#forms/fees'
import type { GridColumn } from '../../office/grid/index.ts'
import { SourceMark } from '../source-mark.tsx'
import { priceNow } from './price.ts'

type Wish = {
  readonly words: CatalogueWords
  readonly fees: Fees | undefined
  readonly open: (key: string) => void
  readonly t: TFunction<'studio'>
}

const WIDTHS: Readonly<Record<string, number>> = {
  name: 210,
  category: 120,
  mode: 130,
  unit: 96,
  objects: 210,
  providers: 190,
  procurement: 150,
  governmentOnly: 150,
  common: 170,
  status: 90,
  lock: 96,
  methods: 150,
  note: 240,
  source: 190,
}

/** The columns of the catalogue on the screen: those of the workbook, and the price that holds today. */
export function itemColumns({ words, fees, open, t }: Wish): readonly GridColumn<Item>[] {
  const columns = catalogueColumns(words).map((column): GridColumn<Item> => {
    const width = WIDTHS[column.id] ?? 140
    if (column.id === 'common') return { ...column, width, suggest: suggested }
    if (column.id === 'source')
      return { ...column, width, draw: (item) => <SourceMark rule={item.source?.rule} /> }
    return { ...column, width }
  })
  const price: GridColumn<Item> = {
    id: 'price',
    title: t('catalogue.price'),
    kind: 'shown',
    width: 140,
    get: (item) => priceNow(fees, item) ?? '',
    open: (item) => open(item.key),
    draw: (item) => priceNow(fees, item) ?? <span className="unset">{t('catalogue.unset')}</span>,
  }
  const place = columns.findIndex(({ id }) => id === 'unit') + 1
  return columns.toSpliced(place, 0, price)
}

/** Common services whose name or alias is the item's own, or stands in it, come first. */
function suggested({ name, aliases = [] }: Item): readonly string[] {
  const own = [name, ...aliases].filter(Boolean)
  const near = (word: string) => own.some((one) => one.includes(word) || word.includes(one))
  const exact = (word: string) => own.includes(word)
  const by = (is: (word: string) => boolean) =>
    commonServices.filter((service) => [service.name, ...service.aliases].some(is)).map(({ code }) => code)
  return [...new Set([...by(exact), ...by(near)])].slice(0, 6)
}
