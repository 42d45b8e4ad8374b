import { part } from '../../fees/exact.ts'
import { intervalFaults } from '../../fees/intervals.ts'
import { formatMoney } from '../../fees/money.ts'
import { type FeeRow, isPriced } from '../../fees/schema.ts'
import { type Check, days, keysOf, repeated } from './report.ts'

/** The prices of one unit that a row states, each with its place in the row. */
const unitPrices = ({
  amount,
  tiers,
  formula,
}: FeeRow): readonly (readonly [number, ...(string | number)[]])[] => [
  ...(amount === null ? [] : [[amount, 'amount'] as const]),
  ...(tiers?.steps.map((step, i) => [step.amount, 'tiers', 'steps', i, 'amount'] as const) ?? []),
  ...(formula && formula.base.amount !== null
    ? [[part(formula.base.amount, formula.percent, formula.rounding), 'formula'] as const]
    : []),
]

const capNames = { month: '每月限额', household: '每户限额', year: '每年限额' } as const

/** Fee rows point to items, units, classes, divisions and funds that exist; no price passes its caps; their days neither meet nor leave holes. */
export const checkPrices: Check = ({ fees, catalogue, objects, profile, funds }, report) => {
  if (!fees) return
  repeated(
    fees.rows,
    (row) => row.id,
    (row, index) =>
      report('error', 'fees', ['rows', index, 'id'], 'id-repeated', `收费标准编号“${row.id}”出现了两次。`),
  )
  const items = new Map((catalogue?.items ?? []).map((item) => [item.key, item]))
  const classes = objects && keysOf(objects.classes)
  const divisions = profile && new Set(profile.divisions.map((one) => one.code))
  const sources = funds && keysOf(funds.funds)
  const name = (key: string) => items.get(key)?.name ?? key
  const units = new Map<string, string>()
  fees.rows.forEach((row, index) => {
    const label = name(row.item)
    const say = (level: 'error' | 'warning', code: string, message: string, ...at: (string | number)[]) =>
      report(level, 'fees', ['rows', index, ...at], code, message, label)
    const err = (field: string, code: string, message: string) => say('error', code, message, field)
    const item = items.get(row.item)
    if (catalogue && !item) err('item', 'item-unknown', `收费标准引用的事项“${row.item}”不在服务事项清单中。`)
    if (item?.status === 'proposed')
      err(
        'item',
        'item-proposed',
        `“${label}”是拟增事项，批准以前不能定收费标准；批准后请填写批复并改为启用。`,
      )
    if (item?.status === 'retired' && row.to === undefined)
      say('warning', 'item-retired', `“${label}”已停用，这条收费标准却没有截止日期，不会再用到。`, 'item')
    if (item && item.unit !== null && item.unit !== row.unit)
      err('unit', 'unit-mismatch', `“${label}”在清单中按“${item.unit}”计，收费标准却按“${row.unit}”计。`)
    const first = units.get(row.item)
    if (first === undefined) units.set(row.item, row.unit)
    else if (first !== row.unit && (!item || item.unit === null))
      err('unit', 'unit-mixed', `“${label}”的收费标准有“${first}”和“${row.unit}”两种单位，请统一。`)
    if (row.objectClass !== undefined && classes && !classes.has(row.objectClass))
      err('objectClass', 'object-unknown', `“${label}”的收费标准引用的服务对象“${row.objectClass}”没有定义。`)
    if (row.division !== undefined && divisions && !divisions.has(row.division))
      err('division', 'division-unknown', `“${label}”的收费标准引用的区划“${row.division}”不在本市区划中。`)
    row.funding?.forEach(({ fund }, i) => {
      if (sources && !sources.has(fund))
        say(
          'error',
          'fund-unknown',
          `“${label}”由资金来源“${fund}”承担，资金来源中没有这一项。`,
          'funding',
          i,
          'fund',
        )
    })
    for (const [price, ...at] of unitPrices(row))
      for (const cap of ['month', 'household', 'year'] as const) {
        const limit = row.caps?.[cap]
        if (limit !== undefined && price > limit)
          say(
            'error',
            'price-over-cap',
            `“${label}”的价格 ${formatMoney(price)} 元超过${capNames[cap]} ${formatMoney(limit)} 元，一${row.unit}也不能足额计费，请核对。`,
            ...at,
          )
      }
  })
  for (const fault of intervalFaults(fees.rows)) {
    const row = fees.rows[fault.later]
    const earlier = fees.rows[fault.earlier]
    if (!row || !earlier) continue
    const label = name(row.item)
    const when = days(fault.from, fault.to)
    if (fault.kind === 'overlap')
      report(
        'error',
        'fees',
        ['rows', fault.later, 'from'],
        'price-overlap',
        `“${label}”的收费标准“${earlier.id}”与“${row.id}”${when}重叠，请改写起止日期。`,
        label,
      )
    else
      report(
        'warning',
        'fees',
        ['rows', fault.later, 'from'],
        'price-gap',
        `“${label}”${when}没有收费标准。`,
        label,
      )
  }
}

/** What a paid item still lacks: a unit, a price. "Not set" is a to-do, never zero (S2-06, S2-13). */
export const checkUnset: Check = ({ fees, catalogue }, report) => {
  if (!catalogue) return
  catalogue.items.forEach((item, index) => {
    const mode = catalogue.modes.find((one) => one.key === item.mode)
    if (item.status !== 'active' || !mode || mode.payment === 'none') return
    const rows = fees?.rows.filter((row) => row.item === item.key) ?? []
    if (item.unit === null && rows.length === 0)
      report(
        'todo',
        'catalogue',
        ['items', index, 'unit'],
        'unit-unset',
        `事项“${item.name}”的计量单位未设定。`,
        item.name,
      )
    if (fees && !rows.some(isPriced))
      report(
        'todo',
        'fees',
        ['rows'],
        'price-unset',
        `事项“${item.name}”的收费标准未设定，不按零元计。`,
        item.name,
      )
  })
}
