import type { Component } from '../component.ts'
import { isRecord } from '../record.ts'
import { kindOf, limits } from '../types.ts'
import { nests } from '../walk.ts'
import type { Notes, Origin } from './report.ts'

/**
 * Takes out layers that only arrange (panels, columns, wells without a condition of their own) where components
 * stand deeper than the profile allows. What still is too deep is left out.
 */
export const flattened = (
  components: readonly Component[],
  origins: ReadonlyMap<object, Origin>,
  notes: Notes,
): readonly Component[] => {
  const heights = new Map<object, number>()
  const height = (component: Component): number => {
    const known = heights.get(component)
    if (known !== undefined) return known
    let most = 0
    for (const nest of nests(component, ''))
      for (const child of nest.components)
        if (isRecord(child)) most = Math.max(most, height(child as Component))
    heights.set(component, most + 1)
    return most + 1
  }
  const fitted = (list: readonly Component[], depth: number): readonly Component[] =>
    list.flatMap((component): readonly Component[] => {
      if (!isRecord(component)) return []
      const origin = origins.get(component)
      if (depth + height(component) <= limits.depth) return [component]
      if (depth > 0 && isNeedless(component)) {
        if (origin)
          notes.change(
            origin,
            '',
            'layout',
            `嵌套太深，去掉了「${origin.label}」这一层版面，里面的问题还在。`,
            false,
          )
        return nests(component, '').flatMap(({ components }) =>
          fitted(components as readonly Component[], depth),
        )
      }
      if (depth >= limits.depth - 1 && nests(component, '').length > 0) {
        if (origin)
          notes.refuse(
            origin,
            '',
            'too-deep',
            `「${origin.label}」嵌套太深（最多 ${limits.depth} 层），没有导入；请拆成几张表单。`,
          )
        return []
      }
      return [replaced(component, (inner) => fitted(inner, depth + 1))]
    })
  return fitted(components, 0)
}

const isNeedless = (component: Component): boolean =>
  kindOf(component.type) === 'layout' &&
  !component.conditional &&
  !component.logic &&
  !component['hidden'] &&
  !component['disabled'] &&
  !component['customConditional']

/** The same component with other children; it is changed in place, since the import owns it. */
const replaced = (
  component: Component,
  children: (list: readonly Component[]) => readonly Component[],
): Component => {
  const raw = component as unknown as Record<string, unknown>
  const cell = (value: unknown): void => {
    if (isRecord(value) && Array.isArray(value['components']))
      value['components'] = children(value['components'])
  }
  if (component.type === 'columns' && Array.isArray(raw['columns'])) raw['columns'].forEach(cell)
  else if (component.type === 'table' && Array.isArray(raw['rows']))
    for (const row of raw['rows']) if (Array.isArray(row)) row.forEach(cell)
  if (component.type === 'tabs' && Array.isArray(raw['components'])) raw['components'].forEach(cell)
  else cell(raw)
  return component
}
