import { App, Popconfirm, Table, type TableProps, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InvitationCard, RoleGrant } from '../../../functions/api/contract/index.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { atMinute } from '../look.ts'
import { useInvitations, useRevoke } from './data.ts'

const colours = { open: 'processing', used: 'success', revoked: 'default', expired: 'warning' } as const

type Props = { readonly city: string; readonly words: (grant: RoleGrant) => string }

/** Links that were given out: those that wait, and folded away those of the last weeks that are over. */
export function Invitations({ city, words }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const invitations = useInvitations(city, true)
  const revoke = useRevoke(city)
  if (invitations.isPending) return <Loading />
  if (invitations.isError) return <Failed error={invitations.error} retry={invitations.refetch} />
  const newest = invitations.data.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const open = newest.filter(({ state }) => state === 'open')
  const past = newest.filter(({ state }) => state !== 'open')
  const columns: TableProps<InvitationCard>['columns'] = [
    { title: t('members.name'), dataIndex: 'name', rowScope: 'row' },
    {
      title: t('members.roles'),
      dataIndex: 'roles',
      render: (roles: InvitationCard['roles']) => roles.map(words).join('；'),
    },
    { title: t('invitations.by'), dataIndex: 'by' },
    { title: t('invitations.expires'), dataIndex: 'expires', render: atMinute },
    {
      title: t('invitations.state'),
      dataIndex: 'state',
      render: (state: InvitationCard['state']) => (
        <Tag color={colours[state]}>{t(`invitations.states.${state}`)}</Tag>
      ),
    },
  ]
  const actions = {
    title: t('members.actions'),
    render: (_: unknown, one: InvitationCard) => (
      <Popconfirm
        title={t('invitations.revokeAsk', { name: one.name })}
        description={t('invitations.revokeLead')}
        okText={t('invitations.revoke')}
        onConfirm={() =>
          revoke.mutate(one, {
            onSuccess: () => void message.success(t('invitations.revoked')),
            onError: (error) => void message.error(error.message),
          })
        }
      >
        <button type="button" className="text-button">
          {t('invitations.revoke')}
        </button>
      </Popconfirm>
    ),
  }
  return (
    <section className="office-panel table-room">
      <h2>{t('invitations.title')}</h2>
      {open.length === 0 ? (
        <p className="muted">{t('invitations.none')}</p>
      ) : (
        <Table rowKey="id" columns={[...columns, actions]} dataSource={open} pagination={false} />
      )}
      {past.length > 0 && (
        <details>
          <summary>{t('invitations.past', { count: past.length })}</summary>
          <Table rowKey="id" columns={columns} dataSource={past} pagination={false} />
        </details>
      )}
    </section>
  )
}
