import './members.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditLine, Page } from '../../../functions/api/contract/index.ts'
import { cityPath, get } from '../../app/client.ts'
import { usePlaces } from '../../app/divisions.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { useTitle } from '../../app/title.ts'
import { atMinute } from '../look.ts'
import { studioRoute } from '../routes.ts'
import { today } from '../today.ts'
import { useGrantWords, useProviderName } from './where.ts'
import { audit as zh } from './zh.ts'

type Act = keyof (typeof zh)['acts']
const isAct = (action: string): action is Act => Object.hasOwn(zh.acts, action)

/** Who did what and when, month by month. */
export function Audit() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const [month, setMonth] = useState(today().slice(0, 7))
  const words = useGrantWords(usePlaces(city).name, useProviderName(city))
  useTitle(t('audit.title'))
  const audit = useInfiniteQuery({
    queryKey: [cityPath(city, 'audit'), month],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam && `&after=${encodeURIComponent(pageParam)}`
      return get<Page<AuditLine>>(`${cityPath(city, 'audit')}?month=${month}&limit=50${after}`, signal)
    },
    getNextPageParam: ({ next }) => next,
  })
  const lines = audit.data?.pages.flatMap(({ items }) => items) ?? []
  const person = (id: string, name: string | null): string => {
    if (name !== null) return name
    return id.startsWith('service:') ? t('audit.system') : t('audit.gone', { id: id.slice(0, 6) })
  }
  const on = ({ action, on: id, onName, detail, roles }: AuditLine): string => {
    const said = [
      ...(action.startsWith('release.') ? [t('audit.release', { n: id })] : []),
      ...(action.startsWith('member.') ? [person(id, onName)] : []),
      ...(/^(?:household|unmask|case)/.test(action) ? [t('audit.household', { id: id.slice(-6) })] : []),
      ...(action === 'draft.adopt' ? [id] : []),
      ...(action.startsWith('provider.') && typeof detail['name'] === 'string' ? [detail['name']] : []),
      ...(roles ? [t('audit.roles', { roles: roles.map(words).join('；') })] : []),
      ...(Array.isArray(detail['changed']) ? [t('audit.changed', { count: detail['changed'].length })] : []),
      ...(typeof detail['effectiveFrom'] === 'string'
        ? [t('audit.from', { date: detail['effectiveFrom'] })]
        : []),
    ]
    return said.join('，')
  }
  const columns: TableProps<AuditLine>['columns'] = [
    { title: t('audit.at'), dataIndex: 'at', className: 'nowrap', render: atMinute },
    { title: t('audit.who'), className: 'nowrap', render: (_, { by, byName }) => person(by, byName) },
    {
      title: t('audit.what'),
      dataIndex: 'action',
      render: (action: string) => (isAct(action) ? t(`audit.acts.${action}`) : action),
    },
    { title: t('audit.on'), render: (_, line) => on(line) },
  ]
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('audit.title')}</h1>
          <p>{t('audit.lead')}</p>
        </div>
        <label className="audit-month" htmlFor="audit-month">
          {t('audit.month')}
          <Input
            id="audit-month"
            type="month"
            max={today().slice(0, 7)}
            value={month}
            onChange={(event) => event.target.value && setMonth(event.target.value)}
          />
        </label>
      </header>
      {audit.isPending && <Loading />}
      {audit.isError && <Failed error={audit.error} retry={audit.refetch} />}
      {audit.data && (
        <div className="table-room">
          <Table
            rowKey="id"
            columns={columns}
            dataSource={lines}
            pagination={false}
            locale={{ emptyText: t('audit.none') }}
          />
          {audit.hasNextPage && (
            <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {t('audit.more')}
            </Button>
          )}
        </div>
      )}
    </main>
  )
}
