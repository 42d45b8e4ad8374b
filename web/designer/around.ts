import type { Asked } from './dialog/draft.ts'
import type { Model } from './model.ts'
import { choicesOf, nameOf } from './picture.ts'
import { everyRaw, wayTo } from './place.ts'
import type { Raw } from './raw.ts'
import { isAnswered } from './settings.ts'

const rooms = ['container', 'datagrid', 'editgrid']

/** The names under which values stand, from the form down to here. */
const pathOf = (above: readonly Raw[], model: Model): readonly string[] =>
  above.filter(({ tag }) => rooms.includes(model.of(tag)?.type ?? '')).map(({ key }) => key)

/** The questions that a condition of this component may ask for: not itself, and of tables only its own row. */
export const questionsFor = (list: readonly Raw[], tag: string, model: Model): readonly Asked[] => {
  const own = pathOf(wayTo(list, tag).slice(0, -1), model).join('.')
  const found: Asked[] = []
  everyRaw(list, (raw, above) => {
    const known = model.of(raw.tag)
    if (!known || raw.tag === tag || above.some((one) => one.tag === tag) || !isAnswered(known.type)) return
    if (rooms.includes(known.type) || known.type === 'file' || known.type === 'signature') return
    const inGrid = above.some((one) => /grid$/.test(model.of(one.tag)?.type ?? ''))
    const path = pathOf(above, model)
    if (inGrid && path.join('.') !== own) return
    found.push({
      path: [...path, raw.key].join('.'),
      name: nameOf(known),
      type: known.type,
      choices: choicesOf(known),
    })
  })
  return found
}

/** Whether another component in the same room has this key. */
export const isTaken = (list: readonly Raw[], tag: string, key: string): boolean => {
  const roomOf = (above: readonly Raw[]): string => above.findLast(({ tree }) => tree === true)?.tag ?? ''
  const own = roomOf(wayTo(list, tag).slice(0, -1))
  let taken = false
  everyRaw(list, (raw, above) => {
    if (raw.tag !== tag && raw.key === key && roomOf(above) === own) taken = true
  })
  return taken
}
