import type { Plan } from '#forms/engine'
import type { Dice } from './sitting-dice.ts'

const values: readonly unknown[] = [
  ...['a', 'b', 'c', 'a', 'b', 1, 2, 3, 0, -1.5, true, false, '2026-02-28', '默认', undefined, null, ''],
  ...[{ a: true }, { a: false, b: true }, ['a'], ['a', 'b'], {}, [], [{}], [null, {}], { x: { y: [1] } }],
  ...[
    Number.NaN,
    1e300,
    'x'.repeat(10_001),
    '\ud800',
    [['a']],
    { length: 3 },
    JSON.parse('{"__proto__":{"a":1}}'),
  ],
]
/** What the kinds of components take. */
const fitting: Readonly<Record<string, readonly unknown[]>> = {
  text: ['a', 'b', 'xyz', undefined],
  number: [0, 1, 2, 3.5, undefined],
  checkbox: [true, false],
  choice: ['a', 'b', 'c', undefined],
  selectboxes: [{ a: true }, { a: false, b: true }, {}],
  datetime: ['2026-02-28', '2027-01-01T08:00', undefined],
  tags: [['a'], ['a', 'b'], ['x', 'y', 'z', 'w']],
}
const hostile = [
  ...['__proto__', '__proto__.x', 'constructor.prototype.x', 'nothing.at[2].all', 'grid0[10000].x'],
  ...['[0]', 'a..b', 'toString', 'grid0[-1]', 'x.'.repeat(60)],
]

type Json = Record<string, unknown>
const pick = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T
const rowsOf = (dice: Dice, paths: readonly string[], grid: string, count: number): unknown[] =>
  Array.from({ length: count }, () => {
    const row: Json = {}
    for (const path of paths) {
      const key = path.startsWith(`${grid}[0].`) ? path.slice(grid.length + 4) : ''
      if (/^\w+$/.test(key) && dice(2)) row[key] = pick(dice, values)
    }
    return row
  })

/** One more change: typing, clearing, adding, removing, turning round, replacing, and what nobody should send. */
export const stepOf = (
  dice: Dice,
  fields: Plan['fields'],
  paths: readonly string[],
  typed: Json,
): readonly [string, unknown] => {
  const kind = dice(100)
  if (kind < 4) return [pick(dice, hostile), pick(dice, values)]
  if (kind === 4)
    return ['', pick<unknown>(dice, [{}, { ...typed }, null, [], JSON.parse(JSON.stringify(typed))])]
  const path = pick(dice, paths)
  const now = Object.hasOwn(typed, path) ? typed[path] : undefined
  if (/^grid\d+$/.test(path) && kind < 95) {
    const rows = Array.isArray(now) ? (now as unknown[]) : []
    if (kind < 30 || rows.length === 0) return [path, [...rows, ...rowsOf(dice, paths, path, dice(4))]]
    if (kind < 50) return [path, rows.filter((_, i) => i !== kind % rows.length)]
    if (kind < 70) return [path, rows.toReversed()]
    if (kind < 80) return [path, [...rows, rows[0]]]
  }
  const fits = fitting[fields.get(path.replaceAll(/\[\d+\]/g, ''))?.kind ?? '']
  return [path, pick(dice, fits && dice(3) > 0 ? fits : values)]
}

/** Paths of everything that has a value, with rows 0 to 3, from a plan. */
export const pathsOf = (plan: Plan): readonly string[] =>
  [...plan.fields.keys()].flatMap((path) => withRows(plan, path.split('.'), '', ''))

const withRows = (
  plan: Plan,
  [key, ...rest]: readonly string[],
  name: string,
  path: string,
): readonly string[] => {
  if (key === undefined) return [path]
  const at = name ? `${name}.${key}` : key
  const here = path ? `${path}.${key}` : key
  if (plan.fields.get(at)?.kind !== 'grid') return withRows(plan, rest, at, here)
  if (rest.length === 0) return [here, `${here}[0]`, `${here}[1]`]
  return [0, 1, 3].flatMap((row) => withRows(plan, rest, at, `${here}[${row}]`))
}
