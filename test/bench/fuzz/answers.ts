import { junk, names } from './junk.ts'
import type { Random } from './random.ts'

type Json = Record<string, unknown>
const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
const file = { attachment: '01JD0000000000000000000000', sha256: 'a'.repeat(64) }

/** An answer such as a person gives. */
const plausible = (random: Random, component: Json, depth: number): unknown => {
  switch (component['type']) {
    case 'number':
    case 'currency':
      return random.pick([0, 1, 3, 5, 1.5])
    case 'checkbox':
      return random.chance(0.5)
    case 'radio':
    case 'select': {
      const value = choiceOf(random, component)
      return component['multiple'] === true ? [value] : value
    }
    case 'selectboxes': {
      const value = choiceOf(random, component)
      return typeof value === 'string' ? { [value]: random.chance(0.7) } : {}
    }
    case 'datetime':
      return random.pick(['2026-01-31', '2026-01-31T08:30:00+08:00'])
    case 'day':
      return '01/31/2026'
    case 'time':
      return '08:30'
    case 'email':
      return 'a@b.cn'
    case 'url':
      return 'https://example.org'
    case 'survey':
      return { a: 'b' }
    case 'signature':
      return file
    case 'file':
      return [file]
    case 'tags':
      return component['storeas'] === 'array' ? ['a'] : 'a,b'
    case 'container':
      return answersIn(random, component['components'], depth + 1)
    case 'datagrid':
    case 'editgrid':
      return Array.from({ length: 1 + random.below(3) }, () =>
        answersIn(random, component['components'], depth + 1),
      )
    default: {
      const text = random.pick(['a', 'ab', '12', '甲乙', '13812345678', '341702', '默认'])
      return component['multiple'] === true ? [text] : text
    }
  }
}

const choiceOf = (random: Random, component: Json): unknown => {
  const data = isObject(component['data']) ? component['data'] : {}
  const list = Array.isArray(component['values']) ? component['values'] : data['values']
  const one: unknown = Array.isArray(list) && list.length > 0 ? random.pick(list) : 'a'
  return isObject(one) ? one['value'] : one
}

/** Every list of components inside a layout component, however it is kept. */
const nested = (component: Json): readonly unknown[] =>
  ['components', 'columns', 'rows'].flatMap((name) => {
    const list = component[name]
    return Array.isArray(list) ? list.flat().slice(0, 50) : []
  })

const holding = new Set(['container', 'datagrid', 'editgrid'])

const answersIn = (random: Random, list: unknown, depth: number): Json => {
  const answers: Json = {}
  const fill = (one: unknown, level: number): void => {
    if (!isObject(one) || level > 12) return
    const { type, key } = one
    const inner = nested(one)
    const holds = typeof type === 'string' && holding.has(type)
    if (!holds) for (const child of inner) fill(child, level + 1)
    if (typeof key !== 'string' || key === '' || (inner.length > 0 && !holds)) return
    if (random.chance(0.05)) return
    const value = random.chance(hostility) ? junk(random) : plausible(random, one, depth)
    Object.defineProperty(answers, key, { value, enumerable: true, configurable: true, writable: true })
  }
  if (Array.isArray(list) && depth < 12) for (const one of list.slice(0, 200)) fill(one, 0)
  if (random.chance(0.1))
    Object.defineProperty(answers, random.pick(names), { value: junk(random), enumerable: true })
  return answers
}

/** How often a single answer is hostile. */
const hostility = 0.03

/** Answers to a form, whatever the form is: mostly what a person would send, with hostile values among them. */
export const answersOf = (random: Random, definition: unknown): unknown => {
  if (random.chance(0.03)) return junk(random)
  return answersIn(random, isObject(definition) ? definition['components'] : undefined, 0)
}

/** Where something stands in answers, as people's fields name it: `a`, `g[0].n`. */
const placeIn = (random: Random, answers: unknown): string => {
  if (Array.isArray(answers) && answers.length > 0) {
    const row = random.below(Math.min(answers.length, 3))
    return `[${row}]${placeIn(random, answers[row])}`
  }
  const keys = isObject(answers) ? Object.keys(answers) : []
  if (!isObject(answers) || keys.length === 0) return ''
  const key = random.pick(keys)
  const inner = random.chance(0.7) ? placeIn(random, answers[key]) : ''
  return key + (inner === '' || inner.startsWith('[') ? inner : `.${inner}`)
}

/** Changes one after another: mostly of what was answered, with hostile paths and values among them. */
export const strokesOf = (random: Random, answers: unknown): readonly (readonly [string, unknown])[] =>
  Array.from({ length: 3 }, () => {
    const path = random.chance(0.9)
      ? placeIn(random, answers)
      : random.pick([
          '__proto__.polluted',
          'constructor.prototype.polluted',
          'a[9999]',
          '[0]',
          '',
          'k0..k1',
          ...names,
        ])
    const value = random.chance(0.3)
      ? junk(random)
      : random.pick(['a', 'b', '甲', 1, 3, true, false, '', null, undefined])
    return [path, value] as const
  })
