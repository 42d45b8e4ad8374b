import * as flag from '../flag.ts'
import type { Frame, Node, Run } from '../plan.ts'
import { weigh } from '../settle.ts'
import { unseen } from '../validate.ts'
import { graft } from './graft.ts'
import { reopen } from './reopen.ts'
import { book, compareRows, doubt, silence, type Turn, wait, write } from './turn.ts'

/** Settles one component again, and passes on what has become different. */
export const resettle = (turn: Turn, node: Node, frame: Frame): void => {
  const { run } = turn
  const { slot, key } = node
  const fuel = run.scope.fuel
  weighAnew(node, frame, run)
  book(turn, node, frame, 0, fuel)
  const { flags, bad } = run
  if (node.inner) reopen(turn, node, node.inner, frame)
  else if (node.gate) {
    const before = Object.hasOwn(frame.out, key) ? frame.out[key] : undefined
    const value = graft(before, run.value)
    if (!Object.is(before, value)) {
      write(turn, node, frame, value)
      doubt(turn, node, frame)
    }
  }
  if (bad !== frame.bad?.[slot]) {
    frame.bad ??= []
    frame.bad[slot] = bad
    doubt(turn, node, frame)
  }
  const turned = (frame.flags[slot] ?? 0) ^ flags
  if (turned === 0) return
  frame.flags[slot] = flags
  doubt(turn, node, frame)
  if (turned & unseen) silence(turn, frame)
  if (turned & flag.hidden && node.unique && frame.owner && frame.parent)
    compareRows(turn, frame.owner, frame.parent)
  for (const one of turn.links.below[node.entry.index] ?? [])
    if (one.level === node.level) wait(turn, one, frame)
    else for (const kid of frame.kids?.[slot] ?? []) wait(turn, one, kid)
}

/** As `weigh`; a rule that asks about its own component finds nothing there yet, as in a whole evaluation. */
const weighAnew = (node: Node, frame: Frame, run: Run): void => {
  const { out } = frame
  const { key } = node
  const asks = node.rule !== undefined && !node.clears && Object.hasOwn(out, key)
  if (!asks) {
    weigh(node, frame, run)
    return
  }
  const own = out[key]
  out[key] = undefined
  try {
    weigh(node, frame, run)
  } finally {
    out[key] = own
  }
}
