import './members.css'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberCard, Role } from '../../../functions/api/contract/index.ts'
import { usePlaces } from '../../app/divisions.ts'
import { useMe } from '../../app/queries.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { useTitle } from '../../app/title.ts'
import { useMemberId } from '../../field/self.ts'
import { studioRoute } from '../routes.ts'
import { useMayInvite, useMembers, useProviders } from './data.ts'
import { Invitations } from './invitations.tsx'
import { ProviderRegister } from './providers.tsx'
import { MembersTable } from './table.tsx'
import { branchesOf } from './tree.ts'
import { useGrantWords, useProviderName } from './where.ts'

// The tree to pick from and the picture of the link are fetched when a drawer is first opened.
const EditMember = lazy(async () => ({ default: (await import('./edit.tsx')).EditMember }))
const Invite = lazy(async () => ({ default: (await import('./invite.tsx')).Invite }))

const ranks: readonly Role[] = [
  'admin',
  'county.admin',
  'township',
  'worker',
  'village',
  'provider',
  'auditor',
]
const rankOf = ({ roles }: MemberCard): number => Math.min(...roles.map(({ role }) => ranks.indexOf(role)))
/** Who administers first; within a rank by name. */
const byRank = (a: MemberCard, b: MemberCard): number =>
  rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'zh-CN')

/** Who works here and as what; inviting, changing and removing them. */
export function Members() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const { t: shell } = useTranslation('app')
  const members = useMembers(city)
  const self = useMemberId()
  const mayInvite = useMayInvite(city)
  const mayAudit = useMe()
    .data?.memberships.find(({ code }) => code === city)
    ?.roles.some(({ role }) => role === 'admin' || role === 'auditor')
  const places = usePlaces(city)
  const providerName = useProviderName(city)
  const words = useGrantWords(places.name, providerName)
  const [search, setSearch] = useState('')
  const [role, setRole] = useState<Role>()
  const [edited, setEdited] = useState<MemberCard>()
  const [inviting, setInviting] = useState(false)
  useTitle(t('members.title'))
  const everybody = (members.data ?? []).toSorted(byRank)
  const shown = everybody.filter(
    (one) =>
      one.name.includes(search.trim()) &&
      (role === undefined || one.roles.some((grant) => grant.role === role)),
  )
  const held = [...new Set(everybody.flatMap(({ roles }) => roles.map((grant) => grant.role)))]
  const providers = useProviders(city).data ?? []
  const parts = { city, branches: branchesOf(places.list), providers }
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('members.title')}</h1>
          <p>{t(mayInvite ? 'members.lead' : 'members.readOnly')}</p>
        </div>
        {mayAudit && (
          <Link className="button quiet" to="/studio/$city/audit" params={{ city }}>
            {t('audit.fromMembers')}
          </Link>
        )}
      </header>
      {members.isPending && <Loading />}
      {members.isError && <Failed error={members.error} retry={members.refetch} />}
      {members.data && (
        <div className="table-room">
          <div className="table-tools">
            <Input.Search
              aria-label={t('members.search')}
              placeholder={t('members.search')}
              allowClear
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <Select<Role | null>
              aria-label={t('members.anyRole')}
              placeholder={t('members.anyRole')}
              allowClear
              value={role ?? null}
              onChange={(value) => setRole(value ?? undefined)}
              options={held.map((value) => ({ value, label: shell(`roles.${value}`) }))}
            />
            <span className="muted">{t('members.count', { count: shown.length })}</span>
            {mayInvite && (
              <Button type="primary" onClick={() => setInviting(true)}>
                {t('members.invite')}
              </Button>
            )}
          </div>
          <MembersTable
            city={city}
            members={shown}
            admins={everybody.filter(({ roles }) => roles.some((grant) => grant.role === 'admin')).length}
            self={self}
            mayChange={mayInvite}
            name={places.name}
            known={places.list.length === 0 ? undefined : new Set(places.list.map(({ code }) => code))}
            providerName={providerName}
            edit={setEdited}
          />
        </div>
      )}
      <ProviderRegister city={city} mayChange={mayInvite} branches={parts.branches} name={places.name} />
      {mayInvite && <Invitations city={city} words={words} />}
      <Suspense>
        {inviting && <Invite {...parts} close={() => setInviting(false)} />}
        {edited && (
          <EditMember
            {...parts}
            key={edited.id}
            member={edited}
            words={words}
            close={() => setEdited(undefined)}
          />
        )}
      </Suspense>
    </main>
  )
}
