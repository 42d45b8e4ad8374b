import type { CustomSeriesRenderItem } from 'echarts'
import type { EChartsCoreOption } from 'echarts/core'
import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { frameOf, type Look } from '../chart/look.ts'
import type { GroupLine } from './group.ts'

export const groupHeight = (lines: number): number => lines * 34 + 36

/** Groups of elements by cities; every cell says in figures what its shade says. */
export const groupPicture =
  (t: TFunction<'oversight'>, cities: readonly CityCard[], lines: readonly GroupLine[]) =>
  (look: Look): EChartsCoreOption => {
    const cells = lines.flatMap(({ group, of, asked }, y) =>
      asked.map((count, x) => ({ x, y, count, of, group: t(`forms.groups.${group}`) })),
    )
    const render: CustomSeriesRenderItem = (params, api) => {
      const cell = cells[params.dataIndex]
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      const size = api.size?.([1, 1])
      const [width = 0, height = 0] = Array.isArray(size) ? size : []
      if (!cell) return null
      const share = cell.of === 0 ? 0 : cell.count / cell.of
      return {
        type: 'rect',
        shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2, r: 3 },
        style: { fill: share === 0 ? look.paper : shade(share), stroke: look.line, lineWidth: 1 },
        textContent: {
          type: 'text',
          style: {
            text: `${cell.count}/${cell.of}`,
            fill: share > 0.55 ? look.paper : look.ink,
            fontFamily: look.font,
            fontSize: 13,
          },
        },
        textConfig: { position: 'inside' },
      }
    }
    const list = cities.map(({ name }, x) => {
      const own = cells.filter((cell) => cell.x === x)
      return `${name} ${own.reduce((sum, { count }) => sum + count, 0)}/${own.reduce((sum, { of }) => sum + of, 0)}`
    })
    return {
      ...frameOf(look, t('forms.pictureAria', { list: list.join('，') })),
      grid: { left: 8, right: 8, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: {
        type: 'category',
        position: 'top',
        data: cities.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { color: look.ink, fontSize: 13, interval: 0, hideOverlap: false },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: lines.map(({ group }) => t(`forms.groups.${group}`)),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { color: look.ink, fontSize: 13, interval: 0 },
      },
      series: [
        {
          type: 'custom',
          renderItem: render,
          encode: { x: 0, y: 1 },
          data: cells.map(({ x, y, count }) => [x, y, count]),
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const cell = cells[dataIndex]
              return cell ? `${cities[cell.x]?.name}\n${cell.group}：${cell.count}/${cell.of}` : ''
            },
          },
        },
      ],
    }
  }

/** From the lightest to the full accent; white stands for none at all. */
function shade(share: number): string {
  const mix = (light: number, deep: number) => Math.round(light + (deep - light) * share)
  return `rgb(${mix(233, 29)},${mix(241, 87)},${mix(250, 150)})`
}
