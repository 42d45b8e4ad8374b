import type { Component } from './component.ts'
import type { Say } from './finding.ts'
import { isProgram, judgeElement, judgeMarkup, type MarkupFault } from './markup.ts'

/** Keys whose text Form.io runs as JavaScript, wherever they stand. An object there is JSON Logic. */
const scriptKeys: ReadonlySet<string> = new Set([
  'customConditional',
  'customDefaultValue',
  'calculateValue',
  'custom',
  'customAction',
  'javascript',
  'schemaDefinition',
  'disableFunction',
  'conditionalAddButton',
  'displayAsTableCondition',
  'customOptionsFunction',
  'addRowCondition',
  'beforeSubmit',
])
/** Keys that load or replace something from elsewhere. */
const foreignKeys: ReadonlySet<string> = new Set([
  'serverOverride',
  'module',
  'fetch',
  'trigger.event',
  'reference',
])
const sourceKeys: ReadonlySet<string> = new Set(['url', 'resource', 'indexeddb', 'headers', 'authenticate'])
/** The children of layout components are components of their own. */
const nested: ReadonlySet<string> = new Set(['components', 'columns', 'rows'])
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const isFilled = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : typeof value === 'object' && value !== null
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
    if (typeof value === 'string') return lookText(component, value, key, pointer, say)
    if (typeof value !== 'object' || value === null) return undefined
    if (depth > 40) return say('too-deep.content', pointer)
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length && budget.left >= 0; i++)
        look(value[i], key, `${pointer}/${i}`, depth + 1)
      return undefined
    }
    for (const name of Object.keys(value)) {
      if (budget.left < 0) return undefined
      const inner = (value as Record<string, unknown>)[name]
      const at = `${pointer}/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (reserved.has(name)) say('reserved-name', at, { name })
      else if (foreignKeys.has(name) && isFilled(inner)) say('foreign', at, { name })
      else look(inner, name, at, depth + 1)
    }
    return undefined
  }
  if (component.type === 'htmlelement') {
    sayMarkup(judgeElement(component['tag'], undefined), '/tag', say)
    sayMarkup(judgeElement(undefined, component['attrs']), '/attrs', say)
  }
  for (const name of Object.keys(component)) {
    if (nested.has(name) || budget.left < 0) continue
    const value = component[name]
    const at = `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (reserved.has(name)) say('reserved-name', at, { name })
    else if (foreignKeys.has(name) && isFilled(value)) say('foreign', at, { name })
    else look(value, name, at, 1)
  }
}

const lookText = (component: Component, text: string, key: string, pointer: string, say: Say): undefined => {
  if (text.trim() === '') return
  if (scriptKeys.has(key)) say('script.code', pointer, { key })
  else if (sourceKeys.has(key) && component.type !== 'url' && !pointer.startsWith('/properties'))
    say('remote.address', pointer)
  else if (text.length > 100_000) say('text-long', pointer)
  else if (key === 'pattern' || key === 'inputMask' || key === 'key') return
  else if (/\bmoment\s*\(/.test(text)) say('moment', pointer)
  else if (isProgram(text)) say('template', pointer)
  else sayMarkup(judgeMarkup(text), pointer, say)
}

const sayMarkup = (verdict: MarkupFault | undefined, pointer: string, say: Say): undefined => {
  if (verdict) say(verdict, pointer)
}
