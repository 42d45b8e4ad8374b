import type { TenantStore } from '../store/index.ts'
import { document, documentOf } from './documents.ts'
import { live } from './releases.ts'
import { draftShaOf, workbench } from './work.ts'

type Tree = { readonly divisions?: unknown }

const codesOf = (profile: Tree | undefined): readonly string[] =>
  Array.isArray(profile?.divisions)
    ? profile.divisions.flatMap((one: { readonly code?: unknown } | null) =>
        typeof one?.code === 'string' ? [one.code] : [],
      )
    : []

/**
 * Those of some division codes that the city does not have: neither in the release in use nor in the draft, which is
 * all there is before the first release. The draft is read only where the release leaves a doubt.
 */
export const unknownDivisions = async (
  store: TenantStore,
  today: string,
  codes: readonly string[],
): Promise<ReadonlySet<string>> => {
  const open = new Set(codes)
  const without = (profile: Tree | undefined) => {
    for (const code of codesOf(profile)) open.delete(code)
  }
  if (open.size === 0) return open
  const release = await live(store, today)
  without(release && (await documentOf<Tree>(store, release, 'profile')))
  if (open.size === 0) return open
  const sha = draftShaOf(await workbench(store), 'profile')
  without(sha === undefined ? undefined : await document<Tree>(store, sha))
  return open
}
