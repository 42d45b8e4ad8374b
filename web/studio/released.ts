import { useQueries } from '@tanstack/react-query'
import { documentTitle, keysInOrder } from '#forms/release'
import type { DraftDocument } from '../../functions/api/contract/index.ts'
import { documentQuery, useLiveRelease } from '../app/documents.ts'

/**
 * The documents of the release in use, in the order and under the titles that a draft gives them. Empty while the
 * release is on its way or not `wanted`; a form is called by its key until its own title has come.
 */
export function useReleased(city: string, wanted = true): readonly DraftDocument[] {
  const live = useLiveRelease(city)
  const shas = wanted ? (live.data?.documents ?? {}) : {}
  const keys = keysInOrder(Object.keys(shas))
  const forms = keys.filter((key) => key.startsWith('form:'))
  const read = useQueries({ queries: forms.map((key) => documentQuery<unknown>(city, shas[key] ?? '')) })
  return keys.map((key) => ({
    key,
    sha: shas[key] ?? '',
    title: documentTitle(key, read[forms.indexOf(key)]?.data),
    state: 'same',
    rev: 0,
  }))
}
