import type { Match, Measure, Points, Ref, Scene, Term } from './model.ts'
import { isNumber, readAny, readRef, sameRef, writeAny, writeRef } from './ref.ts'
import { argsOf, operationOf, plainly, sameMeaning } from './same-meaning.ts'

const folds = { sum: '+', max: 'max', min: 'min' } as const

/** The JSON Logic of a measure. */
export const writeMeasure = (measure: Measure, scene: Scene): unknown => {
  switch (measure.kind) {
    case 'own':
      return measure.rule
    case 'same':
      return writeRef(measure.of)
    case 'lookup':
      return chain(
        measure.rows.map(({ values, result }) => [writeAny(measure.of, values), result]),
        measure.otherwise,
      )
    case 'steps':
      return chain(
        [
          [{ '===': [writeRef(measure.of), null] }, null],
          ...measure.rows.map(
            ({ least, result }) => [{ '>=': [writeRef(measure.of), least] }, result] as const,
          ),
        ],
        measure.otherwise,
      )
    case 'count': {
      const counted = measure.matches.map(({ of, values }) => chain([[writeAny(of, values), 1]], 0))
      return guarded({ '+': counted }, measure.whole, measure.matches, scene)
    }
    default:
      return guarded(
        { [folds[measure.kind]]: measure.terms.map(writeTerm) },
        measure.whole,
        measure.terms,
        scene,
      )
  }
}

/** What may be waited for before there is a result. */
type Waiting = { readonly of: Ref; readonly blank?: true }

const chain = (cases: readonly (readonly [unknown, unknown])[], otherwise: unknown): unknown =>
  cases.length === 0 ? otherwise : { if: [...cases.flat(), otherwise] }

const writeTerm = (term: Term): unknown => {
  const value =
    term.kind === 'number'
      ? writeRef(term.of, term.blank && 0)
      : chain(
          term.rows.map(({ values, points }) => [writeAny(term.of, values), points]),
          term.otherwise,
        )
  return term.weight === 1 ? value : { '*': [value, term.weight] }
}

/** Nothing before each of these is answered, each asked once. */
const guarded = (value: unknown, whole: boolean, of: readonly Waiting[], scene: Scene): unknown => {
  const refs = of.filter(({ blank }) => !blank).map((one) => one.of)
  const asked = refs.filter(
    (ref, at) => !scene.isSure(ref) && refs.findIndex((one) => sameRef(one, ref)) === at,
  )
  if (!whole || asked.length === 0) return value
  const tests = asked.map((ref) =>
    scene.isNumber(ref) ? { '!==': [writeRef(ref), null] } : { '!!': [writeRef(ref)] },
  )
  return { if: [{ and: tests }, value, null] }
}

/**
 * Reads a rule as one of the measures; whatever does not come out the same when it is written again is a rule of its
 * own. Takes any JSON.
 */
export const readMeasure = (rule: unknown, scene: Scene): Measure => {
  const plain = plainly(rule)
  const found = recognised(plain)
  const own: Measure = { kind: 'own', rule }
  return (
    [found, found && waiting(found, plain, scene)].find(
      (one) => one && sameMeaning(writeMeasure(one, scene), rule),
    ) ?? own
  )
}

/** The same with a result only for whoever answered what the rule asks for first; for the rest nobody waits. */
const waiting = (measure: Measure, rule: unknown, scene: Scene): Measure => {
  if (!('whole' in measure)) return measure
  const tests = argsOf(argsOf(rule, 'if')?.[0], 'and') ?? []
  const asked = tests.flatMap((one) => readRef((operationOf(one)?.[1] ?? [])[0]) ?? [])
  const marked = <One extends Waiting>(one: One): One =>
    scene.isSure(one.of) || asked.some((ref) => sameRef(ref, one.of)) ? one : { ...one, blank: true }
  return measure.kind === 'count'
    ? { ...measure, whole: true, matches: measure.matches.map(marked) }
    : { ...measure, whole: true, terms: measure.terms.map(marked) }
}

