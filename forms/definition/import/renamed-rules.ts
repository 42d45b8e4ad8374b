import type { Component } from '../component.ts'
import { walk } from '../walk.ts'
import type { Renaming } from './keys.ts'

type Raw = Record<string, unknown>

/** Follows changed keys in every rule that names them: conditions, triggers, and JSON Logic written in the source. */
export const followRenamings = (components: readonly Component[], renamings: readonly Renaming[]): void => {
  if (renamings.length === 0) return
  const paths = new Map(renamings.map(({ from, to }) => [from, to]))
  const short = new Map(renamings.map(({ from, to }) => [last(from), last(to)]))
  const name = (old: unknown): unknown =>
    typeof old === 'string' ? (paths.get(old) ?? short.get(old) ?? longer(paths, old)) : old
  walk({ components }, ({ component }) => {
    const raw = component as unknown as Raw
    for (const member of ['conditional', 'calculateValue', 'validate', 'logic'])
      if (raw[member] !== undefined) raw[member] = follow(raw[member], name, paths, short, 0)
    return undefined
  })
}

const last = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

const longer = (paths: ReadonlyMap<string, string>, path: string): string => {
  for (const [from, to] of paths) if (path.startsWith(`${from}.`)) return to + path.slice(from.length)
  return path
}

const follow = (
  value: unknown,
  name: (old: unknown) => unknown,
  paths: ReadonlyMap<string, string>,
  short: ReadonlyMap<string, string>,
  depth: number,
): unknown => {
  if (depth > 60 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => follow(item, name, paths, short, depth + 1))
  const copy: Raw = {}
  for (const [key, inner] of Object.entries(value as Raw)) {
    if ((key === 'when' || key === 'component') && typeof inner === 'string') copy[key] = name(inner)
    else if (key === 'var') copy[key] = variable(inner, paths, short)
    else if (key !== '__proto__') copy[key] = follow(inner, name, paths, short, depth + 1)
  }
  return copy
}

const variable = (
  given: unknown,
  paths: ReadonlyMap<string, string>,
  short: ReadonlyMap<string, string>,
): unknown => {
  if (Array.isArray(given)) return [variable(given[0], paths, short), ...given.slice(1)]
  if (typeof given !== 'string') return given
  if (given.startsWith('data.')) {
    const path = given.slice(5)
    return `data.${paths.get(path) ?? longer(paths, path)}`
  }
  if (given.startsWith('row.')) {
    const key = given.slice(4)
    return `row.${short.get(key) ?? key}`
  }
  return short.get(given) ?? given
}
