import { canonical } from '#forms/release'
import { divisionsOf, type Holder, reaches } from '../identity/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { document } from './documents.ts'
import { draftShaOf, type Workbench } from './work.ts'

/**
 * How much of a draft somebody may change: all of it, or what concerns some divisions and what lies below
 * them: their fee rows, and which items they offer.
 */
export type DraftReach =
  | { readonly kind: 'city' }
  | { readonly kind: 'divisions'; readonly divisions: readonly string[] }

/** The reach of a member who passed the guard. */
export const draftReach = (holder: Holder): DraftReach => {
  if (reaches(holder, 'config.draft').some(({ scope }) => scope === 'city')) return { kind: 'city' }
  const divisions = divisionsOf(holder, 'config.draft')
  // A county's administrator without a county has none: an absent list must not mean the whole city here.
  return { kind: 'divisions', divisions: divisions === 'all' ? [] : divisions }
}

const ownOnly = '县级管理员只能修改本县（区）的收费标准和服务事项的启用，其他配置内容请联系市级管理员修改。'

/** In which member of a document every entry says by `division` whose it is. */
const shared: Readonly<Record<string, string>> = { fees: 'rows', catalogue: 'activations' }
const sharedIn = (key: string): string | undefined => (Object.hasOwn(shared, key) ? shared[key] : undefined)

/** Refuses a document that is not within the editor's reach at all. */
export const allowKey = (key: string, reach: DraftReach): void => {
  if (reach.kind !== 'city' && sharedIn(key) === undefined) throw new Refused('forbidden', ownOnly)
}

/** Refuses what a county's administrator may not take out of the draft: everything. */
export const allowDelete = (reach: DraftReach): void => {
  if (reach.kind !== 'city') throw new Refused('forbidden', ownOnly)
}

type Json = { readonly [key: string]: unknown }
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Everything of a document that is not the editor's own: the other members, and the others' entries in their order. */
const foreign = (document: unknown, list: string, mine: (entry: unknown) => boolean): string => {
  const { [list]: entries = [], ...rest }: Json = isRecord(document) ? document : { [list]: null }
  // Nothing of a document that has another shape is anybody's own, and it equals none that has this shape.
  if (!Array.isArray(entries)) return canonical({ document })
  return canonical([rest, entries.filter((one) => !mine(one))])
}

/** Whether an entry is of one of the divisions or lies below it, by the tree of the draft, be it right or wrong otherwise. */
const ownership = (profile: unknown, reach: readonly string[]): ((entry: unknown) => boolean) => {
  const divisions = isRecord(profile) && Array.isArray(profile['divisions']) ? profile['divisions'] : []
  const parents = new Map<unknown, unknown>(
    divisions.filter(isRecord).map((one) => [one['code'], one['parent']]),
  )
  return (entry) => {
    const seen = new Set<unknown>()
    for (
      let at: unknown = isRecord(entry) ? entry['division'] : undefined;
      typeof at === 'string' && !seen.has(at);
      at = parents.get(at)
    ) {
      if (reach.includes(at)) return true
      seen.add(at)
    }
    return false
  }
}

/**
 * Refuses a save beyond the editor's reach. For a county that is every document but `fees` and `catalogue`, everything
 * in them but their rows and activations, and every one of these, old or new, that is not of its own divisions. What is
 * not the county's is compared as it is written, never as it is understood: a mistake of somebody else neither locks
 * the county out nor lets it through.
 */
export const allowSave = async (
  store: TenantStore,
  bench: Workbench,
  key: string,
  newer: unknown,
  reach: DraftReach,
): Promise<void> => {
  if (reach.kind === 'city') return
  allowKey(key, reach)
  const list = sharedIn(key)
  const [oldSha, profileSha] = [draftShaOf(bench, key), draftShaOf(bench, 'profile')]
  if (list === undefined || oldSha === undefined) throw new Refused('forbidden', ownOnly)
  const [older, profile] = await Promise.all([
    document(store, oldSha),
    profileSha === undefined ? undefined : document(store, profileSha),
  ])
  const mine = ownership(profile, reach.divisions)
  if (foreign(older, list, mine) !== foreign(newer, list, mine)) {
    throw new Refused(
      'forbidden',
      '您改动了本县（区）以外的内容；只能增加、修改或删除本县（区）的行，其他内容须保持不变。',
    )
  }
}
