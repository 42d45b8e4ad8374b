import { checkTypes, checkValidations } from 'dynalite/validations/index.js'
import { invalid, Refusal } from '../refusal.ts'
import type { Attribute } from '../values/attribute.ts'
import { depth } from '../values/size.ts'
import type { Shape, Shapes } from './shape.ts'

/** How a request is read: its shape, and what must hold between its parts (a sentence when it does not). */
export interface Request {
  readonly types: Shapes
  readonly custom?: ((input: never, store: object) => string | undefined) | undefined
}

/** dynalite measures items by its own rule; ours is applied where the item is written. */
const store = { options: { maxItemSize: Number.POSITIVE_INFINITY } }
const maxExpression = 4096
/** dynalite's parser takes four times as long for every level: 30 ms here, a quarter of a minute at ten. */
const maxBrackets = 5

/** The checked input of an operation. A parameter that the engine does not know is refused, never dropped. */
export function readInput(request: Request, operation: string, body: unknown): object {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadable()
  refuseUnknown(operation, request.types, body)
  try {
    const input = checkTypes(body, request.types)
    checkExpressions(input)
    checkValidations(input, request.types, request.custom, store)
    return input
  } catch (error) {
    throw translated(error)
  }
}

export function unreadable(message = 'The request could not be read'): Refusal {
  return new Refusal('SerializationException', message)
}

/** dynalite's own errors carry the wire's body; anything else thrown here means that the body had an impossible form. */
function translated(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const body = (error as { body?: { __type?: string; message?: string; Message?: string } }).body
  if (body?.__type === undefined) return unreadable()
  const kind = body.__type.slice(body.__type.indexOf('#') + 1)
  return new Refusal(kind, body.message ?? body.Message ?? '')
}

function refuseUnknown(where: string, shapes: Shapes, value: object): void {
  for (const [name, inner] of Object.entries(value)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape === undefined) {
      throw invalid(`The parameter ${name} of ${where} is not supported by this engine`)
    }
    descend(`${where}.${name}`, shape, inner)
  }
}

function descend(where: string, shape: Shape, value: unknown): void {
  if (typeof shape === 'string' || typeof value !== 'object' || value === null) return
  const children = shape.children
  if (children === undefined || typeof children === 'string') return
  if (/Struct</.test(shape.type ?? '')) {
    if (!Array.isArray(value)) refuseUnknown(where, children as Shapes, value)
    return
  }
  for (const inner of Object.values(value)) descend(where, children as Shape, inner)
}

const expressions = [
  'ConditionExpression',
  'UpdateExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
]

/** Items are plain objects here and in dynalite: assigning to this name would lose the attribute without a word. */
const impossibleName = invalid('An attribute cannot be called __proto__ in this engine')

/** What dynalite does not bound. */
export function checkExpressions(input: Readonly<Record<string, unknown>>): void {
  for (const name of expressions) {
    const text = input[name]
    if (typeof text !== 'string') continue
    if (text.includes('__proto__')) throw impossibleName
    if (Buffer.byteLength(text) > maxExpression) {
      throw invalid(`Invalid ${name}: Expression size has exceeded the maximum allowed size;`)
    }
    if (bracketDepth(text) > maxBrackets) {
      throw invalid(
        `Invalid ${name}: more than ${maxBrackets} levels of brackets are not supported by this engine`,
      )
    }
  }
  if (Object.values(input.ExpressionAttributeNames ?? {}).includes('__proto__')) throw impossibleName
  const values = (input.ExpressionAttributeValues ?? {}) as Readonly<Record<string, Attribute>>
  for (const value of Object.values(values)) checkDepth(value)
}

function bracketDepth(text: string): number {
  let open = 0
  let deepest = 0
  for (const character of text) {
    if (character === '(') deepest = Math.max(deepest, ++open)
    else if (character === ')') open--
  }
  return deepest
}

export function checkDepth(value: Attribute): void {
  if (depth(value) > 32) throw invalid('Nesting Levels have exceeded supported limits')
}
