import { textual } from '../../logic/index.ts'
import type { Option } from '../component.ts'
import { optionsOf, surveyPart } from '../options.ts'
import type { CompatibilityClass } from './compatibility.ts'
import { at } from './same.ts'
import type { Say } from './say.ts'
import type { Seat } from './seat.ts'
import { quote } from './words.ts'

/** The choices of a question, by their value: that is what an answer holds. */
export const judgeChoices = (was: Seat, is: Seat, say: Say): void => {
  const [a, b] = [was.component, is.component]
  if (is.kind === 'survey') {
    const required = at(b, 'validate.required') === true
    for (const part of ['questions', 'values'] as const) {
      const added = part === 'questions' && required ? 'tightens' : 'compatible'
      judgeList(surveyPart(a, part), surveyPart(b, part), part, added, is, say)
    }
    return
  }
  const [older, newer] = [a, b].map((component) => at(component, 'properties.options'))
  if (older !== newer) say.setting('loses-answers', 'properties.options', older, newer)
  else if (typeof newer !== 'string')
    judgeList(optionsOf(a), optionsOf(b), placeOf(is), 'compatible', is, say)
}

/** Where the choices are written. */
const placeOf = ({ component }: Seat): string => {
  if (component.type !== 'select') return 'values'
  if (component['dataSrc'] === 'json') return 'data/json'
  return Array.isArray(at(component, 'data.values')) ? 'data/values' : 'values'
}

const judgeList = (
  older: readonly Option[],
  newer: readonly Option[],
  place: string,
  added: CompatibilityClass,
  seat: Seat,
  say: Say,
): void => {
  const noun = place === 'questions' ? '问题' : '选项'
  const before = new Map(older.map((option) => [String(option.value), option]))
  const after = new Set(newer.map(({ value }) => String(value)))
  const raw = at(seat.component, place.replace('/', '.'))
  const rows = new Map(
    Array.isArray(raw) ? raw.map((one: unknown, i) => [textual(at(one, 'value') ?? one), i]) : [],
  )
  const pointer = (name: string) => {
    const row = rows.get(name)
    return `${seat.pointer}/${place}${row === undefined ? '' : `/${row}`}`
  }
  for (const { value, label } of newer) {
    const name = String(value)
    const was = before.get(name)
    const at = pointer(name)
    if (!was) say.line(added, { code: 'option-added', what: `新增${noun}${quote(label)}`, pointer: at })
    else if (was.label !== label)
      say.line('changes-meaning', {
        code: 'option-label',
        what: `的${noun}${quote(was.label)}改为${quote(label)}`,
        pointer: at,
      })
    if (was && typeof was.value !== typeof value)
      say.line('changes-meaning', {
        code: 'option-value',
        what: `的${noun}${quote(label)}取值类型已修改`,
        pointer: at,
      })
  }
  for (const { value, label } of older)
    if (!after.has(String(value)))
      say.line('loses-answers', {
        code: 'option-removed',
        what: `删除${noun}${quote(label)}`,
        pointer: `${seat.pointer}/${place}`,
      })
}
