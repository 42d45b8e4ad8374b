import { isList, isObject, isText, pointerStep, reservedNames } from '../logic/index.ts'
import type { Component } from './component.ts'
import type { Say } from './finding.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Keys whose text Form.io runs as JavaScript, wherever they stand. An object there is JSON Logic. */
const scriptKeys = names(
  'customConditional customDefaultValue calculateValue custom customAction javascript schemaDefinition disableFunction conditionalAddButton displayAsTableCondition customOptionsFunction addRowCondition beforeSubmit',
)
/** Keys that load or replace something from elsewhere. */
const foreignKeys = names('serverOverride module fetch trigger.event reference')
/** The children of layout components are components of their own. */
const nested = names('components columns rows')

const isFilled = (value: unknown): boolean =>
  isText(value)
    ? value.trim() !== ''
    : isObject(value)
      ? Object.keys(value).length > 0
      : value !== undefined && value !== null && value !== false

/** How many JSON values are looked at in one form. */
export type Budget = { left: number }

/** Looks at a text that is no script: its key, where it stands in its component. */
export type TextJudge = (
  text: string,
  key: string,
  pointer: string,
  component: Component,
  say: Say,
) => undefined

/**
 * Looks through everything that a component says for what could run or load: JavaScript, parts from elsewhere, and keys
 * that reach an object's prototype. Bounded by the budget. Other texts are shown to `judgeText`.
 */
export const judgeScript = (
  component: Component,
  say: Say,
  budget: Budget,
  judgeText?: TextJudge,
): undefined => {
  const look = (value: unknown, key: string, pointer: string, depth: number): undefined => {
    if (--budget.left < 0) return
    if (isText(value)) {
      if (value.trim() === '') return
      if (scriptKeys.has(key)) return say('script.code', pointer, { key })
      if (value.length > 100_000) return say('text-long', pointer)
      if (!value.isWellFormed() || value.includes('\u0000')) return say('sign', pointer)
      return judgeText?.(value, key, pointer, component, say)
    }
    if (!isObject(value)) return
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
  lookInside(component, '', 0)
}
