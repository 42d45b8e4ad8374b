import { useTranslation } from 'react-i18next'
import type { RoleGrant } from '../../../functions/api/contract/index.ts'

/** A grant in words: 「乡镇（街道）经办：殷汇镇、梅村镇」. */
export function useGrantWords(name: (code: string) => string): (grant: RoleGrant) => string {
  const { t: shell } = useTranslation('app')
  const { t } = useTranslation('studio')
  return ({ role, divisions, provider }) => {
    const where =
      provider === undefined
        ? (divisions?.map(name).join('、') ?? t('members.whole'))
        : t('members.providerId', { id: provider })
    return `${shell(`roles.${role}`)}：${where}`
  }
}
