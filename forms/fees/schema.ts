import * as z from 'zod'
import { divisionCode, fen, key, label, localDate, ratio, source, text, todo } from '../catalogue/source.ts'
import { formula } from './formula.ts'
import { rounding } from './rounding.ts'
import { tiers } from './tiers.ts'

/** The most that is charged under a row, 分: for one person in a month, for one household in a year, … */
export const feeCaps = z
  .strictObject({ month: fen.optional(), household: fen.optional(), year: fen.optional() })
  .refine((caps) => Object.keys(caps).length > 0, { error: '请至少填写一种限额' })

const tenThousandths = (part: number): number => Math.round(part * 10_000)

/** Who bears what is not the person's own share; the ratios make a whole. */
const funding = z
  .array(z.strictObject({ fund: key, ratio }))
  .min(1)
  .max(20)
  .refine((parts) => new Set(parts.map(({ fund }) => fund)).size === parts.length, {
    error: '同一资金来源写了两次',
  })
  .refine((parts) => parts.reduce((sum, part) => sum + tenThousandths(part.ratio), 0) === 10_000, {
    error: '各资金来源的比例合计应为 100%',
  })

/**
 * One row of the fee standard, for whole local days, both ends included. Its price is either flat (`amount`), or
 * `tiers`, or a `formula`; the last two leave `amount` null. A row with none of them is not set, which is never read as
 * zero. `division` narrows a row to one part of the city. `copay`: the person's own share; `advance`: the share that a
 * provider gets beforehand.
 */
export const feeRow = z
  .strictObject({
    id: key,
    item: key,
    unit: label,
    amount: fen.nullable(),
    tiers: tiers.optional(),
    formula: formula.optional(),
    caps: feeCaps.optional(),
    copay: z.strictObject({ ratio, rounding }).optional(),
    advance: ratio.optional(),
    funding: funding.optional(),
    level: key.optional(),
    objectClass: key.optional(),
    division: divisionCode.optional(),
    from: localDate,
    to: localDate.optional(),
    note: text.optional(),
    source: source.optional(),
  })
  .refine((row) => row.to === undefined || row.from <= row.to, {
    error: '结束日期早于开始日期',
    path: ['to'],
  })
  .refine(
    (row) => [row.amount ?? undefined, row.tiers, row.formula].filter((one) => one !== undefined).length < 2,
    {
      error: '单价、分档、按比例三种计价方式只能选一种，请清空另外的',
      path: ['amount'],
    },
  )
export type FeeRow = z.infer<typeof feeRow>

/** Whether a row states a price; one that does not is a to-do. */
export const isPriced = ({ amount, tiers, formula }: FeeRow): boolean =>
  amount !== null || tiers !== undefined || (formula !== undefined && formula.base.amount !== null)

/** Document `fees`. `demo: true` = invented prices, shown as 演示数据 wherever they appear. */
export const fees = z.strictObject({
  schema: z.literal(1),
  title: label,
  demo: z.boolean(),
  note: text.optional(),
  rows: z.array(feeRow).max(10_000),
  todo: z.array(todo).optional(),
})
export type Fees = z.infer<typeof fees>
