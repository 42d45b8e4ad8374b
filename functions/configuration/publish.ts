import { localDate } from '#forms/standards'
import type { Manifest, PublishRequest, Release } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { asErrors, examineNext } from './check.ts'
import { inUse, scheduled } from './head.ts'
import { doOnce, type Once } from './once.ts'
import { type Means, writeRelease } from './release-writes.ts'
import { shown } from './releases.ts'
import type { ReleaseRow, WorkRow } from './rows.ts'
import { draftManifest, type Workbench, workbench } from './work.ts'

/**
 * Publishes the draft as a new release. The changed texts are made to stay first (they are named by their hash, so
 * nobody sees them yet), then one transaction makes the release. With `key` (the request's own) a repeated request
 * gets the first answer. Without `rev` the draft is published as it stands when it is read.
 *
 * Throws `Refused`: `stale` when the draft is not the one that was looked at, `conflict` when there is nothing to
 * publish or another release waits for its day, `invalid` for a day in the past, `check-failed` with every finding,
 * `key-reused`.
 */
export const publish = async (
  store: TenantStore,
  input: PublishRequest,
  means: Means,
  key?: string,
): Promise<Release> => {
  const once = key === undefined ? undefined : { key, asked: { publish: input } }
  const row = await doOnce(store, once, () => publishOnce(store, input, means, once))
  return shown(store, row, means.clock)
}

const publishOnce = async (
  store: TenantStore,
  input: PublishRequest,
  means: Means,
  once: Once | undefined,
): Promise<ReleaseRow> => {
  const today = localDate(means.clock())
  const bench = await workbench(store)
  if (input.rev !== undefined && bench.rev !== input.rev) {
    throw new Refused('stale', '草稿在您查看之后又有改动，请重新核对改动内容，再发布。', { rev: bench.rev })
  }
  const manifest = draftManifest(bench)
  if (sameManifest(manifest, bench.base?.documents ?? {})) {
    throw new Refused('conflict', '草稿与最近一版配置完全相同，没有需要发布的改动。')
  }
  const effectiveFrom = effectiveDay(input.effectiveFrom, bench, today)
  const { findings, publishable } = await examineNext(store, manifest, bench.base)
  if (!publishable) {
    throw new Refused('check-failed', '配置检查没有通过，请按每一项的提示修改后再发布。', {
      errors: asErrors(findings.filter(({ level }) => level === 'error')),
    })
  }
  const changed = changedKeys(bench.base?.documents ?? {}, manifest)
  await keepTexts(
    store,
    changed.flatMap((key) => manifest[key] ?? []),
  )
  return writeRelease(
    store,
    bench,
    {
      note: input.note,
      documents: manifest,
      effectiveFrom,
      today,
      docs: settled(bench),
      action: 'release.publish',
      detail: { effectiveFrom, changed, editors: editorsOf(bench, changed) },
    },
    means,
    once,
  )
}

/** The day from which the release is used; today unless a later one was asked for. */
export const effectiveDay = (asked: string | undefined, bench: Workbench, today: string): string => {
  const day = asked ?? today
  if (day < today) {
    const message = `生效日期不能早于今天（${today}）。`
    throw new Refused('invalid', message, { errors: [{ path: 'effectiveFrom', code: 'past', message }] })
  }
  const waiting = scheduled(bench.head, today)
  // Where nothing is used yet, nobody is surprised by an earlier day.
  if (waiting && day < waiting.from && inUse(bench.head, today)) {
    throw new Refused(
      'conflict',
      `第 ${waiting.release} 版已定于 ${waiting.from} 生效，草稿包含它的全部改动，不能提前发布。请把生效日期定在 ${waiting.from} 或之后；如需更早，请先在“历史版本”取消第 ${waiting.release} 版的排定。`,
    )
  }
  return day
}

export const sameManifest = (a: Manifest, b: Manifest): boolean => changedKeys(a, b).length === 0

/** Keys whose document differs, comes or goes. */
export const changedKeys = (a: Manifest, b: Manifest): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => a[key] !== b[key]).sort()

/** Makes texts that only a draft used stay for ever. */
const keepTexts = async (store: TenantStore, shas: readonly string[]): Promise<void> => {
  await Promise.all(
    [...new Set(shas)].map(async (sha) => {
      const text = await store.blobs.get(sha)
      if (text === undefined) throw new Error(`document ${sha} was read a moment ago and is gone`)
      await store.blobs.keep(text)
    }),
  )
}

/**
 * The draft after a release: nothing is in progress, but each document keeps its number, so that neither an editor who
 * opened it before nor one who saw that there was none can overwrite what was published.
 */
const settled = (bench: Workbench): WorkRow['docs'] =>
  Object.fromEntries(Object.entries(bench.docs).map(([key, { rev }]) => [key, { rev }]))

/** Who changed what, for the audit row; member ids, never names. */
const editorsOf = (bench: Workbench, changed: readonly string[]): readonly string[] =>
  [...new Set(changed.flatMap((key) => bench.docs[key]?.by ?? []))].sort()
