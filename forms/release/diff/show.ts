import { quote as quoteWhole } from '../../catalogue/quote.ts'
import { maxFen } from '../../catalogue/source.ts'
import { commonServices } from '../../elements/index.ts'
import { formatPrice } from '../../fees/money.ts'
import { filed, nameOfCode } from './codes.ts'
import { isRecord, own, textIn } from './same.ts'
import { values } from './values.ts'

/** Names of codes and keys, gathered from both configurations. */
export type Names = ReadonlyMap<string, string>

const longest = 40

/** A value of this member in words; what is not there is 「未设定」, never zero. */
export const show = (value: unknown, names: Names, member = ''): string => {
  if (value === undefined || value === null || value === '') return '未设定'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quote(nameOfCode(member, value, names) ?? value)
  if (Array.isArray(value)) return value.length === 0 ? '未设定' : list(value, names, member)
  const name = nameOf(value) ?? term(value)
  return name === undefined ? '（见原文）' : quote(name)
}

/** The same for a member whose number has a unit: 分 are told in 元, shares in per cent. */
export const showMember = (key: string, value: unknown, names: Names): string => {
  if (typeof value !== 'number') return show(value, names, key)
  if (key === 'ratio') return `${+(value * 100).toFixed(4)}%`
  const fen =
    (key === 'amount' || key === 'total') && Number.isInteger(value) && value >= 0 && value <= maxFen
  return fen ? `${formatPrice(value)} 元` : show(value, names)
}

export const quote = (text: string): string => quoteWhole(text, longest)

/** What people call this entry: its name, else its code. */
export const nameOf = (entry: unknown): string | undefined =>
  ['name', 'title', 'label', 'rule', 'text', 'message', 'key', 'code', 'id']
    .map((key) => textIn(entry, key))
    .find(Boolean)

/** Days from and to: 「2026-01-01 至 2026-12-31」. */
const term = (value: unknown): string | undefined => {
  const [from, to] = [textIn(value, 'from'), textIn(value, 'to')]
  return from === undefined ? undefined : to === undefined ? `${from} 起` : `${from} 至 ${to}`
}

const list = (values: readonly unknown[], names: Names, member: string): string => {
  const shown = values.slice(0, 6).map((value) => show(value, names, member))
  return values.length > shown.length ? `${shown.join('、')}等 ${values.length} 项` : shown.join('、')
}

/** Every code that some document gives a name to. Later ones win: the newer configuration goes last. */
export const gatherNames = (documents: readonly unknown[]): Names => {
  const names = new Map<string, string>(Object.entries(values))
  for (const { code, name } of commonServices) names.set(code, name)
  const visit = (value: unknown, list: string, depth: number): void => {
    if (depth > 32) return
    if (Array.isArray(value)) for (const entry of value) visit(entry, list, depth + 1)
    if (!isRecord(value)) return
    const name = textIn(value, 'name') ?? textIn(value, 'title') ?? textIn(value, 'label')
    const code = textIn(value, 'code') ?? textIn(value, 'key') ?? textIn(value, 'id')
    if (name !== undefined && code !== undefined) names.set(filed(list, code), name).set(code, name)
    const level = textIn(value, 'level')
    if (name !== undefined && level !== undefined) names.set(filed(list, level), name)
    for (const key of Object.keys(value)) if (key !== 'definition') visit(own(value, key), key, depth + 1)
  }
  for (const document of documents) visit(document, '', 0)
  return names
}
