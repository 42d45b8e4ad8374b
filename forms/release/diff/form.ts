import { type Compatibility, comparison, type Judged, type Seat, within } from '../../definition/index.ts'
import { type Ledger, ledgerOf, placeOf } from './effect.ts'
import type { Notes } from './notes.ts'
import { compareQuestion } from './question.ts'
import { keysOf, own } from './same.ts'
import { quote } from './show.ts'
import { compareTree, member, type Place, root } from './tree.ts'

/**
 * Compares two form documents question by question, then outcomes, recommendations and samples by key. Each sentence
 * carries what `compare` of `#forms/definition` says that its change does to answers; what no sentence carries is said
 * in the words of `compare`.
 */
export const compareForms = (a: unknown, b: unknown, notes: Notes): void => {
  const { pairs, lines } = comparison(a, b)
  for (const pair of pairs) tellPair(pair, notes)
  for (const { code, label, pointer } of lines) {
    const where = label === undefined ? '' : `${quote(label)}中`
    if (code === 'order')
      notes.say('changed', pointer, `${notes.title}：${where}问题的顺序有调整`, 'compatible')
  }
  const ledger = ledgerOf(lines)
  const around: Notes = {
    ...notes,
    say: (kind, pointer, words) => notes.say(kind, pointer, words, ledger.effect(standsAt(kind, pointer))),
  }
  const [older, newer] = [own(a, 'definition'), own(b, 'definition')]
  compareMembers(older, newer, member(root, 'definition'), 'components', around)
  compareMembers(a, b, root, 'definition', around)
  tellLeft(ledger, notes)
}

const compareMembers = (a: unknown, b: unknown, place: Place, except: string, notes: Notes): void => {
  for (const key of new Set([...keysOf(b), ...keysOf(a)])) {
    if (key !== except) compareTree(own(a, key), own(b, key), member(place, key), notes)
  }
}

/** Lines about the place of a sentence, or about what it stands in. */
const standsAt = (kind: string, pointer: string) => {
  const place = `${placeOf(pointer)}/`
  return (line: Compatibility): boolean => {
    const [, end] = /-(added|removed)$/.exec(line.code) ?? []
    const about = `${placeOf(line.pointer)}/`
    return end === undefined
      ? line.pointer !== '' && place.startsWith(about)
      : place === about && kind === end
  }
}

/** What `compare` found and no sentence said: a rule that reads the same and means another question, say. */
const tellLeft = (ledger: Ledger, notes: Notes): void => {
  for (const { class: effect, pointer, message } of ledger.left())
    notes.say('changed', pointer, `${notes.title}：${message.replace(/。$/, '')}`, effect)
}

const tellPair = ({ was, is, renamed, moved, lines }: Judged, notes: Notes): void => {
  const ledger = ledgerOf(lines)
  const tell = (kind: 'added' | 'removed' | 'changed', seat: Seat, words: string, code: RegExp) =>
    notes.say(
      kind,
      seat.pointer,
      `${notes.title}：${words}`,
      ledger.effect((line) => code.test(line.code)),
    )
  if (was && is) {
    compareQuestion(was, is, notes, ledger)
    if (renamed) {
      const [noun, old] = renamed === 'key' ? ['字段名', '原字段名'] : ['位置', '原位置']
      const words = `${quote(is.label)}的${noun}由 ${was.path} 改为 ${is.path}，按${old}填写的内容不再对应`
      tell('changed', is, words, /-changed$/)
    }
    if (moved) {
      const where = is.above ? quote(is.above.label) : '最外层'
      tell('changed', is, `${quote(is.label)}移到${where}`, /^moved$/)
    }
  } else if (is) tell('added', is, `新增${described(is)}`, /^added$/)
  else if (was) tell('removed', was, `删除${described(was)}`, /^removed$/)
  tellLeft(ledger, notes)
}

const described = (seat: Seat): string => {
  const questions = within(seat).filter((one) => one !== seat && !one.layout).length
  const inside = questions > 0 ? `（含 ${questions} 个问题）` : ''
  const noun = seat.layout ? '版块' : questions > 0 ? '表格' : '问题'
  return `${noun}${quote(seat.label)}${inside}`
}
