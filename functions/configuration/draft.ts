import { canonical, kindOf, NotCanonical } from '#forms/release'
import type { DraftBody } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { sha256, type TenantStore } from '../store/index.ts'
import { checkOne } from './check.ts'
import { documentOf } from './documents.ts'
import { draftLife } from './draft-list.ts'
import { allowDelete, allowKey, allowSave, type DraftReach } from './reach.ts'
import type { WorkEntry } from './rows.ts'
import {
  baseShaOf,
  changeWork,
  draftShaOf,
  entryOf,
  staleDocument,
  stateOf,
  type Workbench,
  workbench,
} from './work.ts'

/** Bytes that one document may have. */
export const documentLimit = 1024 * 1024
type Clocked = { readonly clock: () => Date }

/** One document of the draft, with what the linter says about it. */
export const draftDocument = async (store: TenantStore, key: string): Promise<DraftBody> => {
  knownKey(key)
  const bench = await workbench(store)
  const sha = draftShaOf(bench, key)
  if (sha === undefined) {
    throw new Refused('not-found', '草稿里没有这份文件；如需新建，请直接保存它的内容。', {
      rev: entryOf(bench, key).rev,
    })
  }
  const found = await documentOf(store, { documents: { [key]: sha } }, key)
  return { key, sha, rev: entryOf(bench, key).rev, document: found, findings: checkOne(key, found) }
}

export type SaveInput = Clocked & {
  readonly key: string
  readonly document: unknown
  /** The revision that the editor saw. */
  readonly rev: number
  readonly reach: DraftReach
}

/**
 * Saves one document of the draft, right or wrong: what is wrong with it comes back as findings. Throws `Refused`:
 * `stale` when somebody saved this document in between, `invalid` for a key that no configuration holds,
 * `too-large`, `forbidden` beyond the editor's reach.
 */
export const saveDraft = async (store: TenantStore, input: SaveInput): Promise<DraftBody> => {
  const { key, rev, clock } = input
  knownKey(key)
  allowKey(key, input.reach)
  const text = draftText(input.document)
  const sha = sha256(text)
  const by = store.tenant.member
  const seen = await workbench(store)
  accept(entryOf(seen, key), rev, sha, by)
  await allowSave(store, seen, key, input.document, input.reach)
  // The text goes first: it is named by its hash, so nobody sees it before the row below points at it.
  const ttl = Math.floor(clock().getTime() / 1000) + draftLife
  await store.blobs.put(text, baseShaOf(seen, key) === sha ? {} : { ttl })
  const change = (bench: Workbench, nextRev: number) => {
    const entry = entryOf(bench, key)
    accept(entry, rev, sha, by)
    // Reach was judged against this text; another one underneath means that somebody was faster.
    if (draftShaOf(bench, key) !== draftShaOf(seen, key)) throw staleDocument(entry.rev)
    const next: WorkEntry = { rev: nextRev, sha, by, at: clock().toISOString() }
    return { docs: { ...bench.docs, [key]: baseShaOf(bench, key) === sha ? { rev: nextRev } : next } }
  }
  const saved = await changeWork(store, change, seen)
  const found: unknown = JSON.parse(text)
  return { key, sha, rev: saved.rev, document: found, findings: checkOne(key, found) }
}

/**
 * Takes back what was done to a document: it stands as released again, and one that was new is gone. A document that
 * stands as released is taken out of the draft. The revision keeps a repeated request from doing both.
 */
export const deleteDraft = async (
  store: TenantStore,
  {
    key,
    rev,
    reach,
    clock,
  }: Clocked & { readonly key: string; readonly rev: number; readonly reach: DraftReach },
): Promise<{ readonly rev: number }> => {
  knownKey(key)
  allowDelete(reach)
  const done = await changeWork(store, (bench, nextRev) => {
    const entry = entryOf(bench, key)
    const known = draftShaOf(bench, key) ?? baseShaOf(bench, key)
    if (known === undefined) throw new Refused('not-found', '草稿里没有这份文件，无需删除。')
    if (entry.rev !== rev) throw staleDocument(entry.rev)
    const removed: WorkEntry = {
      rev: nextRev,
      sha: null,
      by: store.tenant.member,
      at: clock().toISOString(),
    }
    return { docs: { ...bench.docs, [key]: stateOf(bench, key) === 'same' ? removed : { rev: nextRev } } }
  })
  return { rev: done.rev }
}

/** A repeated save of the same text by the same person is the answer to a lost answer, not a conflict. */
const accept = (entry: WorkEntry, rev: number, sha: string, by: string): void => {
  const repeated = entry.sha === sha && entry.by === by
  if (entry.rev !== rev && !repeated) throw staleDocument(entry.rev)
}

export const knownKey = (key: string): void => {
  if (kindOf(key)) return
  const message = '没有这种配置文件；评估表的文件名应写作 form:标识，标识只用小写英文字母、数字、点和连字符。'
  throw new Refused('invalid', message, { errors: [{ path: 'key', code: 'unknown-document', message }] })
}

/** A document as it is stored. Throws `Refused`: `invalid` for what is no JSON, `too-large` for what could not be saved again. */
export const draftText = (value: unknown): string => {
  let text: string
  try {
    text = canonical(value)
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error
    const message = '文件含有无法保存的数值，或嵌套过深，请更正后再保存。'
    throw new Refused('invalid', message, { errors: [{ path: error.path, code: 'not-json', message }] })
  }
  if (Buffer.byteLength(text) > documentLimit) {
    throw new Refused(
      'too-large',
      '一份配置文件不能超过 1 MB，请删减内容（例如内嵌的图片、过细的区划）后再保存。',
    )
  }
  return text
}
