import { useTranslation } from 'react-i18next'
import type { HouseholdFile, Page, ProviderCard } from '../../../functions/api/contract/index.ts'
import { cityPath } from '../../app/client.ts'
import { useApi } from '../../app/queries.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { SelectEntry, type Wrongs } from '../entry/field.tsx'

type ProviderProps = {
  readonly city: string
  readonly file: HouseholdFile
  readonly value: string
  readonly set: (provider: string) => void
  readonly wrongs: Wrongs
}

/** To whom a case is referred: of the city's providers those that serve where the household lives. */
export function Provider({ city, file, value, set, wrongs }: ProviderProps) {
  const { t } = useTranslation('opening')
  const { t: words } = useTranslation('entry')
  const providers = useApi<Page<ProviderCard>>(`${cityPath(city, 'providers')}?limit=200`)
  if (providers.isError) return <Failed error={providers.error} retry={providers.refetch} />
  if (providers.isPending) return <Loading />
  const serving = providers.data.items.filter(
    ({ divisions }) => !divisions || divisions.some((code) => file.path.includes(code)),
  )
  if (serving.length === 0) return <p className="note">{t('providerNone')}</p>
  return (
    <SelectEntry
      path="provider"
      label={t('provider')}
      wrongs={wrongs}
      required
      value={value}
      set={set}
      empty={words('choose')}
      groups={{ '': serving.map(({ id, name }) => ({ value: id, label: name })) }}
    />
  )
}
