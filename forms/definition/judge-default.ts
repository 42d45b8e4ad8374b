import { isBlank, isFlag, isList, isNumber, isObject, isRecord, isScalar, isText } from '../logic/index.ts'
import { instantOf } from '../standards/index.ts'
import type { Component } from './component.ts'
import type { Say } from './finding.ts'
import { optionsOf } from './options.ts'
import { type Kind, limits } from './types.ts'

/** A default that the engine would refuse as an answer makes the form impossible to fill: say so beforehand. */
export const judgeDefault = (component: Component, kind: Kind, say: Say): undefined => {
  const value = component['defaultValue']
  if (isBlank(value)) return
  const items = component['multiple'] === true && isList(value) ? value : [value]
  if (!items.every((item) => fits[kind]?.(item, component) ?? true)) say('default', '/defaultValue')
}

type Fits = (value: unknown, component: Component) => boolean

const isShort: Fits = (value) => isText(value) && value.length <= limits.text
const isNone: Fits = (value) => isList(value) && value.length === 0

/** Kinds that hold no value of their own fit any. */
const fits: Readonly<Partial<Record<Kind, Fits>>> = {
  datetime: (value) => instantOf(value) !== null,
  text: isShort,
  day: isShort,
  time: isShort,
  tags: (value) => isText(value) || isList(value),
  number: (value) => isNumber(value) && Math.abs(value) <= 1e15,
  checkbox: isFlag,
  choice: (value, component) => {
    if (isText(component.properties?.options)) return true
    if (isObject(value)) return Object.keys(value).length === 0
    return optionsOf(component).some((option) => String(option.value) === String(value))
  },
  selectboxes: (value) => isRecord(value) && Object.values(value).every(isFlag),
  survey: isRecord,
  container: isRecord,
  grid: (value) => isList(value) && value.length <= limits.rowsMax && value.every(isRecord),
  computed: isScalar,
  attachment: isNone,
  attachments: isNone,
}
