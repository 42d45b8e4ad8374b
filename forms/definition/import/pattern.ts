import { judgePattern } from '../pattern.ts'
import { isRecord } from '../record.ts'
import type { Setting } from './settings.ts'

/** Keeps a pattern that is safe, also after rewriting what means the same; refuses the others. */
export const importPattern = (to: Record<string, unknown>, { notes, origin }: Setting): void => {
  const validate = to['validate']
  const pattern = isRecord(validate) ? validate['pattern'] : undefined
  if (!isRecord(validate) || pattern === undefined) return
  if (typeof pattern === 'string' && judgePattern(pattern) === 'safe') return
  const simpler = typeof pattern === 'string' && pattern.length <= 1_000 ? simplified(pattern) : undefined
  if (simpler !== undefined && judgePattern(simpler) === 'safe') {
    validate['pattern'] = simpler
    notes.change(
      origin,
      '/validate/pattern',
      'setting',
      `「${origin.label}」的正则表达式换了一种写法，意思不变。`,
      true,
      pattern,
      simpler,
    )
    return
  }
  delete validate['pattern']
  notes.refuse(
    origin,
    '/validate/pattern',
    'pattern',
    `「${origin.label}」的正则表达式用了不支持或可能极慢的写法，没有导入，现在不检查格式；请改写后补上。`,
  )
}

/**
 * The whole answer must match, so `^` and `$` around alternatives say nothing; names of groups say nothing either;
 * and one sign repeated inside of a repeated group is only repeated.
 */
const simplified = (pattern: string): string => {
  let text = pattern.replace(/^\/(.*)\/$/, '$1').replaceAll(/\(\?<[A-Za-z]\w{0,40}>/g, '(?:')
  text = text.replaceAll(
    /\(((?:\\[dws]|\[[^\]\\]{1,60}\]|[A-Za-z0-9]))([+*])\)([+*])/g,
    (_, sign: string, inner: string, outer: string) => `${sign}${inner === '+' && outer === '+' ? '+' : '*'}`,
  )
  const parts = alternatives(text)
  return parts.map((part) => unanchored(part)).join('|')
}

/** Splits at each `|` that stands in no group and no class. */
const alternatives = (text: string): readonly string[] => {
  const parts: string[] = []
  let depth = 0
  let start = 0
  let inClass = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '\\') i++
    else if (inClass) inClass = sign !== ']'
    else if (sign === '[') inClass = true
    else if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (sign === '|' && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** `(^…$)` and `^…$` as the whole of an alternative. */
const unanchored = (part: string): string => {
  const group = /^\((?:\?:)?(\^[^()|]*\$)\)$/.exec(part)
  const inner = group?.[1] ?? part
  const from = inner.startsWith('^') ? 1 : 0
  const to = inner.endsWith('$') && !inner.endsWith('\\$') ? inner.length - 1 : inner.length
  return inner.slice(from, to)
}
