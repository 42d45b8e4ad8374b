import * as z from 'zod'
import { divisionCode, fen, key, localDate, ratio, source } from '#forms/catalogue'

/**
 * How one value of a document is edited. `fixed` is not shown: a version number, the sentence a rule was taken from
 * (drawn as its mark). `other` has no field of its own and stays with the source.
 */
export type Shape =
  | { readonly kind: 'line' | 'text' | 'key' | 'code' | 'date' | 'money' | 'ratio' | 'switch' }
  | { readonly kind: 'number'; readonly whole: boolean; readonly min?: number; readonly max?: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'fixed' | 'source' | 'other' }

/** One member of a group. `optional` may be left out, `nullable` may say "not set". */
export type Field = {
  readonly name: string
  readonly shape: Shape
  readonly optional: boolean
  readonly nullable: boolean
}

/** The shapes that our documents give a meaning of their own, recognised by being the very same schema. */
const meanings = new Map<z.core.$ZodType, Shape>([
  [fen, { kind: 'money' }],
  [ratio, { kind: 'ratio' }],
  [key, { kind: 'key' }],
  [divisionCode, { kind: 'code' }],
  [localDate, { kind: 'date' }],
  [source, { kind: 'source' }],
])

/** A line of text ends here; what may be longer gets a larger field. */
const lineLength = 200

/** The shape of a document's schema; whatever it does not know becomes `other`, so that nothing is lost. */
export const shapeOf = (schema: z.core.$ZodType): Shape => {
  const meaning = meanings.get(schema)
  if (meaning) return meaning
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return { kind: longest(schema) > lineLength ? 'text' : 'line' }
    case 'number':
      return numberOf(schema)
    case 'boolean':
      return { kind: 'switch' }
    case 'enum':
      return { kind: 'choice', options: Object.values(def.entries).map(String) }
    case 'literal':
      return { kind: 'fixed' }
    case 'array':
      return { kind: 'list', item: shapeOf(def.element) }
    case 'object':
      return { kind: 'group', fields: Object.entries(def.shape).map(([name, inner]) => fieldOf(name, inner)) }
    case 'optional':
    case 'nullable':
      return shapeOf(def.innerType)
    case 'union':
      return unionOf(def.options.map(shapeOf))
    default:
      return { kind: 'other' }
  }
}

const fieldOf = (name: string, schema: z.core.$ZodType): Field => {
  let inner = (schema as z.core.$ZodTypes)._zod.def
  let [optional, nullable] = [false, false]
  while (inner.type === 'optional' || inner.type === 'nullable') {
    optional ||= inner.type === 'optional'
    nullable ||= inner.type === 'nullable'
    inner = (inner.innerType as z.core.$ZodTypes)._zod.def
  }
  return { name, shape: shapeOf(schema), optional, nullable }
}

/** Roles and one more word are one choice; kinds of groups that differ stay with the source. */
const unionOf = (options: readonly Shape[]): Shape => {
  const words = options.flatMap((one) => (one.kind === 'choice' ? one.options : []))
  return options.every(({ kind }) => kind === 'choice' || kind === 'fixed') && words.length > 0
    ? { kind: 'choice', options: words }
    : { kind: 'other' }
}

const longest = (schema: z.core.$ZodType): number =>
  (schema instanceof z.ZodString ? schema.maxLength : null) ?? lineLength

const numberOf = (schema: z.core.$ZodType): Shape => {
  if (!(schema instanceof z.ZodNumber)) return { kind: 'number', whole: false }
  const bound = (value: number | null) =>
    value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined
  const [min, max] = [bound(schema.minValue), bound(schema.maxValue)]
  return {
    kind: 'number',
    whole: schema.isInt,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  }
}

/** What a new entry begins as: empty where a person must write, "not set" where the document can say so. */
export const blank = (shape: Shape): unknown => {
  switch (shape.kind) {
    case 'group':
      return Object.fromEntries(
        shape.fields
          .filter(({ optional }) => !optional)
          .map(({ name, shape: inner, nullable }) => [name, nullable ? null : blank(inner)]),
      )
    case 'list':
      return []
    case 'switch':
      return false
    case 'choice':
      return shape.options[0] ?? ''
    case 'number':
      return shape.min ?? 0
    case 'ratio':
    case 'money':
      return 0
    default:
      return ''
  }
}
