import { type Placed, placed } from './components.ts'
import type { Notes } from './notes.ts'
import { compareQuestion, labelOfComponent } from './question.ts'
import { keysOf, own } from './same.ts'
import { quote } from './show.ts'
import { compareTree, member, type Place, root } from './tree.ts'

/** Compares two form documents question by question, then outcomes, recommendations and samples by key. */
export const compareForms = (a: unknown, b: unknown, notes: Notes): void => {
  const [older, newer] = [own(a, 'definition'), own(b, 'definition')]
  compareComponents(placed(older), placed(newer), notes)
  compareMembers(older, newer, member(root, 'definition'), 'components', notes)
  compareMembers(a, b, root, 'definition', notes)
}

const compareMembers = (a: unknown, b: unknown, place: Place, except: string, notes: Notes): void => {
  for (const key of new Set([...keysOf(b), ...keysOf(a)])) {
    if (key !== except) compareTree(own(a, key), own(b, key), member(place, key), notes)
  }
}

type Seats = ReadonlyMap<string, Placed>

const compareComponents = (before: Seats, after: Seats, notes: Notes): void => {
  const form = notes.title
  const renamed = keyChanges(before, after)
  for (const [id, seat] of after) {
    const was = before.get(id)
    const old = renamed.get(id)
    if (was !== undefined) {
      compareQuestion(form, was, seat, notes)
      if (was.parent !== seat.parent) notes.say('changed', seat.pointer, `${form}：${moved(seat, after)}`)
    } else if (old !== undefined) {
      const words = `${name(seat)}的字段名由 ${bare(old)} 改为 ${bare(id)}，按原字段名填写的内容不再对应`
      notes.say('changed', seat.pointer, `${form}：${words}`)
    } else if (!isNew(seat.parent, before, after)) {
      notes.say('added', seat.pointer, `${form}：新增${described(seat)}`)
    }
  }
  const taken = new Set(renamed.values())
  for (const [id, seat] of before) {
    if (after.has(id) || taken.has(id) || isNew(seat.parent, after, before)) continue
    notes.say('removed', seat.pointer, `${form}：删除${described(seat)}`)
  }
  for (const parent of reorderedParents(before, after)) {
    const seat = after.get(parent)
    const where = seat === undefined ? '' : `${name(seat)}中`
    notes.say('changed', seat?.pointer ?? '/definition/components', `${form}：${where}问题的顺序有调整`)
  }
}

/** Whether the component `parent` itself is new, so that what it holds was told with it. */
const isNew = (parent: string, before: Seats, after: Seats): boolean =>
  after.has(parent) && !before.has(parent)

/** A question that is gone and one of the same words, kind and place that came: its key was changed. */
const keyChanges = (before: Seats, after: Seats): ReadonlyMap<string, string> => {
  const gone = [...before.values()].filter(({ id, layout }) => !layout && !after.has(id))
  const renamed = new Map<string, string>()
  for (const seat of after.values()) {
    if (seat.layout || before.has(seat.id)) continue
    const twins = gone.filter((old) => alike(old, seat))
    const [twin] = twins
    if (twins.length === 1 && twin !== undefined && ![...renamed.values()].includes(twin.id)) {
      renamed.set(seat.id, twin.id)
    }
  }
  return renamed
}

const alike = (a: Placed, b: Placed): boolean =>
  a.parent === b.parent &&
  own(a.component, 'type') === own(b.component, 'type') &&
  labelOfComponent(a.component) === labelOfComponent(b.component)

const reorderedParents = (before: Seats, after: Seats): readonly string[] => {
  const order = new Map([...before.keys()].map((id, i) => [id, i]))
  const last = new Map<string, number>()
  const parents = new Set<string>()
  for (const { id, parent } of after.values()) {
    const at = order.get(id)
    if (at === undefined || before.get(id)?.parent !== parent) continue
    if (at < (last.get(parent) ?? -1)) parents.add(parent)
    last.set(parent, Math.max(at, last.get(parent) ?? -1))
  }
  return [...parents]
}

const moved = (seat: Placed, after: Seats): string => {
  const parent = after.get(seat.parent)
  return `${name(seat)}移到${parent === undefined ? '最外层' : name(parent)}`
}

const described = (seat: Placed): string => {
  const inside = seat.questions > 0 ? `（含 ${seat.questions} 个问题）` : ''
  const noun = seat.layout ? '版块' : seat.questions > 0 ? '表格' : '问题'
  return `${noun}${name(seat)}${inside}`
}

const name = (seat: Placed): string => quote(labelOfComponent(seat.component))
const bare = (id: string): string => id.slice(id.indexOf(':') + 1)
