import { App, Popconfirm, Table, type TableProps, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MemberCard, RoleGrant } from '../../../functions/api/contract/index.ts'
import { namedPages } from '../../office/pages.tsx'
import { useRemoveMember } from './data.ts'

type Props = {
  readonly city: string
  readonly members: readonly MemberCard[]
  /** How many administrators there are in all. */
  readonly admins: number
  readonly self: string | undefined
  readonly mayChange: boolean
  readonly name: (code: string) => string
  /** Codes of the city's divisions; undefined while nobody knows them. */
  readonly known: ReadonlySet<string> | undefined
  readonly providerName: (id: string) => string
  readonly edit: (member: MemberCard) => void
}

/** One row a person; who cannot be changed says why. */
export function MembersTable({
  city,
  members,
  admins,
  self,
  mayChange,
  name,
  known,
  providerName,
  edit,
}: Props) {
  const { t } = useTranslation('studio')
  const { t: shell } = useTranslation('app')
  // Here and not in the row: the row is gone before its last word is said.
  const remove = useRemoveMember(city)
  const isAdmin = ({ roles }: MemberCard) => roles.some(({ role }) => role === 'admin')
  /** Why nobody here can change this member. */
  const kept = (one: MemberCard): string | undefined => {
    if (isAdmin(one) && admins === 1) return t('members.lastKept')
    return one.id === self ? t('members.selfKept') : undefined
  }
  const columns: TableProps<MemberCard>['columns'] = [
    {
      title: t('members.name'),
      dataIndex: 'name',
      rowScope: 'row',
      render: (text: string, { id }: MemberCard) => (
        <span className="item-name">
          {text}
          {id === self && <Tag>{t('members.self')}</Tag>}
        </span>
      ),
    },
    {
      title: t('members.roles'),
      render: (_, { roles }) => (
        <ul className="grants">
          {roles.map((grant) => (
            <li key={JSON.stringify(grant)}>
              <Tag color={grant.role === 'admin' ? 'blue' : 'default'}>{shell(`roles.${grant.role}`)}</Tag>
              <span>{whereOf(grant)}</span>
            </li>
          ))}
        </ul>
      ),
    },
    ...(mayChange
      ? [
          {
            title: t('members.actions'),
            render: (_: unknown, one: MemberCard) => {
              const why = kept(one)
              return why === undefined ? (
                <span className="row-actions">
                  <button type="button" className="text-button" onClick={() => edit(one)}>
                    {t('members.change')}
                    <span className="visually-hidden">{one.name}</span>
                  </button>
                  <Remove member={one} remove={remove} />
                </span>
              ) : (
                <span className="muted">{why}</span>
              )
            },
          },
        ]
      : []),
  ]
  return (
    <Table
      rowKey="id"
      columns={columns}
      dataSource={[...members]}
      pagination={
        members.length > 50 ? { pageSize: 50, showSizeChanger: false, itemRender: namedPages } : false
      }
      locale={{ emptyText: t('members.none') }}
    />
  )

  function whereOf({ divisions, provider }: RoleGrant): string {
    if (provider !== undefined) return providerName(provider)
    const named = (code: string) =>
      known && !known.has(code) ? t('members.goneDivision', { code }) : name(code)
    return divisions?.map(named).join('、') ?? t('members.whole')
  }
}

type RemoveProps = { readonly member: MemberCard; readonly remove: ReturnType<typeof useRemoveMember> }

function Remove({ member, remove }: RemoveProps) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  return (
    <Popconfirm
      title={t('members.removeAsk', { name: member.name })}
      description={t('members.removeLead', { name: member.name })}
      okText={t('members.remove')}
      cancelText={t('members.keep')}
      okButtonProps={{ danger: true }}
      onConfirm={() =>
        remove.mutate(member, {
          onSuccess: () => void message.success(t('members.removed')),
          onError: (error) => void message.error(error.message),
        })
      }
    >
      <button type="button" className="text-button" disabled={remove.isPending}>
        {t('members.remove')}
        <span className="visually-hidden">{member.name}</span>
      </button>
    </Popconfirm>
  )
}
