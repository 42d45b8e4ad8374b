import { useTranslation } from 'react-i18next'
import type { CityIndicator } from '../../../functions/api/contract/index.ts'

/** Each county or township of an indicator that is asked of each, those with figures alone. */
export function Places({ indicator }: { readonly indicator: CityIndicator }) {
  const { t } = useTranslation('indicators')
  const { places, scope, denominator } = indicator
  if (places.length === 0 || (scope !== 'county' && scope !== 'township')) return null
  const told = places.filter(({ value }) => value !== null)
  if (told.length === 0) return <p className="muted">{t('nowhere')}</p>
  return (
    <details className="indicator-places">
      <summary>
        {t('placesOf', { where: t(`scopes.${scope}`), told: told.length, all: places.length })}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ code, name, value, numerator, denominator: of, state }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td className="tabular">
                {value}
                {denominator && <span className="muted"> {`${numerator}/${of}`}</span>}
              </td>
              <td>{t(`states.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
