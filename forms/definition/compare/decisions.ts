import { textual } from '../../logic/index.ts'
import { isRecord } from '../record.ts'
import type { Compatibility, CompatibilityClass } from './compatibility.ts'
import { at, own, same } from './same.ts'
import { lineOf } from './say.ts'

/** Lists of a form document, what one entry is called, and what a change of a member does. */
const lists = [
  {
    list: 'outcomes',
    id: 'key',
    name: 'title',
    noun: '评估结论',
    decides: ['value', 'bands', 'rule'],
    words: ['title'],
  },
  {
    list: 'recommends',
    id: 'item',
    name: 'item',
    noun: '推荐事项',
    decides: ['when', 'quantity', 'per'],
    words: ['because'],
  },
] as const

const memberNames: Readonly<Record<string, string>> = {
  value: '计算规则',
  bands: '分档',
  rule: '规则版本',
  title: '名称',
  when: '推荐条件',
  quantity: '数量的计算规则',
  per: '数量的周期',
  because: '推荐理由',
}

/** Outcomes, recommendations, and who fills the form in for whom. */
export const judgeDecisions = (older: unknown, newer: unknown): readonly Compatibility[] => {
  const lines: Compatibility[] = []
  for (const { list, id, name, noun, decides, words } of lists) {
    const [before, after] = [entries(older, list, id), entries(newer, list, id)]
    for (const key of new Set([...after.keys(), ...before.keys()])) {
      const [was, is] = [before.get(key), after.get(key)]
      const { entry, row } = is ?? was ?? { entry: {}, row: 0 }
      const say = (what: CompatibilityClass, code: string, change: string, member = '') =>
        lines.push(
          lineOf(
            { path: `${list}.${key}`, label: named(own(entry, name)) ?? `第 ${row + 1} 条` },
            what,
            code,
            `/${list}/${row}${member}`,
            change,
          ),
        )
      if (!is) say('changes-meaning', `${list}-removed`, `不再是${noun}`)
      else if (!was) say(added(list, entry), `${list}-added`, `成为${noun}`)
      else
        for (const member of [...decides, ...words])
          if (!same(own(was.entry, member), own(entry, member)))
            say(
              words.some((one) => one === member) ? 'compatible' : 'changes-meaning',
              member,
              `的${memberNames[member]}已修改`,
              `/${member}`,
            )
    }
  }
  for (const [member, name] of [
    ['team', '调查组成员'],
    ['subject', '填写对象'],
  ] as const)
    if (!same(own(older, member), own(newer, member)))
      lines.push(lineOf({ path: '' }, 'changes-meaning', member, `/${member}`, `${name}已修改`))
  return lines
}

/** In a draft an entry may have no name yet, or something else in its place. */
const named = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** A new outcome refuses what lies outside its bands; a new recommendation advises something else for the same answers. */
const added = (list: string, entry: unknown): CompatibilityClass =>
  list === 'recommends' ? 'changes-meaning' : at(entry, 'bands') === undefined ? 'compatible' : 'tightens'

/** The entries by their key; one that is used twice is told apart by its number. */
const entries = (document: unknown, list: string, id: string) => {
  const found = new Map<string, { readonly entry: unknown; readonly row: number }>()
  const copies = new Map<string, number>()
  const given = own(document, list)
  for (const [row, entry] of (Array.isArray(given) ? (given as readonly unknown[]) : []).entries()) {
    if (!isRecord(entry)) continue
    const key = textual(own(entry, id))
    const copy = (copies.get(key) ?? 0) + 1
    copies.set(key, copy)
    found.set(copy === 1 ? key : `${key}#${copy}`, { entry, row })
  }
  return found
}
