import { useTranslation } from 'react-i18next'
import type { RoleGrant } from '../../../functions/api/contract/index.ts'
import { useProviders } from './data.ts'

/** What a provider is called; who is not on file is named by the id, and said to be none. */
export function useProviderName(city: string): (id: string) => string {
  const { t } = useTranslation('studio')
  const { data } = useProviders(city)
  return (id) =>
    data?.find((one) => one.id === id)?.name ?? t(data ? 'providers.unknown' : 'members.providerId', { id })
}

/** A grant in words: 「乡镇（街道）经办：殷汇镇、梅村镇」. */
export function useGrantWords(
  name: (code: string) => string,
  providerName: (id: string) => string,
): (grant: RoleGrant) => string {
  const { t: shell } = useTranslation('app')
  const { t } = useTranslation('studio')
  return ({ role, divisions, provider }) => {
    const where =
      provider === undefined
        ? (divisions?.map(name).join('、') ?? t('members.whole'))
        : providerName(provider)
    return `${shell(`roles.${role}`)}：${where}`
  }
}
