import type { Component } from './component.ts'
import type { FormDocument, OutcomeDefinition, RecommendDefinition } from './document.ts'
import { type Findings, type LintFinding, newFindings } from './finding.ts'
import { graph } from './graph.ts'
import { lintComponent } from './lint-component.ts'
import { lintDefault } from './lint-default.ts'
import { lintLogic } from './lint-logic.ts'
import { lintOutcomes } from './lint-outcomes.ts'
import { type Budget, lintScript } from './lint-script.ts'
import { holdsValue, type Outline, outline } from './outline.ts'
import { isRecord } from './record.ts'
import { kindOf, limits } from './types.ts'
import { nests, type Place, walk } from './walk.ts'

export type LintOptions = {
  readonly outcomes?: readonly OutcomeDefinition[]
  readonly recommends?: readonly RecommendDefinition[]
}

/**
 * Says everything for which the profile refuses a definition (`error`), and what it only minds (`warning`).
 * Takes any JSON, also deep, huge, cyclic or of wrong types, in bounded time, and never throws.
 * Pointers lead into the definition; those of the options begin `/outcomes` and `/recommends`.
 */
export const lint = (definition: unknown, options: LintOptions = {}): readonly LintFinding[] => {
  const findings = newFindings()
  try {
    lintAll(definition, options, findings)
  } catch {
    // A belt for what is no JSON (getters, proxies): closed, never passed.
    findings.about(undefined, '', '')('unreadable', '', '表单内容无法读取。')
  }
  return findings.list
}

/** The same for a whole form document: pointers lead into the document (`/definition/components/0`, `/outcomes/0/value`). */
export const lintForm = (form: FormDocument): readonly LintFinding[] => {
  const inner = lint(form.definition, {
    ...(form.outcomes && { outcomes: form.outcomes }),
    ...(form.recommends && { recommends: form.recommends }),
  })
  return inner.map((finding) =>
    /^\/(?:outcomes|recommends)(?:\/|$)/.test(finding.pointer)
      ? finding
      : { ...finding, pointer: `/definition${finding.pointer}` },
  )
}

const lintAll = (definition: unknown, options: LintOptions, findings: Findings): undefined => {
  const say = findings.about(undefined, '', '')
  if (!isRecord(definition)) return say('shape', '', '表单应当是一个对象。')
  const { display, components } = definition
  if (display !== undefined && display !== 'form' && display !== 'wizard')
    say('display', '/display', '表单的形式只能是 form 或 wizard。')
  if (!Array.isArray(components)) return say('shape', '/components', '表单要有一个组件列表。')
  if (components.length === 0) say('empty', '/components', '表单里还没有组件。', 'warning')
  if (!lintPlaces(definition, findings)) return
  const outlined = outline(definition)
  for (const entry of outlined.entries)
    lintLogic(entry, findings.about(entry.component, entry.path, entry.pointer))
  lintGraph(outlined, findings)
  lintOutcomes(options.outcomes, options.recommends, outlined, say)
}

/** Every component by itself. False: there are too many to go on. */
const lintPlaces = (definition: Record<string, unknown>, findings: Findings): boolean => {
  const budget: Budget = { left: 200_000 }
  const seen = new Map<Place | undefined, Map<string, Component>>()
  let count = 0
  let whole = true
  walk(definition, (place) => {
    const { component, path, pointer } = place
    const say = findings.about(component, path, pointer)
    if (++count > limits.components) {
      say('too-many', '', `表单最多 ${limits.components} 个组件。`)
      whole = false
      return 'stop'
    }
    if (place.depth >= limits.depth) {
      say('too-deep', '', `组件最多嵌套 ${limits.depth} 层。`)
      whole = false
      return false
    }
    lintScript(component, say, budget)
    if (budget.left < 0) {
      say('too-large', '', '表单内容太大，请拆分。')
      whole = false
      return 'stop'
    }
    const kind = kindOf(component.type)
    if (!kind) {
      say('type', '/type', typeWords(component.type))
      return false
    }
    lintKey(place, holdsValue(kind), seen, say)
    lintComponent(
      component,
      kind,
      place.holder?.component.type === 'datagrid' || place.holder?.component.type === 'editgrid',
      say,
    )
    lintDefault(component, kind, say)
    if (holdsValue(kind) && place.parent === undefined && definition['display'] === 'wizard')
      say('wizard', '', '向导式表单的字段要放在页面（面板）里。')
    for (const nest of nests(component, pointer))
      if (nest.components.length > limits.components) {
        say('too-many', '', `表单最多 ${limits.components} 个组件。`)
        whole = false
        return 'stop'
      } else if (!nest.components.every(isRecord)) say('shape', '', '组件列表里有不是组件的内容。')
    return undefined
  })
  const list = definition['components'] as unknown[]
  if (list.length <= limits.components && !list.every(isRecord))
    findings.about(undefined, '', '')('shape', '/components', '组件列表里有不是组件的内容。')
  return whole
}

const typeWords = (type: unknown): string =>
  type === undefined || type === null || type === ''
    ? '这个组件没有写明类型（type）。'
    : typeof type === 'string'
      ? `不支持「${type.slice(0, 40)}」类型的组件。`
      : '组件的类型（type）应当是文字。'

const lintKey = (
  place: Place,
  needed: boolean,
  seen: Map<Place | undefined, Map<string, Component>>,
  say: ReturnType<Findings['about']>,
): undefined => {
  const { component, holder } = place
  const { key } = component
  if (key === undefined || key === '') {
    if (needed || component.conditional || component.logic) say('key', '/key', '这个组件还没有键（key）。')
    return
  }
  if (typeof key !== 'string' || !/^[A-Za-z][\w-]{0,99}$/.test(key))
    return say('key', '/key', '键（key）要以字母开头，只用字母、数字、下划线、连字符，最多 100 个字符。')
  if (key in {} || key === 'prototype')
    return say('reserved-name', '/key', `不能使用保留名称「${key}」作为键。`)
  const siblings = seen.get(holder) ?? new Map<string, Component>()
  seen.set(holder, siblings)
  const other = siblings.get(key)
  if (other) {
    const value = needed || holdsValue(kindOf(other.type) ?? 'static')
    say('key-twice', '/key', `键「${key}」在同一层里用了两次。`, value ? 'error' : 'warning')
  } else siblings.set(key, component)
  return undefined
}

const lintGraph = (outlined: Outline, findings: Findings): undefined => {
  const { cycles, faults } = graph(outlined)
  for (const { entry, pointer, code, message } of faults)
    findings.about(entry.component, entry.path, '')(code, pointer, message)
  for (const cycle of cycles) {
    const [first] = cycle
    if (!first) continue
    const names = cycle.map(({ label, path }) => `${label}（${path}）`).join(' → ')
    findings.about(first.component, first.path, first.pointer)(
      'cycle',
      '',
      `计算或条件绕成了圈，无法得出结果：${names}。`,
    )
  }
}
