import type { Random } from './random.ts'
import { goodRule, type Reads } from './rule.ts'

type Json = Record<string, unknown>

/** Where components are being made: what their rules and conditions can name, and how deep it is. */
export type Place = {
  readonly random: Random
  readonly prefix: string
  readonly depth: number
  /** `data.` names of values that every row sees, and `row.` names of those beside. */
  readonly reads: string[]
  /** Names of grids, for the rules that go through rows. */
  readonly lists: string[]
  /** Names as conditions write them. */
  readonly whens: string[]
  readonly count: { left: number; made: number }
}

const choices = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
  { value: '3', label: '丙' },
]
export const safePatterns = [
  '[a-z]*',
  '\\d{1,4}',
  '^1[3-9]\\d{9}$',
  '[一-龥]{2,20}',
  '(a|b)+',
  '.{0,100}',
] as const

const leaves = [
  'textfield',
  'textfield',
  'textarea',
  'number',
  'number',
  'currency',
  'checkbox',
  'radio',
  'select',
  'selectboxes',
  'datetime',
  'day',
  'time',
  'phoneNumber',
  'email',
  'url',
  'survey',
  'signature',
  'file',
  'hidden',
  'tags',
] as const
const layouts = ['panel', 'fieldset', 'well', 'columns', 'table', 'tabs'] as const
const holders = ['container', 'datagrid', 'editgrid'] as const
const statics = ['content', 'htmlelement', 'button'] as const

const maybe = (random: Random, share: number, key: string, value: () => unknown): Json =>
  random.chance(share) ? { [key]: value() } : {}

const validateOf = ({ random, reads, lists }: Place, type: string): Json => {
  const text = /text|phone|email|url/.test(type)
  const numeric = type === 'number' || type === 'currency'
  return {
    ...maybe(random, 0.12, 'required', () => true),
    ...(text && {
      ...maybe(random, 0.15, 'minLength', () => random.pick([0, 1, '2'])),
      ...maybe(random, 0.2, 'maxLength', () => random.pick([5, 50, '20'])),
      ...maybe(random, 0.05, 'maxWords', () => 10),
      ...maybe(random, 0.06, 'pattern', () => random.pick(safePatterns)),
    }),
    ...(numeric && {
      ...maybe(random, 0.2, 'min', () => random.pick([0, -5, '1'])),
      ...maybe(random, 0.2, 'max', () => random.pick([5, 1000, '10'])),
      ...maybe(random, 0.1, 'step', () => random.pick([1, 0.5, 'any'])),
      ...maybe(random, 0.1, 'integer', () => true),
    }),
    ...(type === 'selectboxes' && maybe(random, 0.2, 'maxSelectedCount', () => 2)),
    ...maybe(random, 0.08, 'json', () => ({
      [random.pick(['or', 'or', 'and'])]: [true, goodRule(random, [...reads, 'input', 'value'], lists)],
    })),
    ...maybe(random, 0.05, 'customMessage', () => '{{ field }}不对'),
  }
}

const conditionOf = ({ random, reads, lists, whens }: Place): Json => {
  if (whens.length === 0 || random.chance(0.3)) return { json: { '!!': [goodRule(random, reads, lists)] } }
  if (random.chance(0.5))
    return { show: random.chance(0.5), when: random.pick(whens), eq: random.pick(['a', '1', 'true']) }
  const term = () => ({
    component: random.pick(whens),
    operator: random.pick([
      'isEqual',
      'isNotEqual',
      'isEmpty',
      'isNotEmpty',
      'includes',
      'lessThan',
      'dateLessThan',
    ]),
    value: random.pick(['a', 1, '2026-01-01', '']),
  })
  return { show: random.chance(0.5), conjunction: random.pick(['all', 'any']), conditions: [term(), term()] }
}

const logicOf = ({ random, reads, lists }: Place, value: boolean): readonly Json[] => [
  {
    trigger: { type: 'json', json: { '==': [goodRule(random, reads, lists, 2), random.pick(['a', 1])] } },
    actions: [
      value && random.chance(0.3)
        ? { type: 'value', value: goodRule(random, reads, lists, 2) }
        : {
            type: 'property',
            property: { value: random.pick(['hidden', 'disabled', 'validate.required']), type: 'boolean' },
            state: random.chance(0.5),
          },
    ],
  },
]

