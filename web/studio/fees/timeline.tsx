import './fees.css'
import { useTranslation } from 'react-i18next'
import type { FeeRow } from '#forms/fees'
import { today } from '../today.ts'
import type { Names } from './names.ts'
import { type Stretch, timeline } from './timeline-layout.ts'

type Props = {
  /** Item whose prices are drawn; none: nothing is chosen. */
  readonly item: string | undefined
  readonly rows: readonly FeeRow[]
  readonly names: Names
}

/** The prices of one item in time: where they follow each other, leave a gap or overlap. The words say the same as the picture. */
export function Timeline({ item, rows, names }: Props) {
  const { t } = useTranslation('studio')
  if (!item) return <p className="muted">{t('fees.line.pick')}</p>
  const { lines, today: now } = timeline(
    rows.filter((row) => row.item === item),
    today(),
  )
  const words = ({ kind, from, to, says }: Stretch) =>
    t('fees.line.part', {
      from,
      to: to ?? t('fees.open'),
      price: kind === 'price' ? says : t(`fees.line.${kind}`),
    })
  return (
    <section className="fee-lines" aria-label={t('fees.line.title', { item: names.item(item) })}>
      <h2>{t('fees.line.title', { item: names.item(item) })}</h2>
      {lines.map(({ key, level, objectClass, division, stretches }) => {
        const name =
          [
            division && names.division(division),
            level && names.level(level),
            objectClass && names.objectClass(objectClass),
          ]
            .filter(Boolean)
            .join(' · ') || t('fees.line.whole')
        return (
          <div key={key} className="fee-line">
            <span>{name}</span>
            <div
              className="fee-track"
              role="img"
              aria-label={t('fees.line.says', { name, parts: stretches.map(words).join('；') })}
            >
              {stretches.map((one) => (
                <span
                  key={`${one.kind} ${one.from} ${one.to} ${one.says}`}
                  className={`fee-stretch ${one.kind}`}
                  style={{ left: `${one.left * 100}%`, width: `${one.width * 100}%` }}
                  title={words(one)}
                >
                  {one.kind === 'price' ? one.says : t(`fees.line.${one.kind}`)}
                </span>
              ))}
              <span className="fee-today" style={{ left: `${now * 100}%` }} title={t('fees.line.today')} />
            </div>
          </div>
        )
      })}
    </section>
  )
}
