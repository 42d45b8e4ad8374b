import * as flag from '../flag.ts'
import { prefixOf } from '../frame.ts'
import type { Frame, Level, Node, Report } from '../plan.ts'
import type { AnswerError, Override } from '../result.ts'
import { errorOf, examine, twinsOf, unseen } from '../validate.ts'
import { graft } from './graft.ts'
import { attach, book, inOrder, keptOf, silence, type Turn } from './turn.ts'

/** Puts keys into the order in which `evaluate` writes them. */
export const sortKeys = (turn: Turn): void => {
  for (const frame of turn.unsorted) {
    if (frame.kept?.gone) continue
    frame.out = inOrder(turn, frame)
    turn.fresh.add(frame.out)
    attach(turn, frame)
  }
}

/** Second pass over everything that is in doubt. */
export const reexamine = (turn: Turn): void => {
  for (const [frame, nodes] of turn.doubtful)
    if (!frame.kept?.gone) for (const node of nodes) examineAnew(turn, node, frame)
  for (const [frame, grids] of turn.twins)
    if (!frame.kept?.gone) for (const grid of grids) compareAnew(turn, grid, frame)
}

const examineAnew = (turn: Turn, node: Node, frame: Frame): void => {
  const { run } = turn
  const { slot } = node
  const fuel = run.scope.fuel
  const shown = ((frame.flags[slot] ?? 0) & flag.hidden) === 0
  const fault = shown ? examine(node, frame, run) : undefined
  const error = fault && errorOf(node, frame, fault)
  const override = shown ? run.override : undefined
  book(turn, node, frame, 1, fuel)
  const oldError = frame.kept?.faults[slot]
  const oldOverride = frame.kept?.overrides[slot]
  const newError = graft<AnswerError | undefined>(oldError, error)
  const newOverride = graft<Override | undefined>(oldOverride, override)
  if (newError === oldError && newOverride === oldOverride) return
  const kept = keptOf(frame)
  kept.faults[slot] = newError
  kept.overrides[slot] = newOverride
  silence(turn, frame)
}

const compareAnew = (turn: Turn, grid: Node, frame: Frame): void => {
  const kids = frame.kids?.[grid.slot]
  const old = frame.kept?.twins[grid.slot]
  const found = kids ? twinsOf(grid, kids) : []
  if (found.length === 0 && (old?.length ?? 0) === 0) return
  const twins = graft(old, found)
  if (twins === old) return
  keptOf(frame).twins[grid.slot] = twins
  silence(turn, frame)
}

/** Everything that is to say about an object and what it holds, in document order; parts that stand are not walked. */
export const tell = (level: Level, frame: Frame): Report => {
  const kept = keptOf(frame)
  if (kept.tale) return kept.tale
  const tale: Report = { errors: [], hidden: [], overrides: {} }
  for (const node of level.nodes) {
    const { slot } = node
    if (((frame.flags[slot] ?? 0) & unseen) !== 0) tale.hidden.push(prefixOf(frame) + node.key)
    const error = kept.faults[slot]
    if (error) tale.errors.push(error)
    const override = kept.overrides[slot]
    if (override) tale.overrides[prefixOf(frame) + node.key] = override
    const kids = node.inner && frame.kids?.[slot]
    if (!node.inner || !kids) continue
    for (const kid of kids) {
      const inner = tell(node.inner, kid)
      for (const one of inner.errors) tale.errors.push(one)
      for (const one of inner.hidden) tale.hidden.push(one)
      Object.assign(tale.overrides, inner.overrides)
    }
    for (const one of kept.twins[slot] ?? []) tale.errors.push(one)
  }
  kept.tale = tale
  return tale
}
