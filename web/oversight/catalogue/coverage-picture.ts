import type { EChartsCoreOption } from 'echarts/core'
import type { TFunction } from 'i18next'
import { frameOf, type Look } from '../chart/look.ts'
import type { CatalogueRow, CityLack } from './lack.ts'

/** Fill and decal of the n-th category: a pattern beside the colour. */
export const fills = [
  { colour: '#1d5796', symbol: 'none' },
  { colour: '#b7cfe9', symbol: 'rect' },
  { colour: '#7c5a9e', symbol: 'line' },
  { colour: '#d9b48a', symbol: 'circle' },
] as const

const decals = {
  none: { symbol: 'none' },
  rect: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  line: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
  circle: {
    symbol: 'circle',
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [5, 0],
    symbolSize: 0.7,
  },
} as const

export const categoriesOf = (rows: readonly CatalogueRow[]): readonly string[] => [
  ...new Set(rows.map(({ category }) => category)),
]

export const coverageHeight = (cities: number): number => cities * 44 + 52

/** A bar a city, cut by category: how many of the common items it has. */
export const coveragePicture =
  (t: TFunction<'oversight'>, cities: readonly CityLack[], rows: readonly CatalogueRow[]) =>
  (look: Look): EChartsCoreOption => {
    const categories = categoriesOf(rows)
    const count = (lack: CityLack, category: string) =>
      rows.filter((row) => row.category === category && row.cells[lack.index] !== null).length
    const words = ({ city, has }: CityLack) =>
      t('catalogue.cityCount', { name: city.name, n: has, of: rows.length })
    return {
      ...frameOf(look, t('catalogue.pictureAria', { list: cities.map(words).join('，') })),
      grid: { left: 8, right: 64, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: {
        type: 'value',
        max: rows.length,
        minInterval: 1,
        name: t('catalogue.axis'),
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { color: look.soft, fontSize: 12 },
        axisLabel: { color: look.soft },
        splitLine: { lineStyle: { color: look.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: cities.map(({ city }) => city.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: look.line } },
        axisLabel: { color: look.ink, fontSize: 14, interval: 0 },
      },
      series: categories.map((category, at) => {
        const fill = fills[at % fills.length] ?? fills[0]
        const last = at === categories.length - 1
        return {
          type: 'bar',
          stack: 'items',
          name: category,
          barMaxWidth: 26,
          itemStyle: {
            color: fill.colour,
            borderColor: look.paper,
            borderWidth: 1,
            decal: { color: 'rgba(24,34,47,0.35)', ...decals[fill.symbol] },
          },
          data: cities.map((lack) => count(lack, category)),
          tooltip: {
            formatter: ({ dataIndex, value }: { dataIndex: number; value: number }) => {
              const lack = cities[dataIndex]
              return lack ? `${words(lack)}\n${category} ${value}` : ''
            },
          },
          ...(last && {
            label: {
              show: true,
              position: 'right',
              color: look.ink,
              formatter: ({ dataIndex }: { dataIndex: number }) =>
                `${cities[dataIndex]?.has ?? 0}/${rows.length}`,
            },
          }),
        }
      }),
    }
  }
