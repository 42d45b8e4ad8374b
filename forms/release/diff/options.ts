import type { Compatibility, Seat } from '../../definition/index.ts'
import { textual } from '../../logic/index.ts'
import { pointer } from '../canonical.ts'
import { matched, reordered } from './matched.ts'
import { listIn, own, same, textIn } from './same.ts'
import { quote } from './show.ts'

/** Says a sentence about a place; `about` finds the lines of `compare` that it carries. */
export type Say = (words: string, at: string, about: (line: Compatibility) => boolean) => void

/** Where Form.io keeps the choices of a component, and what one of them is called. */
const lists = [
  ['values', '选项'],
  ['data/values', '选项'],
  ['questions', '问题'],
] as const

/** Choices by their value, which is what an answer holds: 「“健康状况”新增选项“失能”」. */
export const compareOptions = (called: string, a: Seat, b: Seat, say: Say): void => {
  for (const [path, noun] of lists) {
    const [older, newer] = [options(a.component, path), options(b.component, path)]
    const place = `${b.pointer}/${path}`
    const pairs = matched(older, newer)
    const at = (where: string) => (line: Compatibility) => line.pointer === where
    for (const { a: i, b: j } of pairs) {
      const [was, is] = [i === undefined ? undefined : older[i], j === undefined ? undefined : newer[j]]
      const here = pointer(place, j ?? 0)
      if (i === undefined) say(`${called}新增${noun}${quote(wordOf(is))}`, here, at(here))
      else if (j === undefined) say(`${called}删除${noun}${quote(wordOf(was))}`, place, isRemoval(place))
      else if (wordOf(was) !== wordOf(is)) {
        say(`${called}的${noun}${quote(wordOf(was))}改为${quote(wordOf(is))}`, here, at(here))
      } else if (!same(was, is)) say(`${called}的${noun}${quote(wordOf(is))}已修改`, here, at(here))
    }
    if (reordered(pairs)) say(`${called}的${noun}顺序有调整`, place, () => false)
  }
  const source = `${b.pointer}/data`
  if (!same(restOfData(a), restOfData(b))) {
    say(`${called}的选项来源已修改`, source, (line) => line.pointer.startsWith(source))
  }
}

/** With another type, choices go without a line of their own: what the type does to answers, they do. */
const isRemoval =
  (place: string) =>
  ({ code, pointer: where }: Compatibility): boolean =>
    code === 'type' || (code === 'option-removed' && where === place)

const options = (component: unknown, path: string): readonly unknown[] => {
  const [first = '', second] = path.split('/')
  return second === undefined ? listIn(component, first) : listIn(own(component, first), second)
}

const wordOf = (option: unknown): string =>
  textIn(option, 'label') ?? textIn(option, 'value') ?? textual(own(option, 'value') ?? '未命名')

const restOfData = (seat: Seat): unknown => {
  const data = own(seat.component, 'data')
  if (data === null || typeof data !== 'object') return data
  return Object.entries(data).filter(
    ([key, value]) => key !== 'values' && value !== undefined && value !== '',
  )
}
