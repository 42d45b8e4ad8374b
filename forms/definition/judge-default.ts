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
  if (!items.every((item) => fits(item, kind, component))) say('default', '/defaultValue')
}

const fits = (value: unknown, kind: Kind, component: Component): boolean => {
  switch (kind) {
    case 'datetime':
      return instantOf(value) !== null
    case 'text':
    case 'day':
    case 'time':
      return isText(value) && value.length <= limits.text
    case 'tags':
      return isText(value) || isList(value)
    case 'number':
      return isNumber(value) && Math.abs(value) <= 1e15
    case 'checkbox':
      return isFlag(value)
    case 'choice':
      if (isText(component.properties?.options)) return true
      if (isObject(value)) return Object.keys(value).length === 0
      return optionsOf(component).some((option) => String(option.value) === String(value))
    case 'selectboxes':
      return isRecord(value) && Object.values(value).every(isFlag)
    case 'survey':
    case 'container':
      return isRecord(value)
    case 'grid':
      return isList(value) && value.length <= limits.rowsMax && value.every(isRecord)
    case 'computed':
      return isScalar(value)
    case 'attachment':
    case 'attachments':
      return isList(value) && value.length === 0
    default:
      return true
  }
}
