import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asksCity, cityOptions, type Definition } from '#forms/definition'
import type { Release } from '../../functions/api/contract/index.ts'
import { cityPath } from '../app/client.ts'
import { documentQuery } from '../app/documents.ts'
import { useApi } from '../app/queries.ts'
import type { Choices } from '../form/index.ts'

const SOURCES = ['catalogue', 'objects', 'profile'] as const

/**
 * The choices that the city's documents give, as release `n` had them: an old record keeps its old names.
 * @returns `undefined` while they are on their way; nothing is fetched where no question names a list
 */
export function useLists(city: string, n: number, definition: Definition | undefined): Choices | undefined {
  const needed = definition !== undefined && asksCity(definition)
  const release = useApi<Release>(cityPath(city, needed ? `releases/${n}` : 'releases/live'))
  const documents = useQueries({
    queries: SOURCES.map((key) =>
      documentQuery<unknown>(city, (needed && release.data?.documents[key]) || ''),
    ),
  })
  const [catalogue, objects, profile] = documents.map(({ data }) => data)
  return useMemo(() => {
    if (!needed) return NONE
    return catalogue && objects && profile ? cityOptions({ catalogue, objects, profile }) : undefined
  }, [needed, catalogue, objects, profile])
}

const NONE: Choices = {}
