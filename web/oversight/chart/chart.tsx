import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { init } from './echarts.ts'
import { type Look, lookNow } from './look.ts'

type Props = {
  /** Makes the picture; called again when the fonts of the page have come. Keep its identity (`useCallback`). */
  readonly draw: (look: Look) => EChartsCoreOption
  /** Pixels. */
  readonly height: number
  /** Called with the line (index on the upright axis) that was clicked, whether or not the click met a sign. */
  readonly pick?: (line: number) => void
}

/** A picture on a canvas. Its words for those who cannot see it come from `aria` of the option; the table under it has every figure. */
export function Chart({ draw, height, pick }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType>()
  useEffect(() => {
    if (!place.current) return undefined
    const made = init(place.current, null, { renderer: 'canvas', locale: 'ZH' })
    setChart(made)
    // On paper the picture of the screen is only scaled: the style sheet takes its fixed size away.
    const watch = new ResizeObserver(() => {
      if (!window.matchMedia('print').matches) made.resize()
    })
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])

  useEffect(() => {
    if (!chart) return undefined
    const redraw = () => {
      if (!chart.isDisposed()) chart.setOption(draw(lookNow()), { notMerge: true })
    }
    redraw()
    // A canvas keeps the empty boxes it has drawn until it is drawn again.
    void document.fonts.ready.then(redraw)
    document.fonts.addEventListener('loadingdone', redraw)
    return () => document.fonts.removeEventListener('loadingdone', redraw)
  }, [chart, draw])

  useEffect(() => {
    if (!chart || !pick) return undefined
    const clicked = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
      const [, line = -1] = chart.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY])
      pick(Math.round(line))
    }
    chart.getZr().on('click', clicked)
    return () => {
      if (!chart.isDisposed()) chart.getZr().off('click', clicked)
    }
  }, [chart, pick])

  return <div ref={place} className="chart" role="img" style={{ height }} />
}
