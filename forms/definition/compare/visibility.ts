import type { CompatibilityClass } from './compatibility.ts'
import { clears, demands, type Gate, gateOf, isOpen, isWider, type Push } from './gate.ts'
import { same } from './same.ts'
import type { Say } from './say.ts'
import { type Form, type Seat, within } from './seat.ts'
import { quote } from './words.ts'

/** Says what changed about who sees a component and may fill it in, with everything inside. */
export const judgeGate = (was: Seat, is: Seat, old: Form, form: Form, say: Say): void => {
  const [a, b] = [gateOf(old, was), gateOf(form, is)]
  const holds = within(is).some(({ layout }) => !layout)
  const loses: CompatibilityClass = holds ? 'loses-answers' : 'compatible'
  const shownMore = (name: string, before: unknown, after: unknown) => {
    if (demands(form, is)) say.setting('tightens', name, before, after)
  }
  for (const name of ['hidden', 'disabled'] as const) {
    if (a[name] === b[name]) continue
    say.setting(b[name] ? loses : 'compatible', name, a[name], b[name])
    if (name === 'hidden' && !b.hidden) shownMore(name, true, false)
  }
  if (!same(a.condition, b.condition)) {
    const wider = a.condition && (!b.condition || isWider(a.condition, b.condition))
    const worse = !wider && clears(is) ? 'loses-answers' : 'changes-meaning'
    say.setting(holds ? worse : 'compatible', 'conditional', a.condition, b.condition)
    if (a.condition) shownMore('conditional', a.condition, b.condition)
  }
  judgeRules(a, b, is, form, say)
}

/** `logic` by what its rules do: what came as it stands, what went as its opposite. */
const judgeRules = (a: Gate, b: Gate, is: Seat, form: Form, say: Say): void => {
  if (same(a.rules, b.rules)) return
  const few = a.rules.length * b.rules.length < 10_000
  const missing = (from: Gate['rules'], to: Gate['rules']) =>
    few ? from.filter((rule) => !to.some((one) => same(rule, one))) : from
  let [gone, came] = [missing(a.rules, b.rules), missing(b.rules, a.rules)]
  // The same rules in another order: the last one wins, so that any of them may do something else now.
  if (gone.length + came.length === 0) [gone, came] = [a.rules, b.rules]
  const pushes: readonly Push[] = [
    ...came.flatMap((rule) => rule.pushes),
    ...gone
      .flatMap((rule) => rule.pushes)
      .map(([what, to]): Push => [what, what === 'value' ? undefined : !to]),
  ]
  const has = (...wanted: readonly (readonly [string, unknown])[]) =>
    wanted.some((push) => pushes.some((one) => same(one, push)))
  const [before, after] = [a.rules, b.rules].map((rules) => (rules.length > 0 ? rules : undefined))
  const tell = (what: CompatibilityClass) => say.setting(what, 'logic', before, after)
  tell('changes-meaning')
  if (
    pushes.some(([what, to]) => what === 'value' && to !== undefined) ||
    has(['disabled', true], ['hidden', true])
  )
    tell('loses-answers')
  if (has(['validate.required', true]) || (has(['hidden', false]) && demands(form, is))) tell('tightens')
}

/** A component that stands in another one now, and so is shown and may be filled in when that one is. */
export const judgeMove = (
  was: Seat,
  is: Seat,
  old: Form,
  form: Form,
  standsFor: ReadonlyMap<Seat, Seat>,
  say: Say,
): void => {
  const [before, after] = [chain(was), chain(is)]
  const both = (seat: Seat) => before.some((one) => standsFor.get(seat) === one)
  const kept = new Set(after.filter(both).map((seat) => standsFor.get(seat)))
  const opened = before.filter((seat) => !kept.has(seat)).map((seat) => gateOf(old, seat))
  const closed = after.filter((seat) => !both(seat)).map((seat) => gateOf(form, seat))
  const only = (some: readonly Gate[], others: readonly Gate[]) =>
    some.filter((gate) => !isOpen(gate) && !others.some((other) => same(gate, other)))
  const [fewer, more] = [only(opened, closed), only(closed, opened)]
  const what = `移到${is.above ? quote(is.above.label) : '最外层'}`
  const tell = (how: CompatibilityClass) => say.line(how, { code: 'moved', what })
  const holds = within(is).some(({ layout }) => !layout)
  tell(
    !holds || fewer.length + more.length === 0
      ? 'compatible'
      : more.length > 0
        ? 'loses-answers'
        : 'changes-meaning',
  )
  if (fewer.length > 0 && demands(form, is)) tell('tightens')
}

const chain = (seat: Seat): readonly Seat[] => (seat.above ? [...chain(seat.above), seat.above] : [])
