import { readdirSync, readFileSync } from 'node:fs'
import { kindOf } from '#forms/definition'
import { type Place, wellFormed } from './component.ts'
import { deep, junk, names } from './junk.ts'
import type { Random } from './random.ts'
import { badRule, goodRule } from './rule.ts'

/** How a definition was made: as it should be, with parts broken, from a real form, or wild. */
export type Flavour = 'well' | 'broken' | 'corpus' | 'wild'
/** How often each: real forms are large, and wild ones are mostly refused at once. */
export const flavours: readonly Flavour[] = [
  ...Array<Flavour>(14).fill('well'),
  ...Array<Flavour>(6).fill('broken'),
  ...Array<Flavour>(1).fill('corpus'),
  ...Array<Flavour>(3).fill('wild'),
]

const read = (folder: URL, found: unknown[] = []): readonly unknown[] => {
  for (const file of readdirSync(folder, { withFileTypes: true }))
    if (file.isDirectory()) read(new URL(`${file.name}/`, folder), found)
    else if (/^(?:form-|chefs|nav).*\.json$/.test(file.name))
      found.push(JSON.parse(readFileSync(new URL(file.name, folder), 'utf8')))
  return found
}
/** Real forms of this repository: the fixtures, and the assessment forms of the packs. */
export const corpus: readonly unknown[] = [
  ...read(new URL('../../forms/fixtures/', import.meta.url)),
  ...read(new URL('../../../forms/packs/', import.meta.url)),
]

export const wellDefinition = (random: Random, size = 11): Record<string, unknown> => {
  const place: Place = {
    random,
    prefix: '',
    depth: 0,
    reads: [],
    lists: [],
    whens: [],
    count: { left: size, made: 0 },
  }
  const components = wellFormed(place, 10)
  if (random.chance(0.85)) return { display: 'form', components }
  return { display: 'wizard', components: [{ type: 'panel', key: 'page', label: '页', components }] }
}

const settings = [
  'type',
  'key',
  'label',
  'validate',
  'conditional',
  'logic',
  'properties',
  'values',
  'data',
  'defaultValue',
  'components',
  'columns',
  'rows',
  'questions',
  'datePicker',
  'fields',
  'errors',
  'calculateValue',
  'customConditional',
  'multiple',
  'inputMask',
  'dataSrc',
  'clearOnHide',
  'unique',
  'html',
] as const
const hostilePatterns = [
  '(a+)+$',
  '(a|a)*',
  '.*x.*y',
  '(',
  '(?=a)b',
  '(a)\\1',
  '[',
  'a{1,99999}',
  'a'.repeat(50_000),
] as const

const insides = (json: unknown, found: object[] = []): readonly object[] => {
  if (typeof json !== 'object' || json === null || found.length > 3_000) return found
  found.push(json)
  for (const inner of Object.values(json)) insides(inner, found)
  return found
}

/** Breaks a few places: wrong values, missing ones, parts from elsewhere, hostile names, rules and patterns. */
export const broken = (random: Random, json: unknown): unknown => {
  const copy = structuredClone(json)
  const places = insides(copy)
  for (let cuts = 1 + random.below(3); cuts > 0; cuts--) {
    if (places.length === 0) return copy
    const place = random.pick(places) as Record<string, unknown>
    const keys = Object.keys(place)
    const key = keys.length > 0 ? random.pick(keys) : 'a'
    const set = (name: string, value: unknown) =>
      Object.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true })
    switch (random.below(9)) {
      case 0:
        if (Array.isArray(place)) place.splice(Number(key), 1)
        else delete place[key]
        break
      case 1:
        set(key, random.pick(places))
        break
      case 2:
        if (!Array.isArray(place)) set(random.pick(names), junk(random))
        break
      case 3:
        if (!Array.isArray(place)) set('key', random.pick([...names, 'k0', 'k1']))
        break
      case 4:
        if (!Array.isArray(place)) set('calculateValue', badRule(random, ['data.k0', 'row.k1']))
        break
      case 5:
        if (!Array.isArray(place))
          set('validate', { pattern: random.pick(hostilePatterns), json: badRule(random, []) })
        break
      case 6:
        if (!Array.isArray(place)) set(random.pick(settings), junk(random))
        break
      case 7:
        if (!Array.isArray(place))
          set(
            'conditional',
            random.chance(0.5)
              ? { json: badRule(random, []) }
              : { show: true, when: random.pick(names), eq: junk(random) },
          )
        break
      default:
        set(key, junk(random))
    }
  }
  return copy
}

