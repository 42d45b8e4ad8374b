import { isRecord } from '../record.ts'
import { canRefuse } from './added.ts'
import { type Compatibility, type CompatibilityClass, worst } from './compatibility.ts'
import { judgeDecisions } from './decisions.ts'
import { type Pair, pairsOf } from './pair.ts'
import { judgeComponent } from './question.ts'
import { own, same } from './same.ts'
import { lineOf, sayOf } from './say.ts'
import { type Form, readSeats, type Seat, within } from './seat.ts'
import { judgeMove } from './visibility.ts'

export { settingNames } from './table.ts'
export { ruleNames } from './words.ts'
export { type Compatibility, type CompatibilityClass, type Seat, same, within, worst }

/**
 * Says for every change of meaning between two versions of a form what it does to answers that were valid under the
 * old one. Stored assessments stay as they are under their release, and a draft goes on under the form it was begun
 * with; what is judged is what the same answers would be under the new form: when they are compared or exported
 * together, or must be filled in again. Takes two form documents or two definitions (told apart by `definition`), any
 * JSON, in bounded time; never throws. Nothing changed in meaning: an empty list; what only a builder writes is passed by.
 *
 * | class | what becomes of the old answers | changes |
 * |---|---|---|
 * | `loses-answers` | some are dropped or refused whatever they say, or must be given anew | question removed, its key or place in the answers changed; type or one/many changed so that no old value passes; option or survey question removed, source of options changed; fewer rows allowed; hidden, disabled, calculated or set by a rule now; a condition added or not surely wider, or moved under one, while hiding clears |
 * | `changes-meaning` | they stay, but say or lead to something else | option kept and worded anew; element, unit, currency, format, type, order of day and month; default, calculation, `logic`, condition; outcome's rule, bands, version; recommendation; team, subject |
 * | `tightens` | they stay where they obey | required, a bound, pattern, mask, step, decimals, date, uniqueness or check rule narrower; more rows demanded; shown now what must be filled in; a new question that must be answered, or a new outcome with bands (outside them it refuses) |
 * | `compatible` | they stay and mean the same | label, help, order, layout, sensitivity, source; new optional question, new option; wider bounds; required no more |
 *
 * One change may have several lines. What only both forms together with other documents decide (the choices of a city)
 * is not seen here. A rule that fails on what was answered is a fault of the form: the linter and the samples look for it.
 */
export const compare = (older: unknown, newer: unknown): readonly Compatibility[] => {
  const { pairs, lines } = comparison(older, newer)
  return [...pairs.flatMap((pair) => pair.lines), ...lines]
}

/** Two components of a comparison and what is said about them. */
export type Judged = Pair & { readonly lines: readonly Compatibility[] }

/** The same, pair by pair, and what is said about the form as a whole: for whoever tells it in sentences of their own. */
export const comparison = (
  older: unknown,
  newer: unknown,
): { readonly pairs: readonly Judged[]; readonly lines: readonly Compatibility[] } => {
  try {
    const [old, form] = [read(older), read(newer)]
    const pairs = judge(pairsOf(old, form), old, form)
    return {
      pairs,
      lines: [...reordered(pairs, old), ...judgeDecisions(older, newer), ...judgeFrame(older, newer)],
    }
  } catch {
    // A belt for what is no form at all, or far too large: nothing is promised about its answers.
    const words = '改动太大，无法逐项比较'
    return { pairs: [], lines: [lineOf({ path: '' }, 'loses-answers', 'unreadable', '', words)] }
  }
}

const definitionOf = (form: unknown): unknown => {
  const inner = own(form, 'definition')
  return isRecord(inner) ? inner : form
}
const read = (form: unknown): Form => {
  const definition = definitionOf(form)
  return readSeats(definition, definition === form ? '' : '/definition')
}

const judge = (pairs: readonly Pair[], old: Form, form: Form): readonly Judged[] => {
  const standsFor = new Map<Seat, Seat>()
  for (const { was, is } of pairs) if (was && is) standsFor.set(is, was)
  const lasting = new Set(standsFor.values())
  return pairs.map((pair) => {
    const { was, is, renamed, moved } = pair
    const lines: Compatibility[] = []
    const say = (seat: Seat) => sayOf(seat, lines)
    if (was && is) {
      // The path under which the answers stand that are lost.
      if (renamed)
        say({ ...is, path: was.path }).line('loses-answers', {
          code: `${renamed}-changed`,
          what: `的${renamed === 'key' ? '字段名' : '位置'}由 ${was.path} 改为 ${is.path}`,
        })
      if (moved) judgeMove(was, is, old, form, standsFor, say(is))
      judgeComponent(was, is, old, form, say(is))
    } else if (is) {
      const refuses = fresh(is, standsFor).some((one) => canRefuse(form, one))
      const what = refuses ? '是新增的，且有必须满足的要求' : '是新增的'
      say(is).line(refuses ? 'tightens' : 'compatible', { code: 'added', what })
    } else if (was) {
      const lost = within(was).some((one) => !one.layout && !lasting.has(one))
      say(was).line(lost ? 'loses-answers' : 'compatible', { code: 'removed', what: '已删除' })
    }
    return { ...pair, lines }
  })
}

/** What is new at and inside a new component; the rows of a new grid do not exist yet. */
const fresh = (seat: Seat, standsFor: ReadonlyMap<Seat, Seat>): readonly Seat[] => {
  if (standsFor.has(seat)) return []
  return seat.kind === 'grid' ? [seat] : [seat, ...seat.below.flatMap((one) => fresh(one, standsFor))]
}

/** Components whose order among their neighbours is another one. */
const reordered = (pairs: readonly Pair[], old: Form): readonly Compatibility[] => {
  const order = new Map([...old.seats.values()].map((seat, i) => [seat, i]))
  const last = new Map<Seat | undefined, number>()
  const said = new Map<Seat | undefined, Compatibility>()
  for (const { was, is, moved, renamed } of pairs) {
    if (!was || !is || moved || renamed) continue
    const at = order.get(was) ?? 0
    const { above } = is
    const pointer = above?.pointer ?? is.pointer.replace(/\/\d+$/, '')
    const about = { path: above?.path ?? '', ...(above && { label: above.label }) }
    if (at < (last.get(above) ?? -1) && !said.has(above))
      said.set(
        above,
        lineOf(about, 'compatible', 'order', pointer, above ? '中问题的顺序有调整' : '问题的顺序有调整'),
      )
    last.set(above, Math.max(at, last.get(above) ?? -1))
  }
  return [...said.values()]
}

const frame = { title: '表名', source: '依据', samples: '样例' } as const

/** What stands around the questions. */
const judgeFrame = (older: unknown, newer: unknown): readonly Compatibility[] => {
  const lines: Compatibility[] = []
  const inner = definitionOf(newer)
  if (inner !== newer)
    for (const [member, name] of Object.entries(frame))
      if (!same(own(older, member), own(newer, member)))
        lines.push(lineOf({ path: '' }, 'compatible', member, `/${member}`, `${name}已修改`))
  const display = (form: unknown) => own(definitionOf(form), 'display') ?? 'form'
  if (display(older) === display(newer)) return lines
  const asked = /"form\.\w/.test(JSON.stringify(newer))
  const pointer = inner === newer ? '/display' : '/definition/display'
  return [
    ...lines,
    lineOf({ path: '' }, asked ? 'changes-meaning' : 'compatible', 'display', pointer, '填写方式已修改'),
  ]
}
