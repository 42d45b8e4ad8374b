import type { Definition } from '#forms/definition'
import type { CompileOptions } from '#forms/engine'
import type { Dice } from './sitting-dice.ts'

export type Generated = { readonly definition: Definition; readonly decisions: CompileOptions }

/** Where a component may look: `root` is its prefix in rules, `keys` what stands before it. */
type Place = { readonly root: string; readonly names: string; readonly keys: string[] }
type Json = Record<string, unknown>

const options = ['a', 'b', 'c'].map((value) => ({ value, label: `选${value}` }))
const types = [
  'textfield',
  'number',
  'checkbox',
  'radio',
  'selectboxes',
  'datetime',
  'hidden',
  'tags',
] as const

/** Makes forms of every kind: nested grids, containers, layouts, rules that read up, down, beside and across rows. */
export const formOf = (dice: Dice): Generated => {
  let serial = 0
  const chance = (percent: number) => dice(100) < percent
  const pick = <T>(...list: readonly T[]): T => list[dice(list.length)] as T
  /** Nothing is asked for, so that outcomes are what can be wrong. */
  const calm = chance(30)
  /** Rules over a grid that stands before. */
  const sums: Json[] = []

  const value = (at: readonly Place[]): unknown => {
    if (sums.length > 0 && chance(35)) return pick(...sums)
    const place = pick(...at)
    if (place.keys.length === 0) return { var: 'rowIndex' }
    return { var: `${place.root}.${pick(...place.keys)}` }
  }
  const rule = (at: readonly Place[]): unknown =>
    pick<() => unknown>(
      () => ({ '!!': [value(at)] }),
      () => ({ '==': [value(at), pick<unknown>('a', 1, true)] }),
      () => ({ '!': [value(at)] }),
      () => ({ and: [value(at), { '!=': [value(at), 'b'] }] }),
      () => ({ or: [{ '<': [value(at), 2] }, { '>': [{ count: [value(at)] }, 1] }] }),
      () => ({ '===': [value(at), value(at)] }),
    )()
  const simple = (at: readonly Place[]): Json => {
    const named = at.flatMap(({ names, keys }) => keys.map((key) => names + key))
    const term = () => ({
      component: pick(...named),
      operator: pick('isEqual', 'isNotEqual', 'isEmpty', 'isNotEmpty', 'includes', 'greaterThan'),
      value: pick<unknown>('a', 'b', 1, ''),
    })
    return chance(50)
      ? { show: pick<unknown>(true, 'false'), when: pick(...named), eq: pick('a', 'b', 'true', '1') }
      : {
          show: chance(70),
          conjunction: pick('any', 'all'),
          conditions: chance(50) ? [term()] : [term(), term()],
        }
  }
  const condition = (at: readonly Place[]): Json =>
    chance(50) || at.every(({ keys }) => keys.length === 0) ? { json: rule(at) } : simple(at)
  const trigger = (at: readonly Place[]): Json => {
    const one = condition(at)
    return 'json' in one ? { type: 'json', json: one['json'] } : { type: 'simple', simple: one }
  }
  const action = (at: readonly Place[]): Json =>
    pick<() => Json>(
      () => ({
        type: 'property',
        property: { value: pick('hidden', 'disabled', 'validate.required'), type: 'boolean' },
        state: chance(60),
      }),
      () => ({
        type: 'property',
        property: { value: pick('label', 'description'), type: 'string' },
        text: pick('甲', '乙'),
      }),
      () => ({ type: 'value', value: chance(50) ? value(at) : pick<unknown>('a', 1, true) }),
    )()
  const common = (at: readonly Place[], leaf: boolean): Json => ({
    ...(chance(25) && { conditional: condition(at) }),
    ...(chance(25) && { clearOnHide: chance(30) }),
    ...(chance(7) && { hidden: true }),
    ...(chance(7) && { disabled: true }),
    ...(chance(15) && {
      logic: [
        {
          trigger: trigger(at),
          actions: [action(at), ...(chance(30) ? [action(at)] : [])].filter(
            (one) => leaf || one['type'] !== 'value',
          ),
        },
      ],
    }),
  })
  const leafOf = (at: readonly Place[], inRow: boolean): Json => {
    const type = pick(...types)
    const key = `${type[0]}${serial++}`
    const here = at.at(-1) as Place
    const own = { var: chance(50) ? 'value' : `${here.root}.${key}` }
    const check = pick<() => unknown>(
      () => ({ '!=': [own, value(at)] }),
      () => ({ if: [{ '==': [own, 'a'] }, '不能选甲', true] }),
      () => ({ '<': [{ count: [own] }, 3] }),
    )
    const made: Json = {
      type,
      key,
      label: key,
      ...(type === 'radio' || type === 'selectboxes' ? { values: options } : {}),
      ...(type === 'tags' && { storeas: 'array' }),
      ...(type === 'textfield' && chance(20) && { multiple: true }),
      ...common(at, true),
      ...(chance(20) &&
        type !== 'checkbox' &&
        type !== 'selectboxes' &&
        type !== 'tags' && {
          calculateValue: pick<() => unknown>(
            () => value(at),
            () => ({ '+': [value(at), 1] }),
            () => ({ count: [value(at)] }),
          )(),
        }),
      ...(!calm &&
        (chance(35) || type === 'hidden') && {
          validate: { ...(chance(70) && { required: true }), ...(chance(50) && { json: check() }) },
        }),
      ...(chance(12) && type === 'textfield' && { defaultValue: pick('a', '默认') }),
      ...(inRow && chance(15) && { unique: true }),
    }
    here.keys.push(key)
    return made
  }
  const list = (at: readonly Place[], size: number, depth: number, inRow: boolean): Json[] =>
    Array.from({ length: size }, () => {
      const kind = dice(100)
      if (depth >= 3 || kind < 62) return leafOf(at, inRow)
      if (kind < 72) return layout(at, depth, inRow)
      return kind < 82 ? container(at, depth, inRow) : grid(at, depth)
    })
  const layout = (at: readonly Place[], depth: number, inRow: boolean): Json => {
    const key = `panel${serial++}`
    const before = common(at, false)
    const inner = list(at, 1 + dice(3), depth + 1, inRow)
    return chance(60)
      ? { type: 'panel', key, components: inner, ...before }
      : { type: 'columns', key, columns: inner.map((one) => ({ components: [one] })), ...before }
  }
  const inside = (at: readonly Place[], key: string, root: string): readonly Place[] => {
    const here = at.at(-1) as Place
    return [...at, { root, names: `${here.names}${key}.`, keys: [] }]
  }
  const container = (at: readonly Place[], depth: number, inRow: boolean): Json => {
    const key = `box${serial++}`
    const before = common(at, false)
    const here = at.at(-1) as Place
    const within = inside(
      at
        .map((one) => ({ ...one, root: one.root === 'row' ? 'none' : one.root }))
        .filter(({ root }) => root !== 'none'),
      key,
      'row',
    )
    const components = list(
      within.length > 0 ? within : inside(at, key, 'row'),
      1 + dice(3),
      depth + 1,
      inRow,
    )
    here.keys.push(key)
    for (const inner of (within.at(-1) as Place).keys) if (chance(50)) here.keys.push(`${key}.${inner}`)
    return {
      type: 'container',
      key,
      label: key,
      components,
      ...before,
      ...(chance(20) && { validate: { required: true } }),
    }
  }
  const grid = (at: readonly Place[], depth: number): Json => {
    const key = `grid${serial++}`
    const before = common(at, false)
    const here = at.at(-1) as Place
    const within = inside(
      at.filter(({ root }) => root === 'data'),
      key,
      'row',
    )
    const components = list(within, 1 + dice(4), depth + 1, true)
    const path = `${here.root}.${key}`
    const cell = pick(...(within.at(-1) as Place).keys.filter((one) => !one.includes('.')), 'none')
    if (here.root === 'data' && cell !== 'none')
      sums.push(
        { reduce: [{ var: path }, { '+': [{ var: 'accumulator' }, { var: `current.${cell}` }] }, 0] },
        { some: [{ var: path }, { '==': [{ var: cell }, 'a'] }] },
        { count: [{ var: path }] },
        { count: [{ filter: [{ var: path }, { var: cell }] }] },
        { var: `${path}.1.${cell}` },
        { map: [{ var: path }, { var: cell }] },
      )
    here.keys.push(key)
    return {
      type: pick('datagrid', 'editgrid'),
      key,
      label: key,
      components,
      ...before,
      ...(chance(30) && {
        validate: { maxLength: 4, ...(chance(50) && { minLength: 1 }), ...(chance(30) && { unique: true }) },
      }),
      ...(chance(15) && { defaultValue: [{}, {}] }),
    }
  }
  const root: Place = { root: 'data', names: '', keys: [] }
  const components = list([root], 3 + dice(6), 0, false)
  const outcome = (i: number) => ({
    key: `o${i}`,
    title: `结果${i}`,
    rule: 'r1',
    value:
      chance(30) && i > 0
        ? { '+': [{ var: `outcomes.o${i - 1}` }, 1] }
        : pick<() => unknown>(
            () => value([root]),
            () => ({ count: [value([root])] }),
          )(),
    ...(chance(40) && {
      bands: [
        { from: 0, to: 1, level: 'low', label: '低' },
        { from: 2, to: 3, level: 'high', label: '高' },
      ],
    }),
  })
  return {
    definition: { display: 'form', components } as unknown as Definition,
    decisions: {
      outcomes: Array.from({ length: dice(4) }, (_, i) => outcome(i)),
      recommends: Array.from({ length: dice(3) }, () => ({
        item: 'meal',
        because: '因为',
        when: rule([root]),
        ...(chance(40) && { quantity: { count: [value([root])] } }),
      })),
    } as CompileOptions,
  }
}
