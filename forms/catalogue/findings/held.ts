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
 *     another name, kind, unit or object of what is
 *     必做, 可选 or approved                             needs a new `approval`; a unit may be set once
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
    else if (was && isHeld(was) && !approvedAnew(was, item))
      for (const member of reworded(was, item))
        must(member, 'reworded-unapproved', `更改事项“${was.name}”的${heldMembers[member]}`)
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

/** What says which service it is, for whom and how it is counted, with the words for it. All else is the city's own. */
export const heldMembers = {
  name: '名称',
  category: '类别',
  mode: '服务方式',
  unit: '计量单位',
  objects: '服务对象',
  governmentOnly: '政府直接履职',
  methods: '工作方法',
} as const
type HeldMember = keyof typeof heldMembers

/** Whether somebody above said what this item is. */
export const isHeld = ({ lock, approval, status }: Item): boolean =>
  lock !== undefined || (approval !== undefined && status !== 'proposed')

const reworded = (was: Item, item: Item): readonly HeldMember[] =>
  (Object.keys(heldMembers) as HeldMember[]).filter((member) => {
    if (member === 'unit' && was.unit === null) return false
    return comparable(was[member]) !== comparable(item[member])
  })

/** Lists without their order; one that is left out is empty. */
const comparable = (value: Item[HeldMember]): string =>
  canonical(Array.isArray(value) ? [...value].sort() : (value ?? []))

/** An approval that stands already was given for something else, unless the item waited for it. */
const approvedAnew = (was: Item, { approval }: Item): boolean =>
  approval !== undefined &&
  (was.status === 'proposed' || canonical(approval) !== canonical(was.approval ?? null))
