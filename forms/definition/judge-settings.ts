import { isFlag, isList, isNumber, isRecord, isText } from '../logic/index.ts'
import { isLocalDate } from '../standards/index.ts'
import { type Component, formats } from './component.ts'
import type { Say } from './finding.ts'
import { judgePattern } from './pattern.ts'
import { type Kind, limits } from './types.ts'
import type { WordKey } from './words.ts'

/** Says of a setting that is there what is wrong with it. */
type Judge = (value: unknown, kind: Kind, component: Component, path: string) => WordKey | false | undefined

const isOneOf = (known: readonly unknown[], value: unknown): boolean => known.includes(value)

export const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** Components whose value, if they have any, is made of what stands inside them: none can be assigned. */
export const hasNoAnswer = (kind: Kind): boolean =>
  isOneOf(['container', 'grid', 'layout', 'static'] satisfies Kind[], kind)

const isoDate =
  /^[1-9]\d{3}-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/
/** A date of the calendar, with a time or without: only such a bound is one. */
export const isIsoDate = (value: unknown): boolean =>
  isText(value) && isoDate.test(value) && isLocalDate(value.slice(0, 10))

const notNumber = (value: unknown): boolean =>
  !isFlag(value) && !((isNumber(value) || isText(value)) && Number.isFinite(Number(value)))

/** What stands at a path of one or two steps. */
export const settingOf = (component: Component, [first = '', second]: readonly string[]): unknown => {
  const value = component[first]
  return second === undefined ? value : isRecord(value) ? value[second] : undefined
}

/** Judges the settings that are there, each by itself. */
export const settingJudge = (judges: readonly (readonly [paths: string, judge: Judge])[]) => {
  const settings = judges.flatMap(([paths, judge]) =>
    paths.split(' ').map((path) => ({ path, steps: path.split('/'), judge })),
  )
  return (component: Component, kind: Kind, say: Say): undefined => {
    for (const { path, steps, judge } of settings) {
      const value = settingOf(component, steps)
      const words = isFilled(value) && judge(value, kind, component, path)
      if (words) say(words, `/${path}`, { name: steps.at(-1) ?? '' })
    }
  }
}

/** What is wrong with the single settings of a component, so that they would not mean what they say. */
export const judgeSettings = (component: Component, kind: Kind, inGrid: boolean, say: Say): undefined => {
  judgeEach(component, kind, say)
  if (component['allowMultipleMasks'] === true) say('mask.several', '/inputMask')
  const unique = component['unique'] === true || settingOf(component, ['validate', 'unique']) === true
  if (unique && !inGrid && kind !== 'grid') say('unique', '/unique')
}

/** By the path of the setting in its component; what is said is said of that place. */
const judgeEach = settingJudge([
  [
    'validate properties conditional datePicker fields errors data',
    (value) => !isRecord(value) && 'shape.object',
  ],
  [
    'validate/min validate/max validate/minLength validate/maxLength validate/minWords validate/maxWords validate/minSelectedCount validate/maxSelectedCount',
    (value) => notNumber(value) && 'limit.number',
  ],
  // Builders write `any` for no step at all.
  ['validate/step', (value) => value !== 'any' && notNumber(value) && 'limit.number'],
  ['validate/maxLength', (value, kind) => kind === 'grid' && Number(value) > limits.rowsMax && 'rows'],
  [
    'validate/pattern',
    (value) => {
      const verdict = isText(value) ? judgePattern(value) : 'shape'
      return verdict !== 'safe' && `pattern.${verdict}`
    },
  ],
  [
    'datePicker/minDate datePicker/maxDate',
    (value, kind) => kind === 'datetime' && !isIsoDate(value) && 'date',
  ],
  ['minDate maxDate', (value, kind) => kind === 'day' && !isIsoDate(value) && 'date'],
  [
    'properties/format',
    (value, kind) =>
      !isOneOf(formats, value)
        ? 'format.unknown'
        : (value === 'money' ? kind !== 'number' : kind !== 'text') &&
          !(value === 'cn-division' && kind === 'choice') &&
          'format.here',
  ],
  [
    'inputMask',
    (value) =>
      isList(value) ? 'mask.several' : isText(value) && value.length > limits.mask && 'mask.length',
  ],
  ['calculateValue', (_, kind) => hasNoAnswer(kind) && 'calculate-here'],
  ['logic', (value) => isRecord(value) && 'shape.logic'],
])
