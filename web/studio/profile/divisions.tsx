import { useTranslation } from 'react-i18next'
import type { Profile } from '#forms/catalogue'
import { SourceMark } from '../source-mark.tsx'

type Props = { readonly city: string; readonly divisions: Profile['divisions'] }

/** The tree of a city: counties and zones, each with its townships in one line. */
export function Divisions({ city, divisions }: Props) {
  const { t } = useTranslation('studio')
  const below = (code: string) => divisions.filter(({ parent }) => parent === code)
  return (
    <ul className="ruled">
      {below(city).map(({ code, name, kind, verify, source }) => {
        const townships = below(code)
        return (
          <li key={code}>
            <strong>{name}</strong> <span className="muted">{`${t(`profile.kinds.${kind}`)} ${code}`}</span>{' '}
            {verify && <span className="unset">{t('profile.verify')}</span>}{' '}
            <SourceMark rule={source?.rule} />
            <p className={townships.length > 0 ? '' : 'muted'}>
              {townships.length > 0
                ? townships.map((one) => withVillages(one.name, below(one.code).length)).join('、')
                : t('profile.noneBelow')}
            </p>
          </li>
        )
      })}
    </ul>
  )

  function withVillages(name: string, count: number): string {
    return count > 0 ? t('profile.villages', { name, count }) : name
  }
}
