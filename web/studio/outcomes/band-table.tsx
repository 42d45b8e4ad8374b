import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Band } from '#forms/definition'
import { BandPicture } from './band-picture.tsx'
import { type BandFault, bandFaults, type Range, saidBand } from './bands.ts'
import { withNextBand } from './next-band.ts'
import { NumberCell } from './number-cell.tsx'

type Props = {
  readonly bands: readonly Band[]
  readonly range: Range | undefined
  readonly readOnly: boolean
  readonly change: (bands: readonly Band[]) => void
}

/** Which numbers are which level. Gaps and overlaps are marked while somebody writes. */
export function BandTable({ bands, range, readOnly, change }: Props) {
  const { t } = useTranslation('workshop')
  const faults = bandFaults(bands, range)
  const wrong = new Set(faults.flatMap((fault) => ('other' in fault ? [fault.at, fault.other] : [fault.at])))
  const put = (at: number, band: Band | undefined) =>
    change(bands.flatMap((one, i) => (i === at ? (band ?? []) : one)))
  const add = () => change(withNextBand(bands, range, t('outcomes.bands.label')))
  const name = (at: number, what: 'from' | 'to' | 'label' | 'level') =>
    t('outcomes.bands.row', { n: at + 1, what: t(`outcomes.bands.${what}`) })
  return (
    <div className="bands">
      <h4>{t('outcomes.bands.title')}</h4>
      {range && <p className="muted">{t('outcomes.range', { least: range.least, most: range.most })}</p>}
      {bands.length === 0 && <p className="muted">{t('outcomes.bands.none')}</p>}
      {bands.length > 0 && (
        <>
          <BandPicture bands={bands} range={range} faults={faults} />
          <table>
            <thead>
              <tr>
                {(['from', 'to', 'label', 'level'] as const).map((what) => (
                  <th
                    key={what}
                    scope="col"
                    title={what === 'level' ? t('outcomes.bands.levelHint') : undefined}
                  >
                    {t(`outcomes.bands.${what}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {bands.map((band, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place while it is being written
                <tr key={at} className={wrong.has(at) ? 'wrong' : ''}>
                  <td>
                    <NumberCell
                      label={name(at, 'from')}
                      value={band.from}
                      disabled={readOnly}
                      change={(from) => put(at, { ...band, from: from ?? 0 })}
                    />
                  </td>
                  <td>
                    <NumberCell
                      empty
                      label={name(at, 'to')}
                      value={band.to ?? null}
                      placeholder={t('outcomes.bands.open')}
                      disabled={readOnly}
                      change={(to) => {
                        const { to: _, ...rest } = band
                        put(at, to === null ? rest : { ...rest, to })
                      }}
                    />
                  </td>
                  {(['label', 'level'] as const).map((what) => (
                    <td key={what}>
                      <Input
                        aria-label={name(at, what)}
                        value={band[what]}
                        maxLength={what === 'label' ? 100 : 40}
                        status={band[what].trim() === '' ? 'error' : ''}
                        disabled={readOnly}
                        onChange={({ target }) => put(at, { ...band, [what]: target.value })}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      type="text"
                      disabled={readOnly}
                      aria-label={t('outcomes.bands.remove', { name: band.label })}
                      onClick={() => put(at, undefined)}
                    >
                      ✕
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Faults bands={bands} faults={faults} />
        </>
      )}
      <Button disabled={readOnly || bands.length >= 100} onClick={add}>
        {t('outcomes.bands.add')}
      </Button>
    </div>
  )
}

function Faults({
  bands,
  faults,
}: {
  readonly bands: readonly Band[]
  readonly faults: readonly BandFault[]
}) {
  const { t } = useTranslation('workshop')
  const label = (at: number) => bands[at]?.label ?? ''
  if (faults.length === 0)
    return (
      <p className="muted" role="status">
        {t('outcomes.bands.good')}
      </p>
    )
  return (
    <ul className="band-faults" role="alert">
      {faults.map((fault) => (
        <li key={`${fault.kind} ${fault.at}`}>
          {t(`outcomes.bands.fault.${fault.kind}`, {
            one: label(fault.at),
            other: 'other' in fault ? label(fault.other) : '',
            range: 'from' in fault ? saidRange(fault.from, fault.to, t) : '',
          })}
        </li>
      ))}
    </ul>
  )
}

const saidRange = (from: number, to: number, t: Parameters<typeof saidBand>[1]): string =>
  saidBand(Number.isFinite(to) ? { from, to } : { from }, t)
