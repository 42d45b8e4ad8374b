import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '#forms/catalogue'
import { SourceMark } from '../source-mark.tsx'

/** The rules that always hold: visit, spot check, settlement, numbers, hotline, channels, other systems. */
export function Standing({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('studio')
  const { t: shell } = useTranslation('app')
  const { visit, spotCheck, settlement, serviceNumber, hotline, channels, systems, graceDays } = profile
  const pairs = visit.team?.map((pair) => pair.map((role) => shell(`roles.${role}`)).join(' + '))
  return (
    <dl className="rules">
      <Rule name={t('profile.visit')} rule={visit.source?.rule}>
        {pairs ? pairs.join('；') : t('profile.alone')}
        {visit.note && <p className="muted">{visit.note}</p>}
      </Rule>
      <Rule name={t('profile.spotCheck')} rule={spotCheck?.source?.rule}>
        {spotCheck
          ? t('profile.spotCheckRule', {
              scope: t(`profile.scopes.${spotCheck.scope}`),
              period: t(`profile.periods.${spotCheck.period}`),
              percent: Math.round(spotCheck.ratio * 10_000) / 100,
              by: shell(`roles.${spotCheck.by}`),
            })
          : t('profile.unset')}
      </Rule>
      <Rule name={t('profile.settlement')} rule={settlement.source?.rule}>
        {settlement.cadence
          ? t('profile.settlementRule', {
              cadence: t(`profile.cadences.${settlement.cadence}`),
              by: shell(`roles.${settlement.by}`),
            })
          : t('profile.unset')}
      </Rule>
      <Rule name={t('profile.priceOn')} rule={settlement.priceSource?.rule}>
        {t('profile.serviceDate')}
      </Rule>
      <Rule name={t('profile.serviceNumber')} rule={serviceNumber.source?.rule}>
        {t('profile.numberRule', {
          prefix: serviceNumber.prefix,
          count: serviceNumber.digits,
          whose: t(serviceNumber.scope === 'person' ? 'profile.onePerson' : 'profile.oneHousehold'),
        })}
      </Rule>
      <Rule name={t('profile.hotline')} rule={hotline?.source?.rule}>
        {hotline ? `${hotline.name} ${hotline.number}` : t('profile.unset')}
      </Rule>
      {channels.map(({ key, name, source }) => (
        <Rule key={key} name={t('profile.channel')} rule={source?.rule}>
          {name}
        </Rule>
      ))}
      {systems.map(({ name, use, source }) => (
        <Rule key={name} name={t('profile.system')} rule={source?.rule}>
          {name}
          <p className="muted">{use}</p>
        </Rule>
      ))}
      <Rule name={t('profile.grace')} rule={undefined}>
        {t('profile.graceDays', { count: graceDays })}
      </Rule>
    </dl>
  )
}

type RuleProps = { readonly name: string; readonly rule: string | undefined; readonly children: ReactNode }

const Rule = ({ name, rule, children }: RuleProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {children} <SourceMark rule={rule} />
    </dd>
  </div>
)