const partsOf = (random: Random, type: string): Json => {
  if (type === 'radio' || type === 'selectboxes') return { values: choices }
  if (type === 'select') return { data: { values: choices }, ...maybe(random, 0.2, 'multiple', () => true) }
  if (type === 'survey') return { questions: choices.slice(0, 2), values: choices }
  if (type === 'tags') return maybe(random, 0.5, 'storeas', () => 'array')
  if (type === 'textfield')
    return {
      ...maybe(random, 0.1, 'multiple', () => true),
      ...maybe(random, 0.06, 'inputMask', () => random.pick(['99-99', 'aa99', '*'])),
      ...(random.chance(0.1) && {
        properties: { format: random.pick(['cn-id', 'cn-mobile', 'cn-division']) },
      }),
      ...maybe(random, 0.1, 'defaultValue', () => '默认'),
    }
  if (type === 'number') return maybe(random, 0.1, 'defaultValue', () => 3)
  return {}
}

const leafOf = (place: Place, type: string, key: string): Json => {
  const { random, reads, lists } = place
  const numeric = type === 'number' || type === 'hidden'
  return {
    type,
    key,
    label: `题${key}`,
    ...partsOf(random, type),
    validate: validateOf(place, type),
    ...maybe(random, 0.2, 'conditional', () => conditionOf(place)),
    ...maybe(random, 0.08, 'logic', () => logicOf(place, true)),
    ...(numeric &&
      maybe(random, 0.25, 'calculateValue', () => ({ '+': [goodRule(random, reads, lists, 2), 1] }))),
    ...maybe(random, 0.06, 'hidden', () => true),
    ...maybe(random, 0.06, 'disabled', () => true),
    ...maybe(random, 0.1, 'clearOnHide', () => false),
  }
}

/** The same list of components, where each layout component wants it. */
const laidOut = (type: string, components: readonly unknown[]): Json => {
  if (type === 'columns') return { columns: [{ components }, { components: [] }] }
  if (type === 'table') return { rows: [[{ components }, { components: [] }]] }
  if (type === 'tabs') return { components: [{ key: 't', label: '页', components }] }
  return { components }
}

/** Up to `most` components that the linter accepts, apart from chance (a rule that reads what it may not). */
export const wellFormed = (place: Place, most: number): readonly Json[] => {
  const { random, count, reads, lists, whens, prefix } = place
  const list: Json[] = []
  const wanted = 1 + random.below(most)
  while (list.length < wanted && count.left-- > 0) {
    const key = `k${count.made++}`
    const dice = random.below(100)
    if (dice < 5) {
      const type = random.pick(statics)
      list.push({
        type,
        key,
        label: key,
        ...(type === 'button' ? { action: 'submit' } : { html: '<p>说明</p>', content: '说明' }),
      })
    } else if (place.depth < 6 && dice < 18) {
      const type = random.pick(layouts)
      // Its condition is made before what stands inside, which it must not read.
      const shown = maybe(random, 0.3, 'conditional', () => conditionOf(place))
      const inner = wellFormed({ ...place, depth: place.depth + (type === 'panel' ? 1 : 2) }, 4)
      list.push({ type, key, label: key, ...laidOut(type, inner), ...shown })
    } else if (place.depth < 6 && dice < 30) {
      const type = random.pick(holders)
      const below: Reads = type === 'container' ? reads : reads.filter((name) => name.startsWith('data.'))
      const inner: Place = {
        ...place,
        depth: place.depth + 1,
        prefix: `${prefix}${key}.`,
        reads: [...below],
        whens: [...whens],
      }
      const components = wellFormed(inner, 5)
      if (prefix === '' && type !== 'container') lists.push(`data.${key}`)
      list.push({
        type,
        key,
        label: key,
        components,
        ...maybe(random, 0.2, 'validate', () => ({ required: true })),
      })
    } else {
      list.push(leafOf(place, random.pick(leaves), key))
      // Only what stands earlier is read, so that there are no circles.
      reads.push(prefix === '' ? `data.${key}` : `row.${key}`)
      whens.push(`${prefix}${key}`)
    }
  }
  return list
}
