import type { Kind } from '../types.ts'
import { absent, kind, only, some } from './script/kinds.ts'
import { meaning } from './script/meaning.ts'
import { readScript } from './script/read-statement.ts'
import { bodyOf, run } from './script/run.ts'
import { type Scene, unknownScene } from './script/scene.ts'
import { Untranslatable } from './script/syntax.ts'
import { testOf, truthOf } from './script/truth.ts'
import { constant, type Logic, type Typed, typed } from './script/typed.ts'
import type { World } from './script/world.ts'

/** The variable that Form.io looks at after a script of each kind. */
export type ScriptTarget = 'show' | 'value' | 'valid' | 'result'

/** JSON Logic that means the same, or the word at which the script stops being simple and why (Chinese). */
export type Translation =
  | {
      readonly ok: true
      readonly logic: Logic
      /** Only where this holds is a value set (`false`: never); elsewhere it stays what people entered. */
      readonly when?: Logic
      /** The value can only be a number, or nothing. */
      readonly numeric: boolean
      /** Differences that people should know of: `round`, `age`, `console`. */
      readonly notes: readonly string[]
    }
  | { readonly ok: false; readonly at: string; readonly why?: string }

const stays: Typed = { logic: { stays: true }, kinds: kind.stays, levels: 0, size: 1 }

/**
 * Translates a script of Form.io by reading it, never by running it: `show = data.a === 'x'`,
 * `value = data.a + data.b`, `valid = input > 0 ? true : 'msg'`, `if … else …`, sums over rows, and more.
 * `scene` says what the names are (without it, much stays undecided and is refused), `into` what takes a value.
 *
 * The rule gives what the script gives for all answers that the form allows, where: what is not answered is
 * `undefined` or what Form.io's renderer puts for it (`''` in texts, `false` in boxes), whichever the script asks
 * about; arithmetic with it gives no value (JavaScript: NaN), comparisons of size are false, and in a text it
 * leaves nothing (JavaScript: "undefined"); sums have no binary noise. A script that throws has no meaning.
 */
export const translate = (
  script: string,
  target: ScriptTarget,
  scene: Scene = unknownScene,
  into?: Kind,
): Translation => {
  const notes = new Set<string>()
  const world: World = {
    scene,
    target,
    locals: new Map(),
    facts: new Map(),
    depth: 0,
    notes,
    value: meaning,
    test: testOf,
    body: bodyOf,
  }
  try {
    const found = run(readScript(script), target, before[target], world)
    const numeric = only(found.kinds, kind.number, absent) && found.special === undefined
    return { ...finished(found, target, into), numeric, notes: [...notes] }
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error
    return { ok: false, at: error.message.slice(0, 40), ...(error.why !== undefined && { why: error.why }) }
  }
}

const before: Readonly<Record<ScriptTarget, Typed>> = {
  show: constant(true),
  valid: constant(true),
  result: constant(undefined),
  value: stays,
}

const finished = (
  found: Typed,
  target: ScriptTarget,
  into: Kind | undefined,
): { readonly ok: true; readonly logic: Logic; readonly when?: Logic } => {
  if (target === 'valid') return { ok: true, logic: judged(found).logic }
  if (target === 'value') return assigned(fitting(found, into))
  // Form.io shows a component whose condition gives null, though it hides one that gives undefined.
  if (target === 'show' && some(found.kinds, kind.nothing)) throw new Untranslatable('null')
  return { ok: true, logic: truthOf(found).logic }
}

/** Form.io takes `true`, `null` and `undefined` for valid, our rules only `true`. */
const judged = (of: Typed): Typed => {
  const { kinds } = of
  if (of.special) throw new Untranslatable('valid')
  if (!some(kinds, kind.missing, kind.nothing, kind.unanswered)) return of
  if (some(kinds, kind.nan, kind.infinite, kind.unticked)) throw new Untranslatable('valid')
  return typed({ if: [{ '===': [of.logic, null] }, true, of.logic] }, kinds, [of, of])
}

const texts = [kind.text, kind.blank, kind.digits, kind.zero, kind.truth, kind.number]
const takes: Partial<Readonly<Record<Kind, readonly number[]>>> = {
  text: texts,
  choice: [...texts, kind.boolean],
  number: [kind.number, kind.blank, kind.digits, kind.zero],
  checkbox: [kind.boolean],
  computed: [...texts, kind.boolean],
  datetime: texts,
  day: texts,
  time: texts,
}

/** Whether a value is one that the component can hold; nothing is always. */
const fitting = (of: Typed, into: Kind | undefined): Typed => {
  if (of.special?.is === 'fixed') {
    if (into !== 'number') throw new Untranslatable('toFixed', '固定小数位数的文字不能由规则算出')
    const { of: inner, places } = of.special
    return typed({ round: [inner.logic, places] }, kind.number, [inner])
  }
  if (of.special) throw new Untranslatable('Date', '日期要写成固定格式才能记下来')
  if (into === undefined || some(of.kinds, kind.list)) {
    if (some(of.kinds, kind.object)) throw new Untranslatable('value', '一组答案不能整个复制')
    return of
  }
  const fits = takes[into]
  if (!fits || !only(of.kinds, ...fits, absent, kind.stays))
    throw new Untranslatable('value', '算出来的内容和这个问题的类型不一致')
  return of
}

/** Splits what is set from whether anything is set. */
const assigned = (of: Typed): { readonly ok: true; readonly logic: Logic; readonly when?: Logic } => {
  if (!some(of.kinds, kind.stays)) return { ok: true, logic: of.logic }
  const when = setWhere(of.logic)
  if (when === false) return { ok: true, logic: null, when }
  return { ok: true, logic: settled(of.logic), ...(when !== true && { when }) }
}

const branches = (logic: Logic): readonly Logic[] | undefined => {
  const list = (logic as { readonly if?: unknown } | null)?.if
  return Array.isArray(list) && list.length === 3 ? list : undefined
}

const settled = (logic: Logic): Logic => {
  const parts = branches(logic)
  if (!parts || setWhere(logic) === true) return logic
  const [test, yes, no] = parts
  if (setWhere(yes) === false) return settled(no)
  if (setWhere(no) === false) return settled(yes)
  return { if: [test, settled(yes), settled(no)] }
}

const setWhere = (logic: Logic): Logic | boolean => {
  if (logic === stays.logic) return false
  const parts = branches(logic)
  if (!parts) return true
  const [test, yes, no] = [parts[0], setWhere(parts[1]), setWhere(parts[2])]
  if (yes === no && typeof yes === 'boolean') return yes
  if (no === false) return yes === true ? test : { and: [test, yes] }
  if (yes === false) return no === true ? { '!': [test] } : { and: [{ '!': [test] }, no] }
  return { if: [test, yes, no] }
}
