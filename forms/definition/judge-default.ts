import type { Component } from './component.ts'
import type { Say } from './finding.ts'
import { optionsOf } from './options.ts'
import { isRecord } from './record.ts'
import { type Kind, limits } from './types.ts'

/** A default that the engine would refuse as an answer makes the form impossible to fill: say so beforehand. */
export const judgeDefault = (component: Component, kind: Kind, say: Say): undefined => {
  const value = component['defaultValue']
  if (value === undefined || value === null || value === '') return
  const items = component['multiple'] === true && Array.isArray(value) ? value : [value]
  if (!items.every((item) => fits(item, kind, component))) say('default', '/defaultValue')
}

const fits = (value: unknown, kind: Kind, component: Component): boolean => {
  switch (kind) {
    case 'text':
    case 'datetime':
    case 'day':
    case 'time':
      return typeof value === 'string' && value.length <= limits.text
    case 'tags':
      return typeof value === 'string' || Array.isArray(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'checkbox':
      return typeof value === 'boolean'
    case 'choice': {
      if (typeof component.properties?.options === 'string') return true
      if (isRecord(value) || Array.isArray(value)) return Object.keys(value).length === 0
      return optionsOf(component).some((option) => String(option.value) === String(value))
    }
    case 'selectboxes':
      return isRecord(value) && Object.values(value).every((on) => typeof on === 'boolean')
    case 'survey':
    case 'container':
      return isRecord(value)
    case 'grid':
      return Array.isArray(value) && value.length <= limits.rowsMax && value.every(isRecord)
    case 'computed':
      return typeof value !== 'object'
    case 'attachment':
    case 'attachments':
      return Array.isArray(value) && value.length === 0
    default:
      return true
  }
}
