import { type Component, type Definition, kindOf, nests } from '#forms/definition'
import { join } from './path.ts'

/** One part of a form as the worker walks through it: a panel of the top level, or what stands between panels. */
export type Step = {
  readonly key: string
  readonly title: string
  readonly components: readonly Component[]
  /** Data paths of everything inside; an error belongs to the step that has its path. */
  readonly paths: ReadonlySet<string>
  /** Path under which `hidden` names the whole panel. */
  readonly panel: string | undefined
}

/** Top-level panels become the parts of the form, whether it says `wizard` or not; loose components share one. */
export function stepsOf(definition: Definition): readonly Step[] {
  const steps: Step[] = []
  let loose: Component[] = []
  const flush = () => {
    if (loose.length > 0) steps.push(stepOf(`part-${steps.length + 1}`, '', loose, undefined))
    loose = []
  }
  for (const component of definition.components) {
    if (component.type === 'button') continue
    if (component.type !== 'panel') {
      loose.push(component)
      continue
    }
    flush()
    const key = component.key ?? `part-${steps.length + 1}`
    steps.push(stepOf(key, component['title'] ?? component.label, component.components ?? [], component.key))
  }
  flush()
  return steps
}

const stepOf = (
  key: string,
  title: unknown,
  components: readonly Component[],
  panel: string | undefined,
): Step => ({
  key,
  title: typeof title === 'string' ? title : '',
  components,
  paths: new Set(components.flatMap((component) => pathsOf(component, ''))),
  panel,
})

/** Data paths of the answers at and under a component; rows of a grid are covered by the grid's own path. */
function pathsOf(component: Component, prefix: string): readonly string[] {
  const kind = kindOf(component.type)
  const path = join(prefix, component.key ?? '')
  if (kind === 'layout' || kind === 'container') {
    const inner = nests(component, '').flatMap(({ components }) => components as readonly Component[])
    const below = inner.flatMap((one) => pathsOf(one, kind === 'container' ? path : prefix))
    return kind === 'container' ? [path, ...below] : below
  }
  return kind === 'static' || kind === undefined ? [] : [path]
}

/** Whether the path, or what it lies below, stands in the part. */
export function belongsTo({ paths }: Step, path: string): boolean {
  if (paths.has(path)) return true
  for (let end = path.length - 1; end > 0; end--)
    if ((path[end] === '.' || path[end] === '[') && paths.has(path.slice(0, end))) return true
  return false
}
