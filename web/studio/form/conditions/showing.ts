import {
  type Condition,
  type Conditional,
  type ConditionOperator,
  conditionOf,
  type Entry,
  type Outline,
  resolveName,
  type Term,
} from '#forms/definition'
import type { Clause, ClauseTest, Groups, Scene } from '../../outcomes/model.ts'
import { type Question, questionAt } from '../../outcomes/questions.ts'
import { argsOf } from '../../outcomes/same-meaning.ts'
import { readWhen, writeWhen } from '../../outcomes/when.ts'

/** When a question is shown. With `show: false` it is hidden while the groups hold. */
export type Showing =
  | { readonly kind: 'always' }
  | { readonly kind: 'groups'; readonly show: boolean; readonly groups: Groups }
  | { readonly kind: 'own' }

export type Around = {
  readonly outline: Outline
  /** What the question may ask, seen from where it stands. */
  readonly questions: readonly Question[]
  readonly scene: Scene
}

/** What a `conditional` of the profile says; undefined: none is needed. Simple where that is enough, else JSON Logic. */
export const writeShowing = (showing: Showing, around: Around): Conditional | undefined => {
  if (showing.kind !== 'groups') return undefined
  const groups = showing.groups.filter((group) => group.length > 0)
  if (groups.length === 0) return undefined
  const { show } = showing
  const terms = groups.flat().map((clause) => termOf(clause, around))
  const conditions = terms.flatMap((term) => (term ? [term] : []))
  if (
    conditions.length === terms.length &&
    (groups.length === 1 || groups.every(({ length }) => length === 1))
  )
    return { show, conjunction: groups.length === 1 ? 'all' : 'any', conditions }
  const rule = writeWhen({ kind: 'groups', groups }, around.scene)
  return { json: show ? rule : { '!': [rule] } }
}

/** Reads the condition of a question; one of any other shape is `own`: it is shown and kept. */
export const readShowing = (entry: Entry, around: Around): Showing => {
  const condition = conditionOf(entry)
  if (!condition) return { kind: 'always' }
  return (
    (condition.kind === 'json' ? readJson(condition, around) : readSimple(condition, entry, around)) ?? {
      kind: 'own',
    }
  )
}

const readJson = ({ rule }: Extract<Condition, { kind: 'json' }>, { scene }: Around): Showing | undefined => {
  const when = readWhen(rule, scene)
  if (when.kind === 'groups') return { kind: 'groups', show: true, groups: when.groups }
  const [inner] = argsOf(rule, '!', 1) ?? []
  const denied = readWhen(inner, scene)
  return denied.kind === 'groups' ? { kind: 'groups', show: false, groups: denied.groups } : undefined
}

const readSimple = (
  { show, any, terms }: Extract<Condition, { kind: 'simple' }>,
  entry: Entry,
  around: Around,
): Showing | undefined => {
  const clauses = terms.flatMap((term) => clauseOf(term, entry, around) ?? [])
  if (clauses.length < terms.length) return undefined
  return { kind: 'groups', show, groups: any ? clauses.map((clause) => [clause]) : [clauses] }
}

type Simple = NonNullable<Conditional['conditions']>[number]

const orders: Readonly<Partial<Record<ClauseTest, ConditionOperator>>> = {
  more: 'greaterThan',
  atLeast: 'greaterThanOrEqual',
  less: 'lessThan',
  atMost: 'lessThanOrEqual',
}

/** A clause as Form.io's own kind of condition; undefined where that cannot say it. */
const termOf = ({ of, test, values }: Clause, { questions }: Around): Simple | undefined => {
  const question = questionAt(questions, of)
  if (!question) return undefined
  const { entry, part, kind } = question
  const [value, more] = values
  const name = part !== undefined && kind !== 'tick' ? `${entry.path}.${part}` : entry.path
  const term = (operator: ConditionOperator, wanted?: unknown): Simple => ({
    component: name,
    operator,
    ...(wanted !== undefined && { value: wanted }),
  })
  if (test === 'filled') return term('isNotEmpty')
  if (test === 'blank') return term('isEmpty')
  if (value === undefined || more !== undefined) return undefined
  const order = orders[test]
  if (order) return term(order, value)
  if (test === 'includes') return kind === 'list' || kind === 'text' ? term('includes', value) : undefined
  if (kind === 'list' || (test !== 'any' && test !== 'none')) return undefined
  const equal = test === 'any'
  if (kind === 'tick' && typeof value === 'boolean')
    return term(value === equal ? 'isEqual' : 'isNotEqual', part ?? true)
  return kind === 'tick' ? undefined : term(equal ? 'isEqual' : 'isNotEqual', value)
}

const clauseOf = (term: Term, from: Entry, { outline, questions }: Around): Clause | undefined => {
  const target = resolveName(outline, from, term.name)
  const equal = term.operator === 'isEqual' || term.operator === 'legacy'
  if (!target) return undefined
  const of = (part?: string) =>
    questions.find((one) => one.entry.path === target.entry.path && (part === undefined || one.part === part))
  const part = target.rest[0] ?? (target.entry.kind === 'selectboxes' ? String(term.value) : undefined)
  const question = of(part)
  if (!question) return undefined
  const clause = (test: ClauseTest, values: Clause['values'] = []): Clause => ({
    of: question.of,
    test,
    values,
  })
  if (question.kind === 'tick') {
    const wanted = target.entry.kind === 'selectboxes' || String(term.value) === 'true'
    if (!equal && term.operator !== 'isNotEqual') return undefined
    return target.entry.kind === 'selectboxes' && target.rest.length > 0
      ? undefined
      : clause('any', [equal === wanted])
  }
  if (term.operator === 'isNotEmpty') return clause('filled')
  if (term.operator === 'isEmpty') return clause('blank')
  const order = (Object.keys(orders) as ClauseTest[]).find((test) => orders[test] === term.operator)
  const value = wantedOf(term.value, question)
  if (value === undefined) return undefined
  if (order) return typeof value === 'number' ? clause(order, [value]) : undefined
  if (term.operator === 'includes') return clause('includes', [value])
  if (question.kind === 'list' || (!equal && term.operator !== 'isNotEqual')) return undefined
  return clause(equal ? 'any' : 'none', [value])
}

/** Builders write numbers and codes as text. */
const wantedOf = (value: unknown, { kind, options }: Question): string | number | boolean | undefined => {
  const option = options.find((one) => String(one.value) === String(value))
  if (option) return option.value
  if (kind === 'number') return value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined
}
