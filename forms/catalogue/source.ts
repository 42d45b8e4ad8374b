import * as z from 'zod'

/** Where a stated rule comes from: paper `S2`, rule `S2-03` of the register `forms/packs/rules.json`. */
export const source = z
  .strictObject({ paper: z.string().regex(/^S[0-4]$/), rule: z.string().regex(/^S[0-4]-\d{2}$/) })
  .refine((s) => s.rule.startsWith(`${s.paper}-`), { error: '条款编号与文件编号不一致' })
export type Source = z.infer<typeof source>

/** A gap that the paper leaves to the city. `pointer` is a JSON pointer into the same document; `source` the rule that asks for it. */
export const todo = z.strictObject({
  pointer: z.string().regex(/^(\/[^/]+)*$/),
  message: z.string().min(1),
  source: source.optional(),
})
export type Todo = z.infer<typeof todo>

/** Stable English identifier: `home-care`, `county.admin`. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/, { error: '标识只能用小写英文字母、数字、点和连字符' })
/** Text that people read. */
export const text = z.string().min(1).max(2000)
/** Name or label, one line. */
export const label = z.string().min(1).max(100)
/** Division code: GB/T 2260 (6 digits), NBS (9 or 12 digits), or the city's own code such as `341700-jhs`. */
export const divisionCode = z
  .string()
  .regex(/^\d{6}(\d{3}|\d{6})?(-[a-z0-9]{1,12}){0,2}$/, { error: '区划代码格式不对' })
/** City or province code, GB/T 2260. */
export const cityCode = z.string().regex(/^\d{6}$/, { error: '应为六位行政区划代码' })

/** Local date `YYYY-MM-DD` that exists in the calendar. */
export const localDate = z.iso.date({ error: '日期应写作 2026-01-01，并且确有其日' })

/** The largest amount we accept: twelve digits of 分. */
export const maxFen = 999_999_999_999
/** Money in integer 分. */
export const fen = z
  .number({ error: '金额应为整数（单位：分）' })
  // A number past what can be counted exactly is refused here already, as too large.
  .int({
    error: ({ code }) => (code === 'too_big' ? '金额超过十二位数字' : '金额应为整数（单位：分），不能有小数'),
  })
  .min(0, { error: '金额不能为负数' })
  .max(maxFen, { error: '金额超过十二位数字' })

/** Share between 0 and 1 with at most four decimals, so that it can be applied in integers. */
export const ratio = z
  .number()
  .min(0)
  .max(1)
  .refine((r) => Number.isInteger(Math.round(r * 1e10) / 1e6), { error: '比例最多四位小数' })

/** Roles of the policy table. */
export const role = z.enum([
  'admin',
  'county.admin',
  'township',
  'worker',
  'village',
  'provider',
  'auditor',
  'office',
])
