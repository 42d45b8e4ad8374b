import { isRecord } from '../definition/index.ts'
import { type Expression, failureOf, isBlank, isList, isNumber, isText, own } from '../logic/index.ts'
import { inFrame } from './condition.ts'
import * as flag from './flag.ts'
import { frameOf } from './frame.ts'
import { Bad, type Check, type Frame, type Level, type Lever, type Node, type Run } from './plan.ts'

/** No rule set this value. */
const unset = Symbol('unset')

/**
 * First pass: decides for one component in one frame whether it is shown, and what its value is. Everything
 * that its rules read stands already, because steps come in dependency order.
 */
export const settle = (node: Node, frame: Frame, run: Run, frames: Frame[][]): void => {
  weigh(node, frame, run)
  frame.flags[node.slot] = run.flags
  if (node.inner) {
    if (run.open) open(node, node.inner, frame, run, frames)
  } else if (run.value !== undefined) frame.out[node.key] = run.value
  if (run.bad !== undefined) {
    frame.bad ??= []
    frame.bad[node.slot] = run.bad
  }
}

/** Works out what `settle` writes down, into `run`, and changes nothing else. */
export const weigh = (node: Node, frame: Frame, run: Run): void => {
  const above = node.parent < 0 ? 0 : ((node.above ? frame.parent : frame)?.flags[node.parent] ?? 0)
  let flags = above & (flag.hidden | flag.disabled | flag.concealed)
  if (node.disabled) flags |= flag.disabled
  if (node.concealed) flags |= flag.concealed
  if (node.required) flags |= flag.required
  let forced: unknown = unset
  run.value = undefined
  run.bad = undefined
  run.open = false
  try {
    if (!(flags & flag.hidden) && node.test && !node.test(frame, run)) flags |= flag.hidden
    const asked = flags
    for (const lever of node.levers) {
      if (!lever.test(frame, run)) continue
      flags = pull(lever, flags, above, asked)
      forced = forcedBy(lever, frame, run, forced)
    }
    if (!(flags & flag.hidden) || !node.clears) {
      if (node.inner) given(node, frame, flags, run)
      else if (node.gate) put(node, frame, flags, forced, run)
    }
  } catch (error) {
    run.bad = failureOf(error)
    flags &= ~flag.hidden
    run.value = undefined
  }
  run.flags = flags
}

/** `asked` is what the component's own condition said: a rule shows what is hidden by setting, not by condition. */
const pull = (lever: Lever, from: number, above: number, asked: number): number => {
  const withheld = (asked & flag.hidden) !== 0 && (asked & flag.concealed & ~above) === 0
  let flags = from
  for (const effect of lever.effects) {
    if (effect.kind !== 'flag') continue
    if (effect.on) flags |= effect.bit
    else if (effect.bit !== flag.hidden) flags &= ~(effect.bit & ~above)
    else if (!withheld) flags &= ~((flag.hidden | flag.concealed) & ~above)
  }
  return flags
}

const forcedBy = (lever: Lever, frame: Frame, run: Run, before: unknown): unknown => {
  let value = before
  for (const effect of lever.effects) if (effect.kind === 'value') value = inFrame(effect.run)(frame, run)
  return value
}

const put = (node: Node, frame: Frame, flags: number, forced: unknown, run: Run): void => {
  const value = settledValue(node, frame, flags, forced, run)
  if (value === undefined) return
  const hidden = (flags & flag.hidden) !== 0
  if (value instanceof Bad) {
    if (!hidden) run.bad = value.code
  } else if (!hidden || !wrong(node, value, frame, run)) {
    run.value = value
    return
  }
  // A value that was sent but not taken must not turn into the default when the result is evaluated again.
  if (node.fallback !== undefined) run.value = null
}

/** A hidden value that is kept (`clearOnHide: false`) is kept only if it would pass when shown. */
const wrong = (node: Node, value: unknown, frame: Frame, run: Run): boolean =>
  value !== null &&
  (failing(node, value, node.empty(value), run) !== undefined || !obeys(node, value, frame, run))

