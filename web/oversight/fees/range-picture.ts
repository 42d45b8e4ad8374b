import type { CustomSeriesRenderItem } from 'echarts'
import type { EChartsCoreOption } from 'echarts/core'
import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { yuan } from '../../app/money.ts'
import { frameOf, type Look } from '../chart/look.ts'
import { markOf } from '../chart/mark.ts'
import { relativeAxis } from './axis.ts'
import { lanes } from './lanes.ts'
import { countedPrice, distance, type FeeRow, priceText } from './row.ts'

export type Scale = 'relative' | 'amount'

const ROW = 54
/** Pixels that the rows and their axis need. */
export const rangeHeight = (rows: number): number => rows * ROW + 44

/**
 * One line a service: the bar is the range, the stroke the median, each sign a city. On the relative scale the median
 * of every service is 100, so that services with different units can share one axis.
 */
export function rangePicture(
  t: TFunction<'oversight'>,
  cities: readonly CityCard[],
  rows: readonly FeeRow[],
  scale: Scale,
  selected: string | undefined,
) {
  const at = (row: FeeRow, fen: number): number =>
    scale === 'amount' ? fen / 100 : (fen / (row.figures?.median || 1)) * 100
  const drawn = rows.flatMap((row) => (row.figures ? [{ row, figures: row.figures }] : []))
  const values = drawn.flatMap(({ row, figures }) => [at(row, figures.min), at(row, figures.max)])

  return (look: Look): EChartsCoreOption => {
    const range: CustomSeriesRenderItem = (_, api) => {
      const [left = 0, y = 0] = api.coord([api.value(1), api.value(0)])
      const [right = 0] = api.coord([api.value(2), api.value(0)])
      const [middle = 0] = api.coord([api.value(3), api.value(0)])
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: left, y: y - 4, width: Math.max(right - left, 2), height: 8, r: 4 },
            style: { fill: look.accentLine },
          },
          {
            type: 'rect',
            shape: { x: middle - 1.5, y: y - 15, width: 3, height: 30 },
            style: { fill: look.ink },
          },
        ],
      }
    }
    return {
      ...frameOf(look, t('fees.pictureAria', { count: drawn.length })),
      grid: { left: 8, right: 28, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: {
        type: scale === 'amount' ? 'log' : 'value',
        name: t(scale === 'amount' ? 'fees.axisAmount' : 'fees.axisRelative'),
        nameLocation: 'middle',
        nameGap: 30,
        nameTextStyle: { color: look.soft, fontSize: 12 },
        ...(scale === 'relative' && {
          ...relativeAxis(values),
        }),
        axisLabel: { color: look.soft, formatter: scale === 'amount' ? '{value}' : '{value}%' },
        splitLine: { lineStyle: { color: look.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: drawn.map(({ row }) => row.common),
        axisTick: { show: false },
        axisLine: { show: false },
        splitLine: { show: true, lineStyle: { color: look.line, type: 'dashed' } },
        axisLabel: {
          interval: 0,
          align: 'right',
          formatter: (common: string) => {
            const found = drawn.find(({ row }) => row.common === common)
            if (!found) return ''
            const { row, figures } = found
            const line = t('fees.medianIs', { amount: yuan(figures.median), unit: row.unit })
            return `{${common === selected ? 'chosen' : 'name'}|${row.name}}\n{sub|${line}}`
          },
          rich: {
            name: { color: look.ink, fontSize: 14, lineHeight: 20 },
            chosen: { color: look.accent, fontSize: 14, lineHeight: 20, fontWeight: 600 },
            sub: { color: look.soft, fontSize: 12, lineHeight: 18 },
          },
        },
      },
      series: [
        {
          type: 'custom',
          name: t('fees.range'),
          renderItem: range,
          encode: { x: [1, 2, 3], y: 0 },
          data: drawn.map(({ row, figures }, index) => [
            index,
            at(row, figures.min),
            at(row, figures.max),
            at(row, figures.median),
          ]),
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const one = drawn[dataIndex]
              return one ? figuresText(t, one.row) : ''
            },
          },
          z: 1,
        },
        ...cities.map((city, index) => {
          const mark = markOf(index)
          return {
            type: 'scatter',
            name: city.name,
            symbol: `path://${mark.path}`,
            symbolSize: 14,
            itemStyle: { opacity: 1, color: mark.colour, borderColor: look.paper, borderWidth: 1 },
            z: 3,
            data: drawn.map(({ row }, line) => {
              const price = countedPrice(row.cells[index] ?? null)
              const lane = lanes(row.cells.map(countedPrice))[index] ?? 0
              return { value: [price === null ? null : at(row, price), line], symbolOffset: [0, lane] }
            }),
            tooltip: {
              formatter: ({ dataIndex }: { dataIndex: number }) => {
                const one = drawn[dataIndex]
                const price = countedPrice(one?.row.cells[index] ?? null)
                if (!one || price === null) return city.name
                const demo = city.demo ? `（${t('demo')}）` : ''
                const far = distance(t, price, one.figures.median)
                return `${city.name}${demo}\n${one.row.name}：${priceText(t, price, one.row.unit)}\n${far}`
              },
            },
          }
        }),
      ],
    }
  }
}

/** The figures of a row in one sentence. */
export const figuresText = (t: TFunction<'oversight'>, { name, unit, figures }: FeeRow): string =>
  figures
    ? `${name}\n${t('fees.selectedFigures', {
        n: figures.n,
        min: yuan(figures.min),
        median: yuan(figures.median),
        max: yuan(figures.max),
        unit,
      })}`
    : `${name}\n${t('fees.selectedNone')}`
