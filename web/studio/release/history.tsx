import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Diff, Page, Release } from '../../../functions/api/contract/index.ts'
import { cityPath, get } from '../../app/client.ts'
import { useApi } from '../../app/queries.ts'
import { Failed, Loading, Notice } from '../../app/states.tsx'
import { atMinute } from '../look.ts'
import { studioRoute } from '../routes.ts'
import { Changes } from './changes.tsx'
import { EffectSummary } from './effect.tsx'
import { useMemberNames } from './names.ts'
import { Restore } from './restore.tsx'

const colour = { live: 'success', scheduled: 'processing', past: 'default' } as const

/** Every release of the city, newest first: what changed with it, and bringing it back. */
export function History() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const path = cityPath(city, 'releases')
  const releases = useInfiniteQuery({
    queryKey: [`${path}?pages`],
    queryFn: ({ pageParam, signal }) => get<Page<Release>>(`${path}?limit=20${pageParam}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next && `&after=${encodeURIComponent(next)}`,
  })
  const [compared, setCompared] = useState<number>()
  const nameOf = useMemberNames(city)
  const publisher = (name: string | undefined) => name && t('release.by', { name })
  if (releases.isPending) return <Loading />
  if (releases.isError) return <Failed error={releases.error} retry={releases.refetch} />
  const list = releases.data.pages.flatMap(({ items }) => items)
  const live = list.find(({ state }) => state === 'live')
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('release.title')}</h1>
          <p>{t('release.lead')}</p>
        </div>
      </header>
      {list.length === 0 && (
        <Notice title={t('release.none')}>
          <Link className="button quiet" to="/studio/$city" params={{ city }}>
            {t('publish.toConfiguration')}
          </Link>
        </Notice>
      )}
      <ol className="releases">
        {list.map((release) => (
          <li key={release.n} className="office-panel">
            <div className="release-head">
              <h2>{t('release.n', { n: release.n })}</h2>
              <Tag color={colour[release.state]}>{t(`release.${release.state}`)}</Tag>
              {release.restored !== undefined && <Tag>{t('release.restored', { n: release.restored })}</Tag>}
              <span className="muted">
                {[
                  publisher(nameOf(release.by)),
                  atMinute(release.at),
                  t('release.from', { date: release.effectiveFrom }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <p>{release.note}</p>
            <div className="release-actions">
              {release.n > 1 ? (
                <Button onClick={() => setCompared(release.n)}>{t('release.compare')}</Button>
              ) : (
                <span className="muted">{t('release.first')}</span>
              )}
              {release.state === 'past' && (
                <Restore city={city} release={release} live={live?.n} wish={{ kind: 'past' }} />
              )}
              {release.state === 'scheduled' && live && (
                <Restore
                  city={city}
                  release={live}
                  live={live.n}
                  wish={{ kind: 'cancel', waiting: release }}
                />
              )}
              {release.state === 'scheduled' && !releases.hasNextPage && !live && (
                <Restore city={city} release={release} live={undefined} wish={{ kind: 'early' }} />
              )}
            </div>
          </li>
        ))}
      </ol>
      {releases.hasNextPage && (
        <Button loading={releases.isFetchingNextPage} onClick={() => void releases.fetchNextPage()}>
          {t('release.more')}
        </Button>
      )}
      {compared !== undefined && (
        <Comparison city={city} from={compared - 1} to={compared} close={() => setCompared(undefined)} />
      )}
    </main>
  )
}

type ComparisonProps = {
  readonly city: string
  readonly from: number
  readonly to: number
  readonly close: () => void
}

function Comparison({ city, from, to, close }: ComparisonProps) {
  const { t } = useTranslation('studio')
  const diff = useApi<Diff>(cityPath(city, `releases/${from}/diff/${to}`))
  return (
    <Modal open width={760} footer={null} title={t('release.compareTitle', { from, to })} onCancel={close}>
      {diff.isPending && <Loading />}
      {diff.isError && <Failed error={diff.error} retry={diff.refetch} />}
      {diff.data &&
        (diff.data.changes.length > 0 ? (
          <>
            <EffectSummary changes={diff.data.changes} />
            <Changes changes={diff.data.changes} />
          </>
        ) : (
          t('release.same')
        ))}
    </Modal>
  )
}
