import type { City, DisclosedFee, DisclosedItem } from '../../../functions/oversight/disclosed.ts'

/** A city that disclosed everything, with what a test wants in it. */
export const city = (code: string, with_: Partial<City> = {}): City => ({
  code,
  release: 1,
  from: '2026-01-01',
  at: '2026-01-01T00:00:00.000Z',
  name: `市${code}`,
  demo: false,
  items: [],
  fees: [],
  forms: [],
  parts: { catalogue: true, fees: true, forms: true },
  ...with_,
})

export const item = (key: string, common: string | null, unit: string | null = '次'): DisclosedItem => ({
  item: key,
  name: key,
  common,
  category: '生活照料',
  unit,
})

export const fee = (key: string, amount: number | null, more: Partial<DisclosedFee> = {}): DisclosedFee => ({
  item: key,
  unit: '次',
  amount,
  from: '2026-01-01',
  ...more,
})
