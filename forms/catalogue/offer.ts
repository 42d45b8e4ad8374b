import type { Catalogue } from './catalogue.ts'

/** Whether an item can be had at a place on a day; if not, `because` is the reason as a Chinese phrase. */
export type Offer = { readonly offered: true } | { readonly offered: false; readonly because: string }

/**
 * Whether the catalogue offers an item on a local date to somebody who lives along `path` (county first). The nearest
 * division that says anything decides, of its entries the one that began last. Where nobody says anything, an item that
 * is neither proposed nor retired is offered.
 */
export const offerOf = (
  catalogue: Catalogue,
  item: string,
  on: string,
  path: readonly string[] = [],
): Offer => {
  const found = catalogue.items.find(({ key }) => key === item)
  const no = (because: string): Offer => ({ offered: false, because })
  if (!found) return no('服务事项清单中没有这一事项')
  if (found.status === 'proposed') return no('拟增事项，批准以前不能使用')
  if (found.status === 'retired') return no('事项已停用')
  const said = (catalogue.activations ?? [])
    .filter((one) => one.item === item && path.includes(one.division))
    .filter((one) => one.from <= on && (one.to === undefined || on <= one.to))
    .toSorted((a, b) => path.indexOf(b.division) - path.indexOf(a.division) || (a.from < b.from ? 1 : -1))[0]
  return said?.active === false ? no('本县（区）未启用') : { offered: true }
}
