import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SearchAnswer } from '../../../functions/api/contract/index.ts'
import { cityPath, send } from '../../app/client.ts'

/** Where a number that is on file is: the way to it for whoever may see it, and what to do for everybody else. */
export function Taken({ city, numbers }: { readonly city: string; readonly numbers: readonly string[] }) {
  const { t } = useTranslation('entry')
  const searches = useQueries({
    queries: numbers.map((idNumber) => ({
      queryKey: ['id-number', city, idNumber],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        (await send<SearchAnswer>('POST', cityPath(city, 'search'), { idNumber }, { signal })).body,
      // Every search is on record, so none is made twice; and the number does not stay in memory.
      staleTime: 60_000,
      gcTime: 0,
      retry: false,
    })),
  })
  if (numbers.length === 0) return null
  const found = searches.flatMap(({ data }) => data?.found ?? [])
  if (searches.some(({ isPending }) => isPending)) return <p role="status">{t('taken.searching')}</p>
  if (found.length === 0)
    return <p>{t(searches.some(({ isError }) => isError) ? 'taken.unsure' : 'taken.hidden')}</p>
  return (
    <>
      <p>{t('taken.found')}</p>
      {found.map(({ household, person }) => (
        <Link key={person} to="/field/$city/households/$household" params={{ city, household: household.id }}>
          {t('taken.open', { head: household.head, number: household.number })}
        </Link>
      ))}
    </>
  )
}
