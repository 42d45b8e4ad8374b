import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { readonly city: string; readonly children: ReactNode }

/** A page without the tabs that cannot be shown: why, and the way back to today's work. */
export function Stopped({ city, children }: Props) {
  const { t } = useTranslation('field')
  return (
    <main id="main" className="page narrow">
      {children}
      <Link className="button quiet" to="/field/$city" params={{ city }}>
        {t('today.back')}
      </Link>
    </main>
  )
}
