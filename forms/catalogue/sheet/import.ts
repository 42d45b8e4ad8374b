import { dryRun, type Report, type Sheet } from '../../sheet/index.ts'
import type { Item } from '../catalogue.ts'
import { type CatalogueWords, catalogueColumns } from './columns.ts'
import { itemFaults } from './faults.ts'
import { newItem } from './new-item.ts'

/** The most items of a catalogue. */
export const mostItems = 1000

/**
 * What a workbook would change in the catalogue. A line means the item with its 标识; without one, the item of exactly
 * its name; else a new item.
 */
export function catalogueReport(sheet: Sheet, words: CatalogueWords, readOnly = false): Report<Item> {
  const { catalogue } = words
  const byKey = new Map(catalogue.items.map((item) => [item.key, item]))
  const named = Map.groupBy(catalogue.items, ({ name }) => name)
  return dryRun(sheet, {
    rows: catalogue.items,
    columns: catalogueColumns(words),
    rowKey: ({ key }) => key,
    match: (says) => {
      const key = says('key')
      if (key !== '') return byKey.get(key)
      const same = named.get(says('name')) ?? []
      return same.length === 1 ? same[0] : undefined
    },
    create: (says, added) => {
      const item = newItem(catalogue, [...catalogue.items, ...added.map(({ row }) => row)])
      // A repeated 标识 is said as such, so it must not be taken for a free one.
      return says('key') === '' ? item : { ...item, key: says('key') }
    },
    given: 'key',
    mayChange: () => !readOnly,
    most: mostItems,
    faults: (item, all) => itemFaults(item, all, catalogue),
  })
}