/** Anything: no form at all, circles, depth, or components whose every setting is of the wrong type. */
const wild = (random: Random): unknown => {
  switch (random.below(8)) {
    case 0:
      return junk(random)
    case 1: {
      const circle: { type: string; key: string; components: unknown[] } = {
        type: 'panel',
        key: 'c',
        components: [],
      }
      circle.components.push(circle)
      return { display: 'form', components: [circle] }
    }
    case 2: {
      const type = random.pick(['panel', 'container', 'datagrid', 'columns', 'tabs'])
      const wrap = (inner: unknown) =>
        type === 'columns'
          ? { type, key: 'p', columns: [{ components: [inner] }] }
          : { type, key: 'p', components: [type === 'tabs' ? { key: 't', components: [inner] } : inner] }
      return { components: [deep(random.pick([5, 12, 50]), wrap)] }
    }
    case 3:
      return { display: junk(random), components: [junk(random), junk(random)] }
    default: {
      const component = () =>
        Object.fromEntries([
          [
            'type',
            random.chance(0.8)
              ? random.pick(['textfield', 'select', 'datagrid', 'survey', 'day', 'evil'])
              : junk(random),
          ],
          ['key', random.chance(0.7) ? random.pick(['a', 'b', 'c', 'd']) : junk(random)],
          ...Array.from({ length: 4 }, () => [random.pick(settings), junk(random)]),
        ])
      return { components: Array.from({ length: 1 + random.below(4) }, component) }
    }
  }
}

export const definitionOf = (random: Random, flavour: Flavour): unknown => {
  if (flavour === 'well') return wellDefinition(random)
  if (flavour === 'broken') return broken(random, wellDefinition(random))
  if (flavour === 'corpus')
    return random.chance(0.3) ? random.pick(corpus) : broken(random, random.pick(corpus))
  return wild(random)
}

/** The names under which outcomes can read the values of a form that do not stand in rows. */
const readable = (definition: unknown): readonly string[] => {
  const { components } = Object(definition) as { components?: unknown }
  return (Array.isArray(components) ? components : []).flatMap((one: unknown) => {
    const { type, key } = Object(one) as { type?: unknown; key?: unknown }
    return typeof key === 'string' &&
      kindOf(type) !== 'layout' &&
      kindOf(type) !== 'static' &&
      kindOf(type) !== 'grid'
      ? [`data.${key}`]
      : []
  })
}

/** Outcomes and recommendations beside a definition, mostly right. */
export const decisionsOf = (
  random: Random,
  definition: unknown,
): { outcomes?: unknown; recommends?: unknown } => {
  if (random.chance(0.6)) return {}
  if (random.chance(0.05)) return { outcomes: junk(random), recommends: junk(random) }
  const reads = readable(definition)
  const rule = () => (random.chance(0.95) ? goodRule(random, reads, [], 1) : badRule(random, reads))
  return {
    outcomes: [
      {
        key: 'score',
        title: '得分',
        rule: '2026',
        value: rule(),
        ...(random.chance(0.3) && { bands: [{ from: 0, to: 5, level: '1', label: '一级' }] }),
      },
      { key: 'second', title: '复核', rule: '2026', value: { '+': [{ var: 'outcomes.score' }, 1] } },
    ],
    recommends: [{ item: 'care', because: '需要', when: rule() }],
  }
}

/** Another version of a definition: parts of it broken, or with wild ones and such as are no JSON something else. */
export const newerOf = (random: Random, flavour: Flavour, definition: unknown): unknown => {
  if (flavour === 'wild') return wild(random)
  try {
    return random.chance(0.1) ? definition : broken(random, definition)
  } catch {
    return wild(random)
  }
}
