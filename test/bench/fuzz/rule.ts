import { junk, names } from './junk.ts'
import type { Random } from './random.ts'

/** Which variables a rule may name here, e.g. `data.a`, `row.b`. */
export type Reads = readonly string[]

const anyNumber = ['+', '-', '*', 'max', 'min'] as const
const compare = ['==', '===', '!=', '!==', '<', '<=', '>', '>='] as const
const walks = ['map', 'filter', 'all', 'none', 'some'] as const
const beyond = [
  'method',
  'log',
  'mystery',
  '_map',
  'constructor',
  '__proto__',
  'toString',
  'VAR',
  'now',
] as const
const foreign = [
  'instance',
  'component',
  'utils',
  'process.env',
  'globalThis',
  'this',
  'window',
  'data',
  'row',
] as const

const literal = (random: Random): unknown =>
  random.pick([0, 1, 2, -1, 0.5, '', 'a', 'b', '2026-11-21', true, false, null])

const variable = (random: Random, reads: Reads): unknown =>
  reads.length > 0 && random.chance(0.9)
    ? { var: random.chance(0.9) ? random.pick(reads) : [random.pick(reads), literal(random)] }
    : literal(random)

/** A rule that is well written: allowed operators with the right number of arguments, over what can be read. */
export const goodRule = (random: Random, reads: Reads, lists: Reads, depth = 0): unknown => {
  if (depth > 3 || random.chance(0.3)) return variable(random, reads)
  const list = (): unknown => (lists.length > 0 ? { var: random.pick(lists) } : [1, 2, 'a'])
  const part = (): unknown => goodRule(random, reads, lists, depth + 1)
  switch (random.below(14)) {
    case 0:
    case 1:
      return { [random.pick(anyNumber)]: [part(), part()] }
    case 2:
    case 3:
      return { [random.pick(compare)]: [part(), part()] }
    case 4:
      return { if: [part(), part(), part()] }
    case 5:
      return { [random.pick(['and', 'or'])]: [part(), part()] }
    case 6:
      return { '!': [part()] }
    case 7:
      return { '!!': [part()] }
    case 8:
      return { cat: [part(), part()] }
    case 9:
      return { in: [part(), random.chance(0.5) ? ['a', 'b'] : part()] }
    case 10:
      return { [random.pick(walks)]: [list(), { '>': [{ var: '' }, 0] }] }
    case 11:
      return { reduce: [list(), { '+': [{ var: 'accumulator' }, { var: 'current' }] }, 0] }
    case 12:
      return { [random.pick(['round', 'count', 'age'])]: [part()] }
    default:
      return reads.length > 0 ? { missing: [random.pick(reads)] } : { today: [] }
  }
}

/** A rule that must be refused, or work all the same: unknown operators and roots, wrong shapes, circles, depth. */
export const badRule = (random: Random, reads: Reads): unknown => {
  switch (random.below(9)) {
    case 0:
      return JSON.parse(`{${JSON.stringify(random.pick(beyond))}:[1,2]}`)
    case 1:
      return { '==': [{ var: random.pick(foreign) }, 1] }
    case 2:
      return { var: `data.${random.pick(names)}` }
    case 3:
      return { var: { cat: ['data.', 'a'] } }
    case 4:
      return { '+': [1], '-': [2] }
    case 5: {
      const circle: { and: unknown[] } = { and: [true] }
      circle.and.push(circle)
      return circle
    }
    case 6:
      return { [random.pick(['map', 'reduce', 'if', 'substr', 'missing_some'])]: junk(random) }
    case 7:
      return { reduce: [goodRule(random, reads, []), { var: 'data.a' }, junk(random)] }
    default:
      return junk(random)
  }
}
