import { isBlank, isList, isRecord, isText } from '../logic/index.ts'
import type { Component } from './component.ts'
import type { OutcomeDefinition, RecommendDefinition } from './document.ts'
import { type Findings, type Judgement, newFindings, type Say, type WordValues } from './finding.ts'
import { graph } from './graph.ts'
import { judgeDefault } from './judge-default.ts'
import { judgeLogic } from './judge-logic.ts'
import { judgeOptions } from './judge-options.ts'
import { judgeOutcomes } from './judge-outcomes.ts'
import { type Budget, judgeScript, type TextJudge } from './judge-script.ts'
import { judgeSettings } from './judge-settings.ts'
import { type Entry, holdsValue, type Outline, outline } from './outline.ts'
import { type Kind, kindOf, limits } from './types.ts'
import { brokenCells, nests, type Place, walk } from './walk.ts'
import type { WordKey } from './words.ts'

export type JudgeOptions = {
  readonly outcomes?: readonly OutcomeDefinition[]
  readonly recommends?: readonly RecommendDefinition[]
}

/** What else is looked at on the way. */
export type Also = {
  readonly text?: TextJudge
  readonly component?: (component: Component, kind: Kind, say: Say) => undefined
  /** What to call a circle of rules. */
  readonly circle?: (cycle: readonly Entry[]) => WordValues
}

/**
 * Finds everything for which the engine refuses a definition: what it could not work out, not within bounds, or not as it
 * was meant. `lint` finds what nobody may publish `also`, and says it all in words.
 * Takes any JSON in bounded time and never throws.
 */
export const judge = (
  definition: unknown,
  options: JudgeOptions = {},
  also: Also = {},
): readonly Judgement[] => {
  const findings = newFindings()
  const say = findings.about(undefined, '', '')
  try {
    judgeAll(definition, options, also, findings, say)
  } catch {
    // A belt for what is no JSON (getters, proxies): closed, never passed.
    say('unreadable', '')
  }
  return findings.list
}

const judgeAll = (
  definition: unknown,
  options: JudgeOptions,
  also: Also,
  findings: Findings,
  say: Say,
): undefined => {
  if (!isRecord(definition)) return say('shape.form', '')
  const { display, components } = definition
  if (display !== undefined && display !== 'form' && display !== 'wizard') say('display', '/display')
  if (!isList(components)) return say('shape.components', '/components')
  if (components.length === 0) say('empty', '/components')
  if (components.length <= limits.components && !components.every(isRecord))
    say('shape.component', '/components')
  if (!judgePlaces(definition, also, findings)) return
  const outlined = outline(definition)
  for (const entry of outlined.entries) judgeLogic(entry, findings.about(entry.component, entry.path, ''))
  judgeGraph(outlined, also, findings)
  judgeOutcomes(options.outcomes, options.recommends, outlined, say)
}

/** Every component by itself. False: there are too many to go on. */
const judgePlaces = (definition: Record<string, unknown>, also: Also, findings: Findings): boolean => {
  const budget: Budget = { left: 200_000 }
  const seen = new Map<string, Component>()
  let count = 0
  let whole = true
  walk(definition, (place) => {
    const { component, path, pointer } = place
    const say = findings.about(component, path, pointer)
    const stop = (words: WordKey): 'stop' => {
      whole = false
      say(words, '')
      return 'stop'
    }
    if (++count > limits.components) return stop('too-many')
    if (place.depth >= limits.depth) {
      stop('too-deep')
      return false
    }
    judgeScript(component, say, budget, also.text)
    if (budget.left < 0) return stop('too-large')
    const { type } = component as { readonly type?: unknown }
    const kind = kindOf(type)
    if (!kind) {
      if (isBlank(type)) say('type.missing', '/type')
      else if (isText(type)) say('type.unknown', '/type', { type: type.slice(0, 40) })
      else say('type.shape', '/type')
      return false
    }
    judgeKey(place, holdsValue(kind), seen, say)
    const holder = place.holder?.component.type
    judgeOptions(component, kind, say)
    judgeSettings(component, kind, holder === 'datagrid' || holder === 'editgrid', say)
    judgeDefault(component, kind, say)
    also.component?.(component, kind, say)
    if (holdsValue(kind) && place.parent === undefined && definition['display'] === 'wizard')
      say('wizard', '')
    const cells = brokenCells(component)
    if (cells) say('shape.component', cells)
    for (const nest of nests(component, pointer))
      if (nest.components.length > limits.components) return stop('too-many')
      else if (!nest.components.every(isRecord)) say('shape.component', '')
    return undefined
  })
  return whole
}

const judgeKey = (place: Place, needed: boolean, seen: Map<string, Component>, say: Say): undefined => {
  const { component, holder } = place
  const { key } = component
  if (isBlank(key)) {
    return needed || component.conditional || component.logic ? say('key.missing', '/key') : undefined
  }
  if (!isText(key) || !/^[A-Za-z][\w-]{0,99}$/.test(key)) return say('key.shape', '/key')
  if (key in {} || key === 'prototype') return say('reserved-name.key', '/key', { name: key })
  const name = `${holder?.pointer} ${key}`
  const other = seen.get(name)
  if (other) {
    const value = needed || holdsValue(kindOf(other.type) ?? 'static')
    say(value ? 'key-twice' : 'key-twice.layout', '/key', { key })
  } else seen.set(name, component)
  return undefined
}

const judgeGraph = (outlined: Outline, also: Also, findings: Findings): undefined => {
  const { cycles, faults } = graph(outlined)
  for (const { entry, pointer, words, values } of faults)
    findings.about(entry.component, entry.path, '')(words, pointer, values)
  for (const cycle of cycles) {
    const [first] = cycle
    if (!first) continue
    findings.about(first.component, first.path, first.pointer)('cycle', '', also.circle?.(cycle))
  }
}
