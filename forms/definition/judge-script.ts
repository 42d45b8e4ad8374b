import { isList, isObject, isText, pointerStep, reservedNames } from '../logic/index.ts'
import type { Component } from './component.ts'
import type { Say } from './finding.ts'
import { isProgram, judgeAttributes, judgeMarkup, judgeTag } from './markup.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Keys whose text Form.io runs as JavaScript, wherever they stand. An object there is JSON Logic. */
const scriptKeys = names(
  'customConditional customDefaultValue calculateValue custom customAction javascript schemaDefinition disableFunction conditionalAddButton displayAsTableCondition customOptionsFunction addRowCondition beforeSubmit',
)
/** Keys that load or replace something from elsewhere. */
const foreignKeys = names('serverOverride module fetch trigger.event reference')
const sourceKeys = names('url resource indexeddb headers authenticate')
/** The children of layout components are components of their own. */
const nested = names('components columns rows')

const isFilled = (value: unknown): boolean =>
  isText(value)
    ? value.trim() !== ''
    : isObject(value)
      ? Object.keys(value).length > 0
      : value !== undefined && value !== null && value !== false

/** How many JSON values the linter looks at in one form. */
export type Budget = { left: number }

/**
 * Looks through everything that a component says for what could run or load: JavaScript, template programs,
 * scripts in markup, addresses, inlined data, and keys that reach an object's prototype. Bounded by the budget.
 */
export const judgeScript = (component: Component, say: Say, budget: Budget): undefined => {
  const look = (value: unknown, key: string, pointer: string, depth: number): undefined => {
    if (--budget.left < 0) return
    if (isText(value)) return judgeText(component, value, key, pointer, say)
    if (!isObject(value)) return undefined
    if (depth > 40) return say('too-deep.content', pointer)
    if (isList(value))
      for (let i = 0; i < value.length && budget.left >= 0; i++)
        look(value[i], key, `${pointer}/${i}`, depth + 1)
    else lookInside(value as Record<string, unknown>, pointer, depth)
  }
  const lookInside = (
    value: Readonly<Record<string, unknown>>,
    pointer: string,
    depth: number,
  ): undefined => {
    for (const name of Object.keys(value)) {
      if (budget.left < 0) return
      if (depth === 0 && nested.has(name)) continue
      const at = pointer + pointerStep(name.slice(0, 100))
      if (reservedNames.has(name)) say('reserved-name', at, { name })
      else if (foreignKeys.has(name) && isFilled(value[name])) say('foreign', at, { name })
      else look(value[name], name, at, depth + 1)
    }
  }
  if (component.type === 'htmlelement')
    for (const [verdict, pointer] of [
      [judgeTag(component['tag']), '/tag'],
      [judgeAttributes(component['attrs']), '/attrs'],
    ] as const)
      if (verdict) say(verdict, pointer)
  lookInside(component, '', 0)
}

const judgeText = (component: Component, text: string, key: string, pointer: string, say: Say): undefined => {
  if (text.trim() === '') return
  if (scriptKeys.has(key)) return say('script.code', pointer, { key })
  if (sourceKeys.has(key) && component.type !== 'url' && !pointer.startsWith('/properties'))
    return say('remote.address', pointer)
  if (text.length > 100_000) return say('text-long', pointer)
  if (!text.isWellFormed() || text.includes('\u0000')) return say('sign', pointer)
  if (key === 'pattern' || key === 'inputMask' || key === 'key') return
  const verdict = /\bmoment\s*\(/.test(text) ? 'moment' : isProgram(text) ? 'template' : judgeMarkup(text)
  if (verdict) say(verdict, pointer)
}
