import { useTranslation } from 'react-i18next'

/** The rules by which figures were made comparable, one sentence each. */
export function How({ rules }: { readonly rules: readonly string[] }) {
  const { t } = useTranslation('oversight')
  return (
    <details className="how">
      <summary>{t('howTitle')}</summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </details>
  )
}
