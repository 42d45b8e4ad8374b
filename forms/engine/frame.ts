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
  out: level.nodes.length > 128 ? roomy() : {},
  raw,
  flags: new Uint8Array(level.nodes.length),
  bad: undefined,
  kids: undefined,
  rowIndex,
  prefix: undefined,
  kept: undefined,
})

/**
 * An object that is a hash table from the start. One that grows name by name is copied again and again: a form of
 * 1,000 fields took twelve times as long as one of 200, and 1.4 MB for each evaluation.
 */
const roomy = (): Record<string, unknown> => {
  const made: Record<string, unknown> = { first: 0, second: 0 }
  // Taking away the name that came first is what makes the machine store an object as a table.
  delete made['first']
  delete made['second']
  return made
}

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
