import type { EChartsCoreOption } from 'echarts/core'
import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { yuan } from '../../app/money.ts'
import { frameOf, type Look } from '../chart/look.ts'
import { countedPrice, distance, type FeeRow, priceText } from './row.ts'

export type PricedCity = { readonly name: string; readonly demo: boolean; readonly price: number }

/** Cities whose price counts, dearest first. */
export const pricedCities = (cities: readonly CityCard[], row: FeeRow): readonly PricedCity[] =>
  cities
    .flatMap(({ name, demo }, index) => {
      const price = countedPrice(row.cells[index] ?? null)
      return price === null ? [] : [{ name, demo, price }]
    })
    .toSorted((a, b) => b.price - a.price)

export const cityHeight = (bars: number): number => bars * 38 + 44

/** One service: the cities as bars in 元, the median as a line. */
export const cityPicture =
  (t: TFunction<'oversight'>, bars: readonly PricedCity[], row: FeeRow) =>
  (look: Look): EChartsCoreOption => {
    const median = row.figures?.median ?? 0
    const dearest = bars[0]?.price ?? 0
    const widest = Math.max(...bars.map(({ name }) => name.length))
    const list = bars.map(({ name, price }) => `${name} ${yuan(price)}`).join('，')
    return {
      ...frameOf(look, t('fees.barsAria', { name: row.name, unit: row.unit, list })),
      grid: { left: widest * 14 + 14, right: 32, top: 26, bottom: 4, outerBoundsMode: 'none' },
      xAxis: {
        type: 'value',
        axisLabel: { show: false },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: look.line } },
        axisLabel: { color: look.ink, fontSize: 13, interval: 0 },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 20,
          itemStyle: { color: look.accent, borderRadius: [0, 3, 3, 0] },
          label: {
            show: true,
            position: 'right',
            color: look.ink,
            formatter: ({ dataIndex }: { dataIndex: number }) => yuan(bars[dataIndex]?.price ?? 0),
          },
          // At its foot the number cannot meet the line of the median; only a bar too short for it has it beside.
          data: bars.map(({ price }) => ({
            value: price / 100,
            ...(price > dearest / 4 && { label: { position: 'insideLeft', color: look.paper } }),
          })),
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const bar = bars[dataIndex]
              if (!bar) return ''
              const demo = bar.demo ? `（${t('demo')}）` : ''
              return `${bar.name}${demo}\n${priceText(t, bar.price, row.unit)}\n${distance(t, bar.price, median)}`
            },
          },
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: look.ink, type: 'dashed', width: 1.5 },
            label: {
              position: 'start',
              color: look.ink,
              formatter: `${t('fees.medianShort')} ${yuan(median)}`,
            },
            data: [{ xAxis: median / 100 }],
          },
        },
      ],
    }
  }
