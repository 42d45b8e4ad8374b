import { textual } from '../../logic/index.ts'
import { optionsOf, surveyPart } from '../options.ts'
import type { Entry } from '../outline.ts'
import { entryAt } from './located.ts'
import type { Node } from './node.ts'

/** What is said of a rule needs to know of its surroundings. */
export type Naming = {
  /** The component whose rule it is; undefined: an outcome or a recommendation. */
  readonly own: Entry | undefined
  /** Titles of outcomes by their keys. */
  readonly titles: ReadonlyMap<string, string>
  /** The grids whose rows the list operators around walk, outermost first. */
  readonly grids: readonly (Entry | undefined)[]
}

/** In quotation marks; those inside become single ones. */
export const quoted = (text: string): string => {
  const inner = text.replaceAll('“', '‘').replaceAll('”', '’')
  return `“${inner.length > 40 ? `${inner.slice(0, 39)}…` : inner}”`
}

/** What follows half a sentence; a number keeps a space after it. */
export const followed = (words: string, rest: string): string =>
  `${words}${/\d$/.test(words) ? ' ' : ''}${rest}`

/** A number keeps a space before it, a name in quotation marks none. */
export const after = (word: string, words: string): string =>
  `${word}${/^[\d-]/.test(words) ? ' ' : ''}${words}`

/** What a value of a question is called: the label of an option, or the value itself. */
export const valueName = (value: unknown, entry: Entry | undefined): string => {
  if (value === null || value === undefined || value === '') return '空'
  const list = !entry
    ? []
    : entry.kind === 'survey'
      ? surveyPart(entry.component, 'values')
      : optionsOf(entry.component)
  const option = list.find((one) => String(one.value) === textual(value))
  if (option && typeof value !== 'boolean') return quoted(option.label)
  if (value === true) return '“是”'
  if (value === false) return '“否”'
  if (Array.isArray(value))
    return (
      value
        .slice(0, 12)
        .map((item: unknown) => valueName(item, entry))
        .join('') + (value.length > 12 ? '等' : '')
    )
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? quoted(value) : '一组内容'
}

/** What is ticked or asked inside a question: an option of select boxes, a line of a survey. */
export const partName = (entry: Entry, step: string): string => {
  const list = entry.kind === 'survey' ? surveyPart(entry.component, 'questions') : optionsOf(entry.component)
  return quoted(list.find(({ value }) => String(value) === step)?.label ?? step)
}

/** What a variable is called where it stands for a value. */
export const variableName = (node: Node, naming: Naming): string => {
  const { source } = node
  const found = entryAt(node, naming.grids)
  if (found) {
    const { entry, rest } = found
    const [step] = rest
    if (step === undefined) return quoted(entry.label)
    return step === 'length'
      ? `${quoted(entry.label)}的行数`
      : `${quoted(entry.label)}的${partName(entry, step)}`
  }
  switch (source?.kind) {
    case 'outcome':
      return `结论${quoted(naming.titles.get(source.key) ?? source.key)}`
    case 'element':
      return source.rest.length > 0 ? quoted(source.rest.join('.')) : '这一项'
    case 'total':
      return '前面的结果'
    case 'row':
      return '行号'
    case 'value':
      return naming.own ? quoted(naming.own.label) : '答案'
    default:
      return '这个值'
  }
}
