import { short, type Typed } from './amount.ts'
import type { Choice } from './column.ts'

/** Between the words of one cell that holds several. */
export const BETWEEN = '；'

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

/** How a choice is written: its label, and its value too where another one bears the same label. */
export function wordOf(options: readonly Choice[], value: string): string {
  const one = options.find((option) => option.value === value)
  if (!one) return value
  return options.some((other) => other !== one && other.label === one.label)
    ? `${one.label}（${value}）`
    : one.label
}

/** The choice that a word means: by its label, its value, or another name. */
export function choiceOfText(options: readonly Choice[], typed: string): Typed<string | undefined> {
  const word = bare(typed)
  if (word === '') return { value: undefined }
  const exact = options.filter(({ value }) => bare(value) === word || bare(wordOf(options, value)) === word)
  const named = options.filter(({ label, also = [] }) => [label, ...also].some((name) => bare(name) === word))
  const found = exact.length > 0 ? exact : named
  const [only] = found
  if (!only) return { wrong: `“${short(typed)}”不在可选的词语里，请从列表中选择` }
  if (found.length > 1)
    return {
      wrong: `“${short(typed)}”可以指 ${found.map(({ value }) => wordOf(options, value)).join('、')}，请写全`,
    }
  return { value: only.value }
}

/**
 * The choices that a cell names, in the order of the options. A label may itself hold a `、`, so the longest run of parts that is a word wins.
 */
export function choicesOfText(options: readonly Choice[], typed: string): Typed<readonly string[]> {
  const parts = typed.split(/([、，,；;|/\n]+)/)
  const found = new Set<string>()
  for (let from = 0; from < parts.length; ) {
    if ((parts[from] ?? '').trim() === '' || from % 2 === 1) {
      from += 1
      continue
    }
    let to = parts.length
    let hit: string | undefined
    for (; to > from; to -= 1) {
      const read = choiceOfText(options, parts.slice(from, to).join(''))
      if ('value' in read && read.value !== undefined && to % 2 === 1) {
        hit = read.value
        break
      }
    }
    if (hit === undefined) {
      const single = choiceOfText(options, parts[from] ?? '')
      return 'wrong' in single ? single : { wrong: `“${short(typed)}”没有读懂，请用“；”分开` }
    }
    found.add(hit)
    from = to
  }
  return { value: options.filter(({ value }) => found.has(value)).map(({ value }) => value) }
}
