import { useTranslation } from 'react-i18next'
import { CityMark } from '../chart/city-mark.tsx'
import type { CityLack } from './lack.ts'

type Props = { readonly cities: readonly CityLack[]; readonly of: number }

/** A card a city: what others have and it has not, and which of its items are mapped to no common code. */
export function Missing({ cities, of }: Props) {
  const { t } = useTranslation('oversight')
  return (
    <section className="office-panel" aria-labelledby="missing-title">
      <h2 id="missing-title">{t('catalogue.missingTitle')}</h2>
      <p className="muted">{t('catalogue.missingLead')}</p>
      <ul className="missing-cities">
        {cities.map((lack) => (
          <li key={lack.city.code}>
            <h3>
              <span className="city-name">
                <CityMark index={lack.index} />
                {lack.city.name}
              </span>
              {lack.city.demo && <span className="demo-mark">{t('demo')}</span>}
            </h3>
            <Card lack={lack} of={of} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ lack, of }: { readonly lack: CityLack; readonly of: number }) {
  const { t } = useTranslation('oversight')
  const { disclosed, has, missing, unmapped, items, share } = lack
  if (!disclosed) return <p className="muted">{t('catalogue.notDisclosed')}</p>
  return (
    <>
      <p className="tabular">
        {t('catalogue.has', { n: has, of })}
        {'，'}
        {missing.length === 0
          ? t('catalogue.noneMissing')
          : t('catalogue.missing', { count: missing.length })}
      </p>
      {missing.length > 0 && (
        <ul>
          {missing.map(({ common, name }) => (
            <li key={common}>{name}</li>
          ))}
        </ul>
      )}
      <p className="muted tabular">
        {unmapped.length === 0
          ? t('catalogue.unmappedNone')
          : `${t('catalogue.unmapped', {
              n: unmapped.length,
              of: items ?? unmapped.length,
              share: (share * 100).toFixed(1),
            })}：${unmapped.join('、')}`}
      </p>
    </>
  )
}
