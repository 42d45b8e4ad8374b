import { Button, Table, type TableProps } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue, Providers as Kinds } from '#forms/catalogue'
import type { ProviderCard } from '../../../functions/api/contract/index.ts'
import { useLiveDocument } from '../../app/documents.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { useProviders } from './data.ts'
import type { Branch } from './tree.ts'

const EditProvider = lazy(async () => ({ default: (await import('./edit-provider.tsx')).EditProvider }))

type Props = {
  readonly city: string
  readonly mayChange: boolean
  readonly branches: readonly Branch[]
  /** The name of a division. */
  readonly name: (code: string) => string
}

/** The register of the organisations that members and referrals name. */
export function ProviderRegister({ city, mayChange, branches, name }: Props) {
  const { t } = useTranslation('studio')
  const providers = useProviders(city)
  const types = useLiveDocument<Kinds>(city, 'providers').document.data?.types ?? []
  const modes = useLiveDocument<Catalogue>(city, 'catalogue').document.data?.modes ?? []
  const [edited, setEdited] = useState<ProviderCard | 'new'>()
  const labelIn = (list: readonly { readonly key: string; readonly label: string }[], key: string) =>
    list.find((one) => one.key === key)?.label ?? key
  const columns: TableProps<ProviderCard>['columns'] = [
    { title: t('providers.name'), dataIndex: 'name', rowScope: 'row' },
    { title: t('providers.type'), className: 'nowrap', render: (_, { type }) => labelIn(types, type) },
    { title: t('providers.mode'), className: 'nowrap', render: (_, { mode }) => labelIn(modes, mode) },
    {
      title: t('providers.divisions'),
      className: 'nowrap',
      render: (_, { divisions }) => divisions?.map(name).join('、') ?? t('members.whole'),
    },
    ...(mayChange
      ? [
          {
            title: t('members.actions'),
            render: (_: unknown, one: ProviderCard) => (
              <button type="button" className="text-button" onClick={() => setEdited(one)}>
                {t('members.change')}
                <span className="visually-hidden">{one.name}</span>
              </button>
            ),
          },
        ]
      : []),
  ]
  return (
    <section className="provider-register" aria-labelledby="provider-register">
      <div className="table-tools">
        <h2 id="provider-register">{t('providers.title')}</h2>
        {mayChange && (
          <Button disabled={types.length === 0 || modes.length === 0} onClick={() => setEdited('new')}>
            {t('providers.add')}
          </Button>
        )}
      </div>
      <p className="muted">{t(types.length === 0 ? 'providers.unpublished' : 'providers.lead')}</p>
      {providers.isPending && <Loading />}
      {providers.isError && <Failed error={providers.error} retry={providers.refetch} />}
      {providers.data && (
        <div className="table-room">
          <Table
            rowKey="id"
            columns={columns}
            dataSource={providers.data.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))}
            pagination={false}
            locale={{ emptyText: t('providers.none') }}
          />
        </div>
      )}
      <Suspense>
        {edited && (
          <EditProvider
            key={edited === 'new' ? edited : edited.id}
            city={city}
            provider={edited === 'new' ? undefined : edited}
            types={types}
            modes={modes}
            branches={branches}
            close={() => setEdited(undefined)}
          />
        )}
      </Suspense>
    </section>
  )
}