/** The check that a value fails; spaces alone answer nothing, yet they are text that has to fit. */
export const failing = (node: Node, value: unknown, empty: boolean, run: Run): Check | undefined =>
  empty && !isText(value) ? undefined : node.checks.find((check) => !check.holds(value, run))

const obeys = (node: Node, value: unknown, frame: Frame, run: Run): boolean =>
  !node.rule || verdict(node.rule.run, value, frame, run) === true

/** `validate.json`: only true passes; a text is the message; whatever else is a refusal. */
export const verdict = (rule: Expression, value: unknown, frame: Frame, run: Run): unknown => {
  const { scope } = run
  scope.value = value === undefined ? null : value
  scope.input = scope.value
  try {
    return inFrame(rule)(frame, run)
  } finally {
    scope.value = null
    scope.input = null
  }
}

const settledValue = (node: Node, frame: Frame, flags: number, forced: unknown, run: Run): unknown => {
  const { gate, key, fallback } = node
  if (!gate) return undefined
  if (forced !== unset) return made(node, forced, run)
  if (node.calculate) return made(node, inFrame(node.calculate)(frame, run), run)
  if (!(flags & (flag.disabled | flag.concealed)) && node.kind !== 'computed') {
    const given = own(frame.raw, key)
    if (given !== undefined) {
      const taken = isBlank(given) ? '' : gate(given, run)
      if (taken !== '') return taken
      return fallback === undefined ? undefined : null
    }
  }
  return fallback === undefined ? undefined : gate(fallback, run)
}

/** A calculated value, brought to the component's type where that loses nothing. */
const made = (node: Node, result: unknown, run: Run): unknown => {
  if (isBlank(result)) return undefined
  const value =
    node.kind === 'text' && isNumber(result)
      ? String(result)
      : node.kind === 'number' && isText(result) && result.trim() !== ''
        ? Number(result)
        : result
  const taken = node.gate?.(value, run)
  return taken instanceof Bad && taken.code === 'type' ? calculatedBad : taken
}

const calculatedBad = new Bad('calculated')

/** What was sent for a container or grid, or its default, into `run.value`; refused as a whole: nothing. */
const given = (node: Node, frame: Frame, flags: number, run: Run): void => {
  const { key, rows } = node
  const locked = (flags & (flag.disabled | flag.concealed)) !== 0
  const sent = locked ? undefined : own(frame.raw, key)
  const value = sent === undefined ? node.fallback : isBlank(sent) ? undefined : sent
  run.open = true
  if (value === undefined) return
  if (!rows) {
    if (isRecord(value)) run.value = value
    else run.bad = 'type'
  } else if (!isList(value)) run.bad = 'type'
  else if (value.length > rows.cap) run.bad = 'maxRows'
  else {
    run.value = value
    if (!value.every(isRecord)) run.bad = 'type'
  }
}

/** What is given for each object that a container or grid holds; only after `weigh` has opened it. */
export const objectsOf = (node: Node, run: Run): readonly (Record<string, unknown> | undefined)[] => {
  const { value } = run
  if (!node.rows) return [value as Record<string, unknown> | undefined]
  if (value === undefined) return []
  return run.bad === undefined
    ? (value as Record<string, unknown>[])
    : Array.from(value as unknown[], (row) => (isRecord(row) ? row : undefined))
}

/** Opens the object of a container, or the rows of a grid. */
const open = (node: Node, inner: Level, frame: Frame, run: Run, frames: Frame[][]): void => {
  const all = frames[inner.index] as Frame[]
  const kids: Frame[] = []
  const outs: Record<string, unknown>[] = []
  frame.kids ??= []
  frame.kids[node.slot] = kids
  const objects = objectsOf(node, run)
  for (let i = 0; i < objects.length; i++) {
    const kid = frameOf(inner, frame, objects[i], node.rows ? i : frame.rowIndex)
    outs.push(kid.out)
    all.push(kid)
    kids.push(kid)
  }
  frame.out[node.key] = node.rows ? outs : outs[0]
}
