import type { Clause, ClauseTest, Ref, Scalar, Scene, When } from './model.ts'
import { isNumber, readAny, readRef, writeAny, writeRef } from './ref.ts'
import { argsOf, operationOf, plainly, sameMeaning } from './same-meaning.ts'

/** The JSON Logic of a condition. Without any clause it always holds. */
export const writeWhen = (when: When, scene: Scene): unknown => {
  if (when.kind === 'own') return when.rule
  if (when.kind === 'always' || when.groups.every((group) => group.length === 0)) return true
  const groups = when.groups.filter((group) => group.length > 0)
  const parts = groups.map((group) =>
    joined(
      'and',
      group.map((clause) => writeClause(clause, scene)),
    ),
  )
  return joined('or', parts)
}

const joined = (name: 'and' | 'or', parts: readonly unknown[]): unknown =>
  parts.length === 1 ? parts[0] : { [name]: parts }

const orders: Readonly<Partial<Record<ClauseTest, readonly [string, (a: number, b: number) => boolean]>>> = {
  more: ['>', (a, b) => a > b],
  atLeast: ['>=', (a, b) => a >= b],
  less: ['<', (a, b) => a < b],
  atMost: ['<=', (a, b) => a <= b],
}

/** What is not answered counts as 0 in a comparison: where 0 would pass, an answer is asked for first. */
const answered = (of: Ref, passes: boolean, rule: unknown): unknown =>
  passes ? { and: [{ '!==': [writeRef(of), null] }, rule] } : rule

const writeClause = ({ of, test, values }: Clause, scene: Scene): unknown => {
  const [value = ''] = values
  const ref = writeRef(of)
  // A box that nobody touched has no answer, and is not ticked all the same.
  if (test === 'any' && scene.isSure(of) && values.length === 1 && value === false)
    return { '!==': [ref, true] }
  if (test === 'any') return writeAny(of, values)
  if (test === 'none')
    return values.length === 1 ? { '!==': [ref, value] } : { '!': [{ in: [ref, [...values]] }] }
  if (test === 'includes') return { in: [value, ref] }
  if (test === 'filled') return scene.isNumber(of) ? { '!==': [ref, null] } : { '!!': [ref] }
  if (test === 'blank') return scene.isNumber(of) ? { '===': [ref, null] } : { '!': [ref] }
  if (test === 'level') {
    const band = scene.bandsOf(of.path).find(({ level }) => level === value)
    if (!band) return { '===': [ref, null] }
    const { from, to } = band
    if (to === undefined) return answered(of, from <= 0, { '>=': [ref, from] })
    return answered(of, from <= 0 && to >= 0, { '<=': [from, ref, to] })
  }
  const [name, holds] = orders[test] ?? ['>', () => false]
  return answered(of, holds(0, Number(value)), { [name]: [ref, Number(value)] })
}

/** Reads a condition; whatever does not come out the same when it is written again is a rule of its own. Any JSON. */
export const readWhen = (rule: unknown, scene: Scene): When => {
  if (rule === true) return { kind: 'always' }
  const plain = plainly(rule)
  const groups = (argsOf(plain, 'or') ?? [plain]).map((part) => readGroup(part, scene))
  const found: When = { kind: 'groups', groups: groups.flatMap((group) => (group ? [group] : [])) }
  const whole = groups.every((group) => group !== undefined) && found.groups.length > 0
  return whole && sameMeaning(writeWhen(found, scene), rule) ? found : { kind: 'own', rule }
}

const readGroup = (rule: unknown, scene: Scene): readonly Clause[] | undefined => {
  const one = readClause(rule, scene)
  if (one) return [one]
  const parts = argsOf(rule, 'and')?.map((part) => readClause(part, scene))
  if (!parts || parts.length < 2) return undefined
  const clauses = parts.flatMap((clause) => (clause ? [clause] : []))
  return clauses.length === parts.length ? clauses : undefined
}

/** Each guess is written again; the first that comes out the same is it. A level goes before its bare numbers. */
const readClause = (rule: unknown, scene: Scene): Clause | undefined =>
  [...levels(rule, scene), ...guesses(rule)].find((clause) => sameMeaning(writeClause(clause, scene), rule))

const levels = (rule: unknown, scene: Scene): readonly Clause[] => {
  const [name, args = []] = operationOf(inner(rule)) ?? []
  const of = args.map((one) => readRef(one)).find((ref) => ref?.root === 'outcomes')
  if (!of || (name !== '<=' && name !== '>=')) return []
  return scene.bandsOf(of.path).map(({ level }): Clause => ({ of, test: 'level', values: [level] }))
}

/** The comparison behind the question whether there is an answer at all. */
const inner = (rule: unknown): unknown => {
  const [first, second] = argsOf(rule, 'and', 2) ?? []
  return argsOf(first, '!==', 2)?.[1] === null ? second : rule
}

const guesses = (rule: unknown): readonly Clause[] => {
  const [name = '', args = []] = operationOf(inner(rule)) ?? []
  const [first, second] = args
  const of = readRef(first)
  const any = readAny(rule)
  if (any) return [{ ...any, test: 'any' }]
  const listed = name === '!' ? readAny(first) : undefined
  if (listed) return [{ ...listed, test: 'none' }]
  if (name === 'in' && isWord(first)) {
    const list = readRef(second)
    return list ? [{ of: list, test: 'includes', values: [first] }] : []
  }
  if (!of) return []
  const order = (Object.keys(orders) as ClauseTest[]).find((test) => orders[test]?.[0] === name)
  if (order && isNumber(second)) return [{ of, test: order, values: [second] }]
  if (name === '!==' && isWord(second)) {
    const unticked: Clause = { of, test: 'any', values: [false] }
    return [...(second === true ? [unticked] : []), { of, test: 'none', values: [second] }]
  }
  return [
    { of, test: 'filled', values: [] },
    { of, test: 'blank', values: [] },
  ]
}

const isWord = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'boolean' || isNumber(value)
