import { maxFen } from '../../catalogue/source.ts'
import { formatPrice } from '../../fees/money.ts'
import { values } from './labels.ts'
import { isRecord, own, textIn } from './same.ts'

/** Names of codes and keys, gathered from both configurations. */
export type Names = ReadonlyMap<string, string>

const longest = 40

/** A value in words; what is not there is 「未设定」, never zero. */
export const show = (value: unknown, names: Names): string => {
  if (value === undefined || value === null || value === '') return '未设定'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quote(names.get(value) ?? value)
  if (Array.isArray(value)) return value.length === 0 ? '未设定' : list(value, names)
  return nameOf(value) === undefined ? '（见原文）' : quote(nameOf(value) ?? '')
}

/** The same for a member whose number has a unit: 分 are told in 元, shares in per cent. */
export const showMember = (key: string, value: unknown, names: Names): string => {
  if (typeof value !== 'number') return show(value, names)
  if (key === 'ratio') return `${+(value * 100).toFixed(4)}%`
  const fen =
    (key === 'amount' || key === 'total') && Number.isInteger(value) && value >= 0 && value <= maxFen
  return fen ? `${formatPrice(value)} 元` : show(value, names)
}

export const quote = (text: string): string => {
  // Quotes inside quotes are single ones in Chinese.
  const letters = [...text.replaceAll('“', '‘').replaceAll('”', '’')]
  return `“${letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')}”`
}

/** What people call this entry: its name, else its code. */
export const nameOf = (entry: unknown): string | undefined =>
  ['name', 'title', 'label', 'rule', 'text', 'message', 'key', 'code', 'id']
    .map((key) => textIn(entry, key))
    .find(Boolean)

const list = (values: readonly unknown[], names: Names): string => {
  const shown = values.slice(0, 6).map((value) => show(value, names))
  return values.length > shown.length ? `${shown.join('、')}等 ${values.length} 项` : shown.join('、')
}

/** Every code that some document gives a name to. Later ones win: the newer configuration goes last. */
export const gatherNames = (documents: readonly unknown[]): Names => {
  const names = new Map<string, string>(Object.entries(values))
  const visit = (value: unknown, depth: number): void => {
    if (depth > 32) return
    if (Array.isArray(value)) for (const entry of value) visit(entry, depth + 1)
    if (!isRecord(value)) return
    const name = textIn(value, 'name') ?? textIn(value, 'title') ?? textIn(value, 'label')
    const code = textIn(value, 'code') ?? textIn(value, 'key') ?? textIn(value, 'id')
    if (name !== undefined && code !== undefined) names.set(code, name)
    for (const key of Object.keys(value)) if (key !== 'definition') visit(own(value, key), depth + 1)
  }
  for (const document of documents) visit(document, 0)
  return names
}
