import { useTranslation } from 'react-i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { CityMark } from '../chart/city-mark.tsx'

/** A city at the head of its column: its sign, its name, and whether it is invented. */
export function CityHead({ city, index }: { readonly city: CityCard; readonly index: number }) {
  const { t } = useTranslation('oversight')
  return (
    <span className="city-head">
      <span className="city-name">
        <CityMark index={index} />
        {city.name}
      </span>
      {city.demo && <span className="demo-mark">{t('demo')}</span>}
    </span>
  )
}
