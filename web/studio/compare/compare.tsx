import './compare.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormDocument } from '#forms/definition'
import type { Page, Release } from '../../../functions/api/contract/index.ts'
import { cityPath, get } from '../../app/client.ts'
import { useDocument } from '../../app/documents.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { SideBySide } from './side-by-side.tsx'

type Props = {
  readonly city: string
  readonly form: FormDocument
  readonly around: Readonly<Record<string, unknown>>
  readonly go: (pointer: string) => void
}

/** 0 stands for the draft that is open. */
const DRAFT = 0

/** Two versions of the open form: the draft or any release of the city against any other. */
export function Compare({ city, form, around, go }: Props) {
  const { t } = useTranslation('workshop')
  const path = cityPath(city, 'releases')
  const releases = useInfiniteQuery({
    queryKey: [`${path}?pages`],
    queryFn: ({ pageParam, signal }) => get<Page<Release>>(`${path}?limit=20${pageParam}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next && `&after=${encodeURIComponent(next)}`,
  })
  const [chosen, setChosen] = useState<{ readonly from?: number; readonly to?: number }>({})
  const key = `form:${form.key}`
  const list = releases.data?.pages.flatMap(({ items }) => items) ?? []
  const from = chosen.from ?? list.find(({ state }) => state === 'live')?.n ?? list[0]?.n ?? DRAFT
  const to = chosen.to ?? DRAFT
  const shaOf = (n: number) => list.find((release) => release.n === n)?.documents[key]
  const older = useDocument<FormDocument>(city, shaOf(from))
  const newer = useDocument<FormDocument>(city, shaOf(to))
  if (releases.isPending) return <Loading />
  if (releases.isError) return <Failed error={releases.error} retry={releases.refetch} />
  if (list.length === 0) return <p className="muted">{t('compared.noReleases')}</p>
  const options = [
    { value: DRAFT, label: t('compared.draft') },
    ...list.map(({ n, state, effectiveFrom: date }) => ({
      value: n,
      label:
        state === 'live'
          ? t('compared.live', { n })
          : t(state === 'scheduled' ? 'compared.scheduled' : 'compared.release', { n, date }),
    })),
  ]
  const version = (n: number, read: typeof older) => (n === DRAFT ? form : read.data)
  const [was, is] = [version(from, older), version(to, newer)]
  const absent = [from, to].some((n) => n !== DRAFT && shaOf(n) === undefined)
  const failed = [older, newer].find(({ isError }) => isError)
  return (
    <div className="compare">
      <div className="compare-choose">
        {(['from', 'to'] as const).map((end) => (
          <div key={end}>
            <span>{t(`compared.${end}`)}</span>
            <Select
              className="pick"
              aria-label={t(`compared.${end}`)}
              value={end === 'from' ? from : to}
              options={options}
              onPopupScroll={() => releases.hasNextPage && void releases.fetchNextPage()}
              onChange={(n: number) => setChosen((now) => ({ ...now, [end]: n }))}
            />
          </div>
        ))}
      </div>
      {failed?.isError && <Failed error={failed.error} retry={failed.refetch} />}
      {absent && <p className="muted">{t('compared.absent')}</p>}
      {!absent && !failed && (!was || !is) && <Loading />}
      {!absent && was && is && <SideBySide was={was} is={is} around={around} {...(to === DRAFT && { go })} />}
    </div>
  )
}
