import { useTranslation } from 'react-i18next'
import type { Share } from '#forms/mapping'

/** A share as a bar with its numbers in words. */
export function ShareBar({ label, share }: { readonly label: string; readonly share: Share }) {
  const { t } = useTranslation('studio')
  const { all, mapped } = share
  const words =
    all === 0 ? t('dictionary.none') : t('dictionary.percent', { percent: Math.floor((mapped / all) * 100) })
  return (
    <span className="share">
      <span className="share-label">{label}</span>
      <meter min={0} max={Math.max(all, 1)} value={mapped} aria-label={label} />
      <span>
        {words} <span className="muted">{t('dictionary.share', { mapped, all })}</span>
      </span>
    </span>
  )
}
