import type { EChartsCoreOption } from 'echarts/core'
import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { frameOf, type Look } from '../chart/look.ts'
import { figureOf, type IndicatorRow, isCount, silenceOf, spoken } from './rate.ts'

/** Cities as bars; one whose figure is not shown keeps its line, with the word instead of a bar. */
export const ratesPicture =
  (t: TFunction<'oversight'>, cities: readonly CityCard[], row: IndicatorRow) =>
  (look: Look): EChartsCoreOption => {
    const { name, period, cells, counted } = row
    const words = (index: number): string => {
      const cell = cells[index] ?? null
      const silence = silenceOf(t, row, cell)
      if (silence !== undefined) return silence
      const verdict = cell?.state === 'met' || cell?.state === 'short' || cell?.state === 'warn'
      return `${spoken(row, cell)}${verdict ? ` ${t(`indicators.states.${cell.state}`)}` : ''}`
    }
    const list = cities.map((city, index) => `${city.name} ${words(index)}`).join('，')
    return {
      ...frameOf(look, t('indicators.pictureAria', { name, period, list })),
      grid: { left: 8, right: 190, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: {
        type: 'value',
        name: isCount(row)
          ? t('indicators.axisCount', { unit: counted?.unit ?? t('indicators.piece') })
          : t('indicators.axis'),
        nameLocation: 'middle',
        nameGap: 26,
        axisLabel: { color: look.soft, hideOverlap: true },
        splitLine: { lineStyle: { color: look.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: cities.map((city) => city.name),
        axisTick: { show: false },
        axisLabel: { color: look.ink, interval: 0 },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 20,
          itemStyle: { color: look.accent },
          data: cells.map((cell) => figureOf(row, cell) ?? 0),
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              `${cities[dataIndex]?.name}\n${words(dataIndex)}`,
          },
          label: {
            show: true,
            position: 'right',
            color: look.ink,
            formatter: ({ dataIndex }: { dataIndex: number }) => words(dataIndex),
          },
        },
      ],
    }
  }
