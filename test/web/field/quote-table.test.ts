import { createInstance } from 'i18next'
import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Quote, QuoteLine } from '../../../functions/api/contract/index.ts'
import { zh } from '../../../web/field/zh.ts'

// The tests are compiled without screens, so the component's type is stated here.
const { QuoteTable }: { readonly QuoteTable: FunctionComponent<{ readonly quote: Quote }> } = await import(
  '../../../web/field/quote-table.tsx' as string
)
const i18n = createInstance()
beforeAll(() => i18n.use(initReactI18next).init({ lng: 'zh-CN', resources: { 'zh-CN': { field: zh } } }))

const line = (more: Partial<QuoteLine>): QuoteLine => ({
  item: 'care',
  name: '照护',
  unit: '小时',
  quantity: 25,
  price: null,
  amount: null,
  words: '照护',
  ...more,
})
const drawn = (one: QuoteLine): string => {
  const unset = one.amount === null ? 1 : 0
  const quote = { on: '2026-11-21', release: 1, lines: [one], total: one.amount ?? 0, unset, demo: false }
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(QuoteTable, { quote })))
}

describe('a line of the quote', () => {
  test('that is priced by tiers is not called unset, and tells its steps', () => {
    const html = drawn(line({ amount: 8500, by: 'tiers', steps: ['第 1 档：20 元', '各档合计 85.00 元'] }))
    expect(html).toContain('按档计价')
    expect(html).toContain('85.00')
    expect(html).toContain('<li>各档合计 85.00 元</li>')
    expect(html).not.toContain('未设定')
  })

  test('of an assessment from before steps were told is not called unset either', () => {
    const html = drawn(line({ amount: 8500 }))
    expect(html).toContain('按档计价')
    expect(html).not.toContain('<details')
  })

  test('that follows another sum shows the price and how it came about', () => {
    const html = drawn(line({ price: 51600, amount: 51600, by: 'formula', steps: ['最低工资 × 30%'] }))
    expect(html).toContain('516.00')
    expect(html).toContain('按比例计价')
  })

  test('with a plain price says nothing more, and one without a price is unset', () => {
    expect(drawn(line({ price: 200, amount: 5000 }))).not.toMatch(/按档|按比例|未设定/)
    expect(drawn(line({ by: undefined } as never))).toContain('未设定')
  })

  test('of hostile text stays text', () =>
    expect(drawn(line({ amount: 1, steps: ['<img src=x>'] }))).toContain('&lt;img src=x&gt;'))
})
