import { Processors, processSync } from '@formio/core/process'
import { Evaluator } from '@formio/core/utils'
import type { Definition } from '#forms/definition'

/** What `@formio/core` says: the answers it would store, and which of its rules refused which path. */
export type Verdict = {
  readonly answers: Readonly<Record<string, unknown>>
  readonly errors: readonly { readonly path: string; readonly rule: string }[]
  /** It threw instead of answering. */
  readonly threw?: string
}

type Scope = {
  errors?: readonly { readonly ruleName: string; readonly context: { readonly path: string } }[]
}

/** Every list of components at any depth, so that a setting can be written into each of them. */
const everyComponent = (json: unknown, visit: (component: Record<string, unknown>) => void): void => {
  if (Array.isArray(json)) {
    for (const item of json) everyComponent(item, visit)
    return
  }
  if (typeof json !== 'object' || json === null) return
  const component = json as Record<string, unknown>
  if (typeof component['type'] === 'string') visit(component)
  for (const name of ['components', 'columns', 'rows']) everyComponent(component[name], visit)
}

const quiet = <T>(run: () => T): T => {
  const { warn, error, log } = console
  const mute = (): void => undefined
  Object.assign(console, { warn: mute, error: mute, log: mute })
  try {
    return run()
  } finally {
    Object.assign(console, { warn, error, log })
  }
}

/**
 * Runs the peer with all its processors, as its server does. It writes into definition and answers alike, so it
 * gets copies. Nothing in them may be run as a script. Calculations are switched on (`calculateServer`): without
 * that the peer takes whatever the client says was calculated. Date limits are written where the peer looks for them.
 */
export const peer = (definition: Definition, answers: object): Verdict => {
  Evaluator.noeval = true
  const components = structuredClone(definition.components)
  everyComponent(components, (component) => {
    if (component['calculateValue']) component['calculateServer'] = true
    const { minDate = '', maxDate = '' } = (component['datePicker'] ?? {}) as Record<string, unknown>
    if (component['type'] === 'datetime') component['widget'] = { minDate, maxDate }
  })
  const data = structuredClone(answers)
  const scope: Scope = {}
  const context = {
    form: { ...definition, components },
    submission: { data },
    components,
    data,
    processors: Processors,
    scope,
    config: { server: true },
  }
  const errorsOf = () =>
    (scope.errors ?? []).map(({ ruleName, context: { path } }) => ({ path, rule: ruleName }))
  try {
    quiet(() => processSync(context as never))
  } catch (error) {
    return { answers: {}, errors: errorsOf(), threw: String(error).slice(0, 80) }
  }
  return { answers: context.data as Record<string, unknown>, errors: errorsOf() }
}
