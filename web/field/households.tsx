import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseholdCard, Page } from '../../functions/api/contract/index.ts'
import { cityPath, get } from '../app/client.ts'
import { usePlaces } from '../app/divisions.ts'
import { useMe } from '../app/queries.ts'
import { Failed, Loading, Notice } from '../app/states.tsx'
import { useTitle } from '../app/title.ts'
import { may } from './may.ts'
import { fieldRoute, householdsTab } from './routes.ts'
import { scopeOf } from './scope.ts'

const useHouseholds = (city: string, township: string | undefined) =>
  useInfiniteQuery({
    queryKey: [cityPath(city, 'households'), township],
    enabled: township !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        township: township ?? '',
        ...(pageParam ? { after: pageParam } : {}),
      })
      return get<Page<HouseholdCard>>(cityPath(city, `households?${query}`), signal)
    },
    getNextPageParam: (last) => last.next,
  })

export function Households() {
  const { t } = useTranslation('field')
  const { city } = fieldRoute.useParams()
  useTitle(t('households.title'))
  const search = householdsTab.useSearch()
  const navigate = useNavigate()
  const me = useMe()
  const places = usePlaces(city)
  const townships = places.townships(scopeOf(me.data, city))
  const township = townships.find(({ code }) => code === search.township)?.code ?? townships[0]?.code
  const households = useHouseholds(city, township)
  const [text, setText] = useState('')
  const all = households.data?.pages.flatMap(({ items }) => items) ?? []
  const found = all.filter(({ head, number }) => `${head} ${number}`.includes(text.trim()))
  if (me.isSuccess && places.profile && townships.length === 0)
    return <Notice title={t('households.none')} lead={t('households.noneLead')} />
  return (
    <>
      <header className="page-head">
        <h1>{t('households.title')}</h1>
      </header>
      {may(me.data, city, 'household.create') && (
        <Link className="button wide" to="/field/$city/households/new" params={{ city }}>
          {t('households.register')}
        </Link>
      )}
      <div className="filters">
        {townships.length > 1 && (
          <label>
            {t('households.township')}
            <select
              className="input"
              value={township}
              onChange={(event) =>
                void navigate({
                  to: '/field/$city/households',
                  params: { city },
                  search: { township: event.target.value },
                  replace: true,
                })
              }
            >
              {townships.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('households.search')}
          <input
            className="input"
            type="search"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </div>
      {households.isPending && (places.failed ? <Failed {...places.failed} /> : <Loading />)}
      {households.isError && <Failed error={households.error} retry={households.refetch} />}
      {households.data && all.length === 0 && (
        <Notice title={t('households.empty')} lead={t('households.emptyLead')} />
      )}
      {all.length > 0 && found.length === 0 && <Notice title={t('households.nothing', { text })} />}
      <Villages city={city} households={found} nameOf={places.name} />
      {households.hasNextPage && (
        <button
          type="button"
          className="button quiet wide"
          disabled={households.isFetchingNextPage}
          onClick={() => void households.fetchNextPage()}
        >
          {t('households.more')}
        </button>
      )}
    </>
  )
}

type VillagesProps = {
  readonly city: string
  readonly households: readonly HouseholdCard[]
  readonly nameOf: (code: string) => string
}

function Villages({ city, households, nameOf }: VillagesProps) {
  const { t } = useTranslation('field')
  const villages = Map.groupBy(households, ({ village }) => village)
  return [...villages].map(([village, own]) => (
    <section key={village} className="village">
      <h2>{nameOf(village)}</h2>
      <ul className="lines">
        {own.map((household) => (
          <li key={household.id}>
            <Link
              className="line"
              to="/field/$city/households/$household"
              params={{ city, household: household.id }}
            >
              <strong>{household.head}</strong>
              <span className="muted">
                {`${household.number} · ${t('households.persons', { count: household.persons })}`}
              </span>
              {!household.open && <span className="tag">{t('households.closed')}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ))
}
