import { isRecord } from '../definition/index.ts'
import { type Expression, RuleFailure } from '../logic/index.ts'
import { inFrame } from './condition.ts'
import { Bad, type Frame, flag, type Level, type Lever, type Node, type Run } from './plan.ts'

/** No rule set this value. */
const unset = Symbol('unset')

/**
 * First pass: decides for one component in one frame whether it is shown, and what its value is. Everything
 * that its rules read stands already, because steps come in dependency order.
 */
export const settle = (node: Node, frame: Frame, run: Run): void => {
  const above = node.parent < 0 ? 0 : ((node.above ? frame.parent : frame)?.flags[node.parent] ?? 0)
  let flags = above & (flag.hidden | flag.disabled | flag.concealed)
  if (node.disabled) flags |= flag.disabled
  if (node.concealed) flags |= flag.concealed
  if (node.required) flags |= flag.required
  let forced: unknown = unset
  try {
    if ((flags & flag.hidden) === 0 && node.test && !node.test(frame, run)) flags |= flag.hidden
    const asked = flags
    for (const lever of node.levers) {
      if (!lever.test(frame, run)) continue
      flags = pull(lever, flags, above, asked)
      forced = forcedBy(lever, frame, run, forced)
    }
    frame.flags[node.slot] = flags
    if (node.inner) open(node, frame, flags, run)
    else if (node.gate && ((flags & flag.hidden) === 0 || !node.clears)) put(node, frame, flags, forced, run)
  } catch (error) {
    if (!(error instanceof RuleFailure)) throw error
    frame.flags[node.slot] = flags & ~flag.hidden
    spoil(node, frame, error.code === 'fuel' ? 'fuel' : 'rule')
  }
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

export const spoil = (node: Node, frame: Frame, code: string): void => {
  frame.bad ??= []
  frame.bad[node.slot] = code
}

const put = (node: Node, frame: Frame, flags: number, forced: unknown, run: Run): void => {
  const value = settledValue(node, frame, flags, forced, run)
  const hidden = (flags & flag.hidden) !== 0
  if (value instanceof Bad) {
    if (!hidden) spoil(node, frame, value.code)
  } else if (value !== undefined) {
    if (!hidden || !wrong(node, value, frame, run)) {
      frame.out[node.key] = value
      return
    }
  } else return
  // A value that was sent but not taken must not turn into the default when the result is evaluated again.
  if (node.fallback !== undefined) frame.out[node.key] = null
}

/** A hidden value that is kept (`clearOnHide: false`) is kept only if it would pass when shown. */
const wrong = (node: Node, value: unknown, frame: Frame, run: Run): boolean =>
  value !== null && (node.checks.some((check) => !check.holds(value, run)) || !obeys(node, value, frame, run))

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
  const { raw } = frame
  if (
    (flags & (flag.disabled | flag.concealed)) === 0 &&
    node.kind !== 'computed' &&
    raw &&
    Object.hasOwn(raw, key)
  ) {
    const given = raw[key]
    if (given !== undefined) {
      const taken = given === null || given === '' ? '' : gate(given, run)
      if (taken !== '') return taken
      return fallback === undefined ? undefined : null
    }
  }
  return fallback === undefined ? undefined : gate(fallback, run)
}

/** A calculated value, brought to the component's type where that loses nothing. */
const made = (node: Node, result: unknown, run: Run): unknown => {
  if (result === null || result === undefined || result === '') return undefined
  const value =
    node.kind === 'text' && typeof result === 'number'
      ? String(result)
      : node.kind === 'number' && typeof result === 'string' && result.trim() !== ''
        ? Number(result)
        : result
  const taken = node.gate?.(value, run)
  return taken instanceof Bad && taken.code === 'type' ? calculatedBad : taken
}

const calculatedBad = new Bad('calculated')

/** Opens the object of a container, or the rows of a grid. */
const open = (node: Node, frame: Frame, flags: number, run: Run): void => {
  const { inner, key } = node
  if (!inner || ((flags & flag.hidden) !== 0 && node.clears)) return
  const locked = (flags & (flag.disabled | flag.concealed)) !== 0
  const own = !locked && frame.raw && Object.hasOwn(frame.raw, key) ? frame.raw[key] : undefined
  const given = own === undefined ? node.fallback : own === null || own === '' ? undefined : own
  const frames = run.frames[inner.index] as Frame[]
  const kids: Frame[] = []
  frame.kids ??= []
  frame.kids[node.slot] = kids
  const path = frame.prefix + key
  if (!node.rows) {
    if (given !== undefined && !isRecord(given)) spoil(node, frame, 'type')
    const child = frameOf(
      inner.nodes.length,
      frame,
      isRecord(given) ? given : undefined,
      `${path}.`,
      frame.title,
      frame.rowIndex,
    )
    frame.out[key] = child.out
    frames.push(child)
    kids.push(child)
    return
  }
  const rows: Record<string, unknown>[] = []
  frame.out[key] = rows
  if (given === undefined) return
  const refused = !Array.isArray(given) ? 'type' : given.length > node.rows.cap ? 'maxRows' : undefined
  if (refused) spoil(node, frame, refused)
  else openRows(node, inner, frame, given as unknown[], rows, kids, frames)
}

const openRows = (
  node: Node,
  inner: Level,
  frame: Frame,
  given: readonly unknown[],
  rows: Record<string, unknown>[],
  kids: Frame[],
  frames: Frame[],
): void => {
  for (let i = 0; i < given.length; i++) {
    const row: unknown = given[i]
    if (!isRecord(row)) spoil(node, frame, 'type')
    const title = `${frame.title}${node.entry.label}第 ${i + 1} 行：`
    const raw = isRecord(row) ? row : undefined
    const child = frameOf(inner.nodes.length, frame, raw, `${frame.prefix}${node.key}[${i}].`, title, i)
    rows.push(child.out)
    frames.push(child)
    kids.push(child)
  }
}

export const frameOf = (
  size: number,
  parent: Frame | undefined,
  raw: Record<string, unknown> | undefined,
  prefix: string,
  title: string,
  rowIndex: number | null,
): Frame => ({
  parent,
  out: {},
  raw,
  flags: new Uint8Array(size),
  bad: undefined,
  kids: undefined,
  rowIndex,
  prefix,
  title,
})
