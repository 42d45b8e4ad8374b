import { finite, isBlank, isFlag, isList, isObject, isRecord, isText, numeric, own } from '../logic/index.ts'
import { instantOf } from '../standards/index.ts'
import { type Component, formats } from './component.ts'
import type { Say } from './finding.ts'
import { holdsValue } from './outline.ts'
import { judgePattern } from './pattern.ts'
import { isHolder, type Kind, limits } from './types.ts'
import type { WordKey } from './words.ts'

/** Says of a setting that is there what is wrong with it. */
type Judge = (value: unknown, kind: Kind, component: Component, name: string) => WordKey | false | undefined

/** Components whose value, if they have any, is made of what stands inside them: none can be assigned. */
export const hasNoAnswer = (kind: Kind): boolean => isHolder(kind) || !holdsValue(kind)

const notNumber = (value: unknown): boolean =>
  !isFlag(value) && (isObject(value) || finite(value) === undefined)

/** A setting of a component, or of the object that stands in it under `within`. */
export const settingOf = (component: Component, within: string, name: string): unknown =>
  own(within === '' ? component : component[within], name)

/** Settings of a component, or of an object in it (`within`), by their names, with what judges each. */
type Row = readonly [within: string, names: string, judge: Judge]

/** Judges the settings that are there, each by itself; what is said is said of its place. */
export const settingJudge = (rows: readonly Row[]) => {
  const settings = rows.flatMap(([within, names, judge]) =>
    names.split(' ').map((name) => ({ within, name, judge, pointer: `${within && `/${within}`}/${name}` })),
  )
  return (component: Component, kind: Kind, say: Say): undefined => {
    for (const { within, name, judge, pointer } of settings) {
      const value = settingOf(component, within, name)
      const words = !isBlank(value) && judge(value, kind, component, name)
      if (words) say(words, pointer, { name })
    }
  }
}

/** What is wrong with the single settings of a component, so that they would not mean what they say. */
export const judgeSettings = (component: Component, kind: Kind, inGrid: boolean, say: Say): undefined => {
  judgeEach(component, kind, say)
  if (component['allowMultipleMasks'] === true) say('mask.several', '/inputMask')
  const unique = component['unique'] === true || settingOf(component, 'validate', 'unique') === true
  if (unique && !inGrid && kind !== 'grid') say('unique', '/unique')
}

const judgeEach = settingJudge([
  [
    '',
    'validate properties conditional datePicker fields errors data',
    (value) => !isRecord(value) && 'shape.object',
  ],
  [
    'validate',
    'min max minLength maxLength minWords maxWords minSelectedCount maxSelectedCount',
    (value) => notNumber(value) && 'limit.number',
  ],
  // Builders write `any` for no step at all.
  ['validate', 'step', (value) => value !== 'any' && notNumber(value) && 'limit.number'],
  ['validate', 'maxLength', (value, kind) => kind === 'grid' && numeric(value) > limits.rowsMax && 'rows'],
  [
    'validate',
    'pattern',
    (value) => {
      const verdict = isText(value) ? judgePattern(value) : 'shape'
      return verdict !== 'safe' && `pattern.${verdict}`
    },
  ],
  [
    'datePicker',
    'minDate maxDate',
    (value, kind) => kind === 'datetime' && instantOf(value) === null && 'date',
  ],
  ['', 'minDate maxDate', (value, kind) => kind === 'day' && instantOf(value) === null && 'date'],
  [
    'properties',
    'format',
    (value, kind) =>
      !formats.some((known) => known === value)
        ? 'format.unknown'
        : (value === 'money' ? kind !== 'number' : kind !== 'text') &&
          !(value === 'cn-division' && kind === 'choice') &&
          'format.here',
  ],
  [
    '',
    'inputMask',
    (value) =>
      isList(value) ? 'mask.several' : isText(value) && value.length > limits.mask && 'mask.length',
  ],
  ['', 'calculateValue', (_, kind) => hasNoAnswer(kind) && 'calculate-here'],
  ['', 'logic', (value) => isRecord(value) && 'shape.logic'],
])
