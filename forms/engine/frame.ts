import { newScope } from '../logic/index.ts'
import type { Frame, Level, Plan, Run } from './plan.ts'

export const newRun = (
  plan: Plan,
  data: unknown,
  { today, demo }: { readonly today: string; readonly demo?: boolean },
): Run => {
  const scope = newScope(data, today)
  scope.form = { display: plan.definition.display ?? 'form' }
  return {
    today,
    demo: demo === true,
    scope,
    flags: 0,
    value: undefined,
    bad: undefined,
    open: false,
    override: undefined,
  }
}

export const frameOf = (
  level: Level,
  parent: Frame | undefined,
  raw: Record<string, unknown> | undefined,
  rowIndex: number | null,
): Frame => ({
  parent,
  owner: level.owner,
  out: emptyAnswers(level.nodes.length),
  raw,
  flags: new Uint8Array(level.nodes.length),
  bad: undefined,
  kids: undefined,
  rowIndex,
  prefix: undefined,
  kept: undefined,
})

/** More keys than this are put into a hash table from the start. */
const roomy = 50

/**
 * An ordinary empty object, for so many keys. One that grows key by key is copied again and again: a form of 1,000
 * fields took twelve times as long as one of 200, and 1.4 MB for each evaluation.
 */
export const emptyAnswers = (keys: number): Record<string, unknown> =>
  // What begins without a prototype is stored as a table, and stays one.
  keys > roomy ? Object.setPrototypeOf(Object.create(null) as Record<string, unknown>, Object.prototype) : {}

/** Path of the object with its row number, ready for a key: `members[0].`; the form's is empty. */
export const prefixOf = (frame: Frame): string => {
  if (frame.prefix === undefined) {
    const { owner, parent } = frame
    const above = owner && parent ? prefixOf(parent) + owner.key : ''
    frame.prefix = !owner ? '' : owner.rows ? `${above}[${frame.rowIndex}].` : `${above}.`
  }
  return frame.prefix
}

/** Said before a message inside a grid: `家庭成员第 1 行：`. */
export const titleOf = ({ owner, parent, rowIndex }: Frame): string => {
  const above = parent ? titleOf(parent) : ''
  return owner?.rows ? `${above}${owner.entry.label}第 ${(rowIndex ?? 0) + 1} 行：` : above
}