const recognised = (rule: unknown): Measure | undefined => {
  const of = readRef(rule)
  if (of) return { kind: 'same', of }
  const cases = casesOf(rule)
  if (cases) {
    const [first, value] = cases.list[0] ?? []
    if (argsOf(first, 'and') && cases.list.length === 1 && cases.otherwise === null) return folded(value)
    return argsOf(first, '===', 2)?.[1] === null ? steps(cases) : lookup(cases)
  }
  return folded(rule)
}

type Cases = { readonly list: readonly (readonly [unknown, unknown])[]; readonly otherwise: unknown }

const casesOf = (rule: unknown): Cases | undefined => {
  const args = argsOf(rule, 'if')
  if (!args || args.length < 3 || args.length % 2 === 0) return undefined
  const list = Array.from(
    { length: (args.length - 1) / 2 },
    (_, i) => [args[2 * i], args[2 * i + 1]] as const,
  )
  return { list, otherwise: args.at(-1) }
}

const isResult = (value: unknown): value is number | null => value === null || isNumber(value)

const lookup = ({ list, otherwise }: Cases): Measure | undefined => {
  const rows = list.flatMap(([test, result]) => {
    const any = readAny(test)
    return any && isNumber(result) ? [{ of: any.of, values: any.values, result }] : []
  })
  const [first] = rows
  if (!first || rows.length < list.length || !isResult(otherwise)) return undefined
  if (!rows.every(({ of }) => sameRef(of, first.of))) return undefined
  return {
    kind: 'lookup',
    of: first.of,
    rows: rows.map(({ values, result }) => ({ values, result })),
    otherwise,
  }
}

const steps = ({ list: [first, ...list], otherwise }: Cases): Measure | undefined => {
  const of = readRef(argsOf(first?.[0], '===', 2)?.[0])
  const rows = list.flatMap(([test, result]) => {
    const [, least] = argsOf(test, '>=', 2) ?? []
    return isNumber(least) && isNumber(result) ? [{ least, result }] : []
  })
  if (!of || rows.length < list.length || !isResult(otherwise)) return undefined
  return { kind: 'steps', of, rows, otherwise }
}

const folded = (rule: unknown): Measure | undefined => {
  const [name, args = []] = operationOf(rule) ?? []
  const kind = (['sum', 'max', 'min'] as const).find((one) => folds[one] === name)
  const terms = args.map(readTerm).filter((term) => term !== undefined)
  if (!kind || terms.length < args.length) return undefined
  const matches = kind === 'sum' ? terms.flatMap(matchOf) : []
  if (terms.length > 0 && matches.length === terms.length) return { kind: 'count', whole: false, matches }
  return { kind, whole: false, terms }
}

const readTerm = (rule: unknown): Term | undefined => {
  const [inner, weight] = argsOf(rule, '*', 2) ?? [rule, 1]
  if (!isNumber(weight)) return undefined
  const of = readRef(inner)
  if (of) return { kind: 'number', of, weight }
  const blank = readRef(inner, 0)
  if (blank) return { kind: 'number', of: blank, weight, blank: true }
  const cases = casesOf(inner)
  const rows = (cases?.list ?? []).flatMap(([test, points]) => {
    const any = readAny(test)
    return any && isNumber(points) ? [{ ...any, points }] : []
  })
  const [first] = rows
  const same = rows.every((row) => first && sameRef(row.of, first.of))
  if (!cases || !first || !same || rows.length < cases.list.length || !isNumber(cases.otherwise))
    return undefined
  return {
    kind: 'points',
    of: first.of,
    rows: rows.map(({ values, points }): Points => ({ values, points })),
    otherwise: cases.otherwise,
    weight,
  }
}

/** One point for some choices and none for the others is how answers are counted. */
const matchOf = (term: Term): readonly Match[] => {
  if (term.kind !== 'points' || term.weight !== 1 || term.otherwise !== 0) return []
  const [row, more] = term.rows
  return row?.points === 1 && !more ? [{ of: term.of, values: row.values }] : []
}
