import { canonical } from '../../release/canonical.ts'
import { catalogue, type Item } from '../catalogue.ts'
import { type Finding, reporter } from './report.ts'

/**
 * What a locked catalogue that is in use keeps a draft from (S3-14): a city adds proposals, and nothing that can be used
 * without an approval. `inUse` and `draft` are raw documents; without a locked one in use everything is free, and a
 * draft that is no catalogue has findings of its own.
 *
 *     none ──→ proposed                               free
 *     none ──→ active, retired;  proposed ──→ active  needs `approval`
 *     retired ──→ active                              free where it is 必做 or 可选, else needs `approval`
 *     必做, 可选 or neither ──→ another of them           needs a new `approval`
 */
export const heldFindings = (inUse: unknown, draft: unknown): readonly Finding[] => {
  const [old, now] = [catalogue.safeParse(inUse).data, catalogue.safeParse(draft).data]
  if (!old?.locked || !now) return []
  const { by } = old.locked
  const { findings, report } = reporter()
  const say = (at: readonly (string | number)[], code: string, what: string, label?: string) =>
    report('error', 'catalogue', at, code, `清单由${by}统一管理，${what}`, label)
  if (now.locked?.by !== by) {
    say(['locked'], 'lock-lifted', `须由${by}解除，本市不能取消或更改。`)
    return findings
  }
  const before = new Map(old.items.map((item) => [item.key, item]))
  now.items.forEach((item, index) => {
    const was = before.get(item.key)
    before.delete(item.key)
    const must = (member: string, code: string, what: string) =>
      say(
        ['items', index, member],
        code,
        `${what}须经${by}批准，请填写批复机关、文号和日期，或改回原样。`,
        item.name,
      )
    if (begins(was, item) && !item.approval)
      must(
        'status',
        was ? 'activated-unapproved' : 'added-unapproved',
        `${was ? '启用' : '新增'}事项“${item.name}”`,
      )
    else if (was && was.lock !== item.lock && !approvedAnew(was, item))
      must('lock', 'lock-unapproved', `更改事项“${item.name}”的必做、可选`)
  })
  for (const { key, name, lock } of before.values())
    if (lock === 'required')
      say(['items'], 'required-removed', `必做事项“${name}”（${key}）不能删除，请恢复。`, name)
  return findings
}

/** Whether a service begins that the catalogue in use does not have. */
const begins = (was: Item | undefined, { status }: Item): boolean =>
  was === undefined
    ? status !== 'proposed'
    : status === 'active' && (was.status === 'proposed' || (was.status === 'retired' && !was.lock))

/** An approval that stands already was given for something else, unless the item waited for it. */
const approvedAnew = (was: Item, { approval }: Item): boolean =>
  approval !== undefined &&
  (was.status === 'proposed' || canonical(approval) !== canonical(was.approval ?? null))
