import { useTranslation } from 'react-i18next'
import type { Change, ChangeEffect } from '../../../functions/api/contract/index.ts'
import { countOf, kinds } from './effects.ts'

/** A shape of its own for each, so that none is told by its colour alone. */
const shapes: Readonly<Record<ChangeEffect, string>> = {
  'loses-answers': 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM5.500 5.500l5 5M10.500 5.500l-5 5',
  'changes-meaning': 'M8 1l7 7-7 7-7-7zM5 6.800h6M5 9.200h6M9.500 5l-3 6',
  tightens: 'M8 1.500l7 13H1zM8 6v4M8 12v.500',
  compatible: 'M8 1a7 7 0 1 0 .01 0M5 8.200l2.200 2.200 4-4.400',
}

/** The mark of a change: what it does to answers, in shape and words. */
export function EffectMark({ effect }: { readonly effect: ChangeEffect }) {
  const { t } = useTranslation('studio')
  return (
    <span className="effect" data-effect={effect}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[effect]} />
      </svg>
      {t(`effects.names.${effect}`)}
    </span>
  )
}

/** How many changes of the forms do what to answers, and what that means. Nothing where no form changed. */
export function EffectSummary({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('studio')
  const counted = kinds
    .map((kind) => [kind, countOf(changes, kind)] as const)
    .filter(([, count]) => count > 0)
  const [worst] = counted
  if (!worst) return null
  if (worst[0] === 'compatible') return <p>{t('effects.harmless', { count: worst[1] })}</p>
  return (
    <dl className="effects">
      {counted.map(([kind, number]) => (
        <div key={kind}>
          <dt>
            <EffectMark effect={kind} />
            <span className="count">{t('effects.places', { count: number })}</span>
          </dt>
          <dd>{t(`effects.means.${kind}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
