import type { Catalogue } from '../../../forms/catalogue/index.ts'
import { type FeeRow, type Fees, feeRow, quote } from '../../../forms/fees/index.ts'

export const item = (key: string, name: string, unit: string | null) => ({
  key,
  name,
  category: 'care',
  mode: 'purchase',
  common: null,
  unit,
  objects: ['all'],
  providers: [],
  procurement: true,
  governmentOnly: false,
  status: 'active' as const,
})
export const catalogue: Catalogue = {
  schema: 1,
  categories: [{ key: 'care', label: '生活照料' }],
  modes: [{ key: 'purchase', label: '政府购买服务', payer: null, payment: 'monthly', requires: [] }],
  items: [item('bath', '助浴', '次'), item('care', '居家照料', '月'), item('help', '邻里互助', null)],
}
/** A row of the schema: what a test writes is what a city could. */
export const row = (id: string, amount: number | null, more: Partial<FeeRow> = {}): FeeRow =>
  feeRow.parse({ id, item: 'bath', unit: '次', amount, from: '2026-01-01', ...more })
export const fees = (...rows: FeeRow[]): Fees => ({ schema: 1, title: '收费标准', demo: true, rows })
/** The line of one item on a day of 2026. */
export const lineFor = (one: FeeRow, quantity: number, more: object = {}) => {
  const [line] = quote(fees(one), catalogue, {
    items: [{ item: one.item, quantity, ...more }],
    on: '2026-03-10',
  }).lines
  if (!line) throw new Error('a quote without its line')
  return line
}
