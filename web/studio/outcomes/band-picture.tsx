import { useTranslation } from 'react-i18next'
import type { Band } from '#forms/definition'
import { type BandFault, type Range, saidBand, stepOf } from './bands.ts'

type Props = {
  readonly bands: readonly Band[]
  readonly range: Range | undefined
  readonly faults: readonly BandFault[]
}

const width = 600
const edge = 12

/** The levels on one line, as far as values can come; what belongs to no level or to two is hatched. */
export function BandPicture({ bands, range, faults }: Props) {
  const { t } = useTranslation('workshop')
  const ends = bands.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))
  const step = stepOf(bands, range)
  const least = Math.min(...ends, range?.least ?? Number.POSITIVE_INFINITY)
  const open = bands.some(({ to }) => to === undefined)
  const known = Math.max(...ends, range?.most ?? Number.NEGATIVE_INFINITY)
  const most = (open && !range ? known + Math.max(1, (known - least) / 4) : known) + step
  if (!Number.isFinite(least) || most <= least) return null
  const x = (value: number) =>
    edge + ((Math.min(Math.max(value, least), most) - least) / (most - least)) * (width - 2 * edge)
  const holes = faults.flatMap((fault) => ('from' in fault ? [fault] : []))
  const text = bands.map((band) => `${band.label} ${saidBand(band, t)}`).join('，')
  return (
    <svg
      className="bands-picture"
      viewBox={`0 0 ${width} 64`}
      role="img"
      aria-label={t('outcomes.bands.picture', { text })}
    >
      <defs>
        <pattern
          id="band-fault"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="3" height="6" />
        </pattern>
      </defs>
      <line x1={edge} x2={width - edge} y1={34} y2={34} />
      {bands.map(({ from, to, label }, at) => {
        const [a, b] = [x(from), x(to === undefined ? most : to + step)]
        const middle = (a + b) / 2
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place while it is being written
          <g key={at}>
            <rect
              className={`band band-${at % 6}`}
              x={a}
              y={24}
              width={Math.max(2, b - a)}
              height={20}
              rx={3}
            />
            <title>{`${label} ${saidBand({ from, ...(to !== undefined && { to }) }, t)}`}</title>
            <text x={middle} y={16} className={b - a < label.length * 13 ? 'narrow' : ''}>
              {b - a < 28 ? '' : label.slice(0, Math.max(1, Math.floor((b - a) / 13)))}
            </text>
            <text className="tick" x={a + 1} y={59}>
              {from}
            </text>
          </g>
        )
      })}
      {holes.map((fault) => (
        <rect
          key={`${fault.kind} ${fault.from}`}
          className="band-fault"
          x={x(fault.from)}
          y={22}
          width={Math.max(4, x(fault.to + step) - x(fault.from))}
          height={24}
        />
      ))}
      {!open && (
        <text className="tick end" x={width - edge} y={59}>
          {most - step}
        </text>
      )}
    </svg>
  )
}
