import type { Condition, Denial, Statement } from './statement.ts'

/** What somebody wants to do: one action on one resource, and what is known of the request and of who asks. */
export type Asked = {
  readonly action: string
  readonly resource: string
  /** Condition keys with their values; a key that is absent is not in the request. Names in any case. */
  readonly context: Readonly<Record<string, readonly string[]>>
}

/** A policy that this page cannot read. Nothing is decided then: guessing could only widen. */
export class UnknownCondition extends Error {
  override readonly name = 'UnknownCondition'
}

type Matching = Pick<Statement | Denial, 'Action' | 'Resource' | 'Condition'>

/**
 * Whether a policy of allowing statements allows it, as IAM decides: by any statement whose action, resource and every
 * condition match. Only the operators that our policies use are known; another one, or a variable of another form,
 * throws `UnknownCondition`.
 */
export const isAllowed = (statements: readonly Matching[], asked: Asked): boolean =>
  matches(statements, asked)

/** Whether any of the denying statements matches; then nothing that allows it counts. */
export const isDenied = (statements: readonly Denial[], asked: Asked): boolean => matches(statements, asked)

const matches = (statements: readonly Matching[], asked: Asked): boolean => {
  // A key without a value is not in the request: "for all values" is true of none, and `Null` must see that.
  const context = new Map(
    Object.entries(asked.context).flatMap(([key, values]) =>
      values.length > 0 ? [[key.toLowerCase(), values]] : [],
    ),
  )
  return statements.some(
    ({ Action, Resource, Condition = {} }) =>
      Action.some((pattern) => like(asked.action.toLowerCase(), pattern.toLowerCase(), context)) &&
      Resource.some((pattern) => like(asked.resource, pattern, context)) &&
      Object.entries(Condition).every(([operator, keys]) => holds(operator, keys, context)),
  )
}

type Context = ReadonlyMap<string, readonly string[]>
type Compare = (value: string, wanted: string, context: Context) => boolean

const like: Compare = (value, wanted, context) => {
  const pattern = filled(wanted, context)
  if (pattern === undefined) return false
  const parts = pattern.map((part) =>
    part.literal ? verbatim(part.text) : verbatim(part.text).replaceAll('\\*', '.*').replaceAll('\\?', '.'),
  )
  return new RegExp(`^${parts.join('')}$`, 's').test(value)
}
const equals: Compare = (value, wanted, context) =>
  filled(wanted, context)
    ?.map(({ text }) => text)
    .join('') === value
/** A text whose variable has no value differs from nothing: then the statement is for nobody. */
const differs: Compare = (value, wanted, context) =>
  filled(wanted, context) !== undefined && !equals(value, wanted, context)

const verbatim = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

type Part = { readonly text: string; readonly literal: boolean }

/**
 * Puts the values of variables (`${aws:PrincipalTag/city}`) in. Undefined where one has no value: then the statement
 * is for nobody. What a value says is taken by the letter, and one with a wildcard is not taken at all.
 */
const filled = (text: string, context: Context): readonly Part[] | undefined => {
  const parts: Part[] = []
  for (const [i, part] of text.split(/\$\{([^}]*)\}/).entries()) {
    if (i % 2 === 0) {
      parts.push({ text: part, literal: false })
      continue
    }
    if (!/^[\w:/.-]+$/.test(part)) throw new UnknownCondition(`the variable ${part}`)
    const values = context.get(part.toLowerCase()) ?? []
    if (values.length !== 1) return undefined
    const [value = ''] = values
    if (/[*?]/.test(value)) throw new UnknownCondition(`the value ${value} of ${part}`)
    parts.push({ text: value, literal: true })
  }
  return parts
}

const comparisons: Readonly<Record<string, Compare>> = {
  StringEquals: equals,
  StringLike: like,
}

const holds = (operator: string, keys: Condition, context: Context): boolean => {
  const [, quantifier = '', name = ''] = /^(?:(ForAllValues|ForAnyValue):)?(\w+)$/.exec(operator) ?? []
  return Object.entries(keys).every(([key, value]) => {
    const wanted = [value].flat()
    const values = context.get(key.toLowerCase())
    if (operator === 'ForAllValues:StringNotEquals')
      return (values ?? []).every((one) => wanted.every((text) => differs(one, text, context)))
    // Of a key that is not in the request nothing is said, so it is not equal; and neither is a text without a value.
    if (operator === 'StringNotEquals')
      return (values ?? ['']).every((one) => wanted.every((text) => differs(one, text, context)))
    if (operator === 'ForAnyValue:StringNotEquals')
      return (values ?? []).some((one) => wanted.every((text) => differs(one, text, context)))
    if (operator === 'Null') return (values === undefined ? 'true' : 'false') === wanted[0]
    const compare = comparisons[name]
    if (!compare) throw new UnknownCondition(`the operator ${operator}`)
    const fits = (one: string) => wanted.some((pattern) => compare(one, pattern, context))
    // Nothing to fail is nothing failed: what `Null` stands beside it for.
    if (quantifier === 'ForAllValues') return (values ?? []).every(fits)
    if (quantifier === 'ForAnyValue') return (values ?? []).some(fits)
    if ((values?.length ?? 0) > 1) throw new UnknownCondition(`several values of ${key} without a quantifier`)
    return (values ?? []).some(fits)
  })
}
