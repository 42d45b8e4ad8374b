import { useQueries } from '@tanstack/react-query'
import { documentQuery } from '../app/documents.ts'

type Listed = { readonly key: string; readonly sha: string }

/** Those of the listed documents that are `wanted`, by key; `undefined` while any is on its way. */
export function useDocumentsOf(
  city: string,
  documents: readonly Listed[] | undefined,
  wanted: (key: string) => boolean,
): Readonly<Record<string, unknown>> | undefined {
  const chosen = (documents ?? []).filter(({ key }) => wanted(key))
  const read = useQueries({ queries: chosen.map(({ sha }) => documentQuery<unknown>(city, sha)) })
  if (documents === undefined || read.some(({ isPending }) => isPending)) return undefined
  return Object.fromEntries(chosen.map(({ key }, index) => [key, read[index]?.data]))
}
