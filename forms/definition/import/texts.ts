import { isProgram, judgeMarkup, judgeTag } from '../markup.ts'
import type { Setting } from './settings.ts'

/** Members that are no text for people. */
const silent: ReadonlySet<string> = new Set([
  'pattern',
  'inputMask',
  'key',
  'type',
  'value',
  'json',
  'logic',
  'conditional',
  'calculateValue',
])
const longest = 100_000

/** Cleans every text of a component that carries scripts, forbidden tags, inlined pictures or templates. */
export const cleanTexts = (to: Record<string, unknown>, { notes, origin }: Setting): void => {
  const lost = new Set<string>()
  const clean = (value: unknown, key: string, depth: number): unknown => {
    if (typeof value === 'string') return silent.has(key) ? value : cleaned(value, lost)
    if (typeof value !== 'object' || value === null || depth > 20) return value
    if (Array.isArray(value)) return value.map((item) => clean(item, key, depth + 1))
    const copy: Record<string, unknown> = {}
    for (const name of Object.keys(value))
      if (name !== '__proto__')
        copy[name] = silent.has(name)
          ? (value as Record<string, unknown>)[name]
          : clean((value as Record<string, unknown>)[name], name, depth + 1)
    return copy
  }
  for (const name of Object.keys(to)) if (!silent.has(name)) to[name] = clean(to[name], name, 1)
  if (to['type'] === 'htmlelement' && judgeTag(to['tag']) !== undefined) {
    to['tag'] = 'p'
    lost.add('不允许的标签')
  }
  if (lost.size === 0) return
  notes.change(
    origin,
    '',
    'text',
    `「${origin.label}」的文字里去掉了：${[...lost].join('、')}；请核对。`,
    false,
  )
}

/** Most texts hold nothing that could be wrong. */
const suspect = /[<{]|data:|moment|script:/i

const cleaned = (text: string, lost: Set<string>): string => {
  if (text.length <= longest && !suspect.test(text)) return text
  let result =
    text.length > longest
      ? text.replaceAll(/data:[a-z+./-]{1,60};base64,[A-Za-z0-9+/=]*/gi, 'data:image/')
      : text
  if (result.length > longest) {
    result = result.slice(0, longest)
    lost.add('过长的部分')
  }
  if (isProgram(result)) {
    result = result.replaceAll(/\{%[\s\S]{0,500}?%\}|<%[\s\S]{0,500}?%>|\{\{[\s\S]{0,300}?\}\}/g, '')
    if (isProgram(result)) result = result.replaceAll(/\{\{|\{%|<%/g, '')
    lost.add('模板代码')
  }
  if (/\bmoment\s*\(/.test(result)) {
    result = result.replaceAll(/\bmoment\s*\(/g, '（')
    lost.add('日期代码')
  }
  const fault = judgeMarkup(result)
  if (fault === undefined) return result
  lost.add(fault === 'inlined-data' ? '内嵌的图片' : fault === 'markup-script' ? '脚本' : '不允许的标签')
  return safeMarkup(result)
}

const dangerous =
  'script|style|iframe|object|embed|svg|math|template|noscript|video|audio|select|textarea|title'

/** Takes out what may not stand; where that does not help, every tag. */
const safeMarkup = (text: string): string => {
  let result = text.replaceAll(/data:[a-z+./-]{1,60};base64,[A-Za-z0-9+/=]*/gi, 'data:image/')
  // Longer texts would take too long to look at tag by tag.
  if (result.length > 30_000) result = result.replaceAll(/<[^>]*>?/g, '')
  result = result
    .replaceAll(new RegExp(`<(${dangerous})\\b[^>]{0,2000}>[\\s\\S]{0,30000}?</\\1\\s*>`, 'gi'), '')
    .replaceAll(/<img\b[^>]{0,2000}>/gi, (tag) => (judgeMarkup(tag) === undefined ? tag : ''))
    .replaceAll(/<[a-z][^>]{0,2000}>/gi, (tag) => (judgeMarkup(tag) === undefined ? tag : bare(tag)))
    .replaceAll(/<\/[a-z][^>]{0,100}>/gi, (tag) => (judgeMarkup(tag) === undefined ? tag : ''))
  if (judgeMarkup(result) !== undefined) result = result.replaceAll(/<[^>]*>?/g, '')
  for (const word of ['javascript:', 'vbscript:']) result = replaceAnyCase(result, word)
  return judgeMarkup(result) === undefined ? result : ''
}

/** The tag without its attributes, if it may stand at all. */
const bare = (tag: string): string => {
  const name = /^<([a-z][a-z0-9]*)/i.exec(tag)?.[1] ?? ''
  return judgeMarkup(`<${name}>`) === undefined ? `<${name}>` : ''
}

const replaceAnyCase = (text: string, word: string): string =>
  text.toLowerCase().includes(word) ? text.replaceAll(new RegExp(word, 'gi'), '') : text
