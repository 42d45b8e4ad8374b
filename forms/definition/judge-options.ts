import { isRecord, isText } from '../logic/index.ts'
import type { Component, Option } from './component.ts'
import type { Say } from './finding.ts'
import { optionsOf, surveyPart } from './options.ts'
import { type Kind, limits } from './types.ts'

/** The choices of a component: there must be some, not too many, none twice, and none from elsewhere. */
export const judgeOptions = (component: Component, kind: Kind, say: Say): undefined => {
  if (kind === 'survey')
    for (const part of ['questions', 'values'] as const)
      judgeList(surveyPart(component, part), `/${part}`, `options.${part}`, say)
  if (kind !== 'choice' && kind !== 'selectboxes') return
  const select = component.type === 'select'
  const source = component['dataSrc'] ?? ''
  if (select && source !== '' && source !== 'values' && source !== 'json') say('remote.options', '/dataSrc')
  else if (!isRecord(component.properties) || !isText(component.properties.options))
    judgeList(optionsOf(component), select ? '/data/values' : '/values', 'options.none', say)
}

const judgeList = (
  list: readonly Option[],
  pointer: string,
  none: 'options.none' | 'options.questions' | 'options.values',
  say: Say,
): undefined => {
  if (list.length === 0) say(none, pointer)
  if (list.length > limits.options) say('options.many', pointer)
  const seen = new Set<string>()
  for (const { value } of list.slice(0, limits.options)) {
    const name = String(value)
    if (seen.has(name)) say('option-twice', pointer, { option: name.slice(0, 40) })
    if (name in {} || name === 'prototype') say('reserved-name.option', pointer, { name })
    if (name.length > 500) say('options.long', pointer)
    seen.add(name)
  }
}
