import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../app/states.tsx'

const reasons = ['configuration', 'document', 'draft', 'divisions'] as const
type Props = { readonly city: string; readonly what: (typeof reasons)[number] }

/** A page that has nothing to show without `what`: says why, and leads to where one gets it. */
export function Without({ city, what }: Props) {
  const { t } = useTranslation('studio')
  return (
    <Notice title={t(`without.${what}`)} lead={t(`without.${what}Lead`)}>
      <Link className="button quiet" to="/studio/$city" params={{ city }}>
        {t(what === 'configuration' ? 'without.adopt' : 'publish.toConfiguration')}
      </Link>
    </Notice>
  )
}
