import { type Token, tokens } from './tokens.ts'

/** JSON Logic, as plain JSON. */
export type Logic = unknown

/** Thrown inside the parser only; `translate` turns it into "refused". */
export class Untranslatable extends Error {}

const binary: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '===': 3,
  '!=': 3,
  '!==': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}
const operatorOf: Readonly<Record<string, string>> = { '||': 'or', '&&': 'and' }
const roots: ReadonlySet<string> = new Set(['data', 'row', 'value', 'input', 'rowIndex'])
const literals: Readonly<Record<string, unknown>> = { true: true, false: false, null: null, undefined: null }

/** A reader over the words of a script. `locals` are names that stand for JSON Logic already known. */
export class Reader {
  readonly list: readonly Token[]
  readonly locals = new Map<string, Logic>()
  at = 0
  depth = 0

  constructor(list: readonly Token[]) {
    this.list = list
  }

  peek(offset = 0): string | undefined {
    const token = this.list[this.at + offset]
    return token && (token.kind === 'sign' || token.kind === 'name') ? token.text : undefined
  }

  take(text: string): boolean {
    const token = this.list[this.at]
    if (!token || token.text !== text || (token.kind !== 'sign' && token.kind !== 'name')) return false
    this.at++
    return true
  }

  need(text: string): void {
    if (!this.take(text)) throw new Untranslatable(text)
  }

  name(): string {
    const token = this.list[this.at++]
    if (token?.kind !== 'name') throw new Untranslatable('name')
    return token.text
  }
}

/** A whole expression with `? :`. */
export const expression = (reader: Reader): Logic => {
  if (++reader.depth > 30) throw new Untranslatable('depth')
  const test = operation(reader, 1)
  reader.depth--
  if (!reader.take('?')) return test
  const yes = expression(reader)
  reader.need(':')
  return { if: [test, yes, expression(reader)] }
}

const operation = (reader: Reader, level: number): Logic => {
  let left = unary(reader)
  while (true) {
    const sign = reader.peek()
    const strength = sign !== undefined && Object.hasOwn(binary, sign) ? (binary[sign] ?? 0) : 0
    if (sign === undefined || strength < level) return left
    reader.at++
    left = combine(sign, left, operation(reader, strength + 1))
  }
}

/** `+` joins texts where one side surely is text, else it adds; JavaScript decides that while running. */
const combine = (sign: string, left: Logic, right: Logic): Logic => {
  const name = sign === '+' && (isText(left) || isText(right)) ? 'cat' : (operatorOf[sign] ?? sign)
  const same = name === 'cat' || name === 'or' || name === 'and' || (name === '+' && !isText(left))
  return { [name]: same ? [...parts(left, name), right] : [left, right] }
}

const parts = (logic: Logic, name: string): readonly Logic[] => {
  const inner =
    typeof logic === 'object' && logic !== null ? (logic as Record<string, unknown>)[name] : undefined
  return Array.isArray(inner) ? inner : [logic]
}

const isText = (logic: Logic): boolean =>
  typeof logic === 'string' || (typeof logic === 'object' && logic !== null && 'cat' in logic)

const unary = (reader: Reader): Logic => {
  if (++reader.depth > 30) throw new Untranslatable('depth')
  const logic = signed(reader)
  reader.depth--
  return logic
}

const signed = (reader: Reader): Logic => {
  if (reader.take('!')) {
    if (reader.take('!')) return { '!!': [unary(reader)] }
    return { '!': [unary(reader)] }
  }
  if (reader.take('-')) {
    const value = unary(reader)
    return typeof value === 'number' ? -value : { '-': [value] }
  }
  if (reader.take('+')) return unary(reader)
  return member(reader, primary(reader))
}

const primary = (reader: Reader): Logic => {
  const token = reader.list[reader.at++]
  if (!token) throw new Untranslatable('end')
  if (token.kind === 'number') return token.value
  if (token.kind === 'text') return token.text
  if (token.kind === 'template') return template(token.text, reader)
  if (token.kind === 'sign') {
    if (token.text === '(') {
      const inner = expression(reader)
      reader.need(')')
      return inner
    }
    if (token.text === '[') return list(reader)
    throw new Untranslatable(token.text)
  }
  if (Object.hasOwn(literals, token.text)) return literals[token.text]
  if (reader.locals.has(token.text)) return reader.locals.get(token.text)
  if (token.text === 'Math') return mathematics(reader)
  if (token.text === 'Number' || token.text === 'parseFloat' || token.text === 'parseInt') {
    const [value] = callArguments(reader)
    return { '+': [value ?? null] }
  }
  if (roots.has(token.text)) return { var: token.text }
  throw new Untranslatable(token.text)
}

const list = (reader: Reader): Logic => {
  const items: Logic[] = []
  while (!reader.take(']')) {
    items.push(expression(reader))
    if (!reader.take(',') && reader.peek() !== ']') throw new Untranslatable('list')
  }
  if (items.some((item) => typeof item === 'object' && item !== null)) throw new Untranslatable('list')
  return items
}

const callArguments = (reader: Reader): readonly Logic[] => {
  reader.need('(')
  const items: Logic[] = []
  while (!reader.take(')')) {
    items.push(expression(reader))
    if (!reader.take(',') && reader.peek() !== ')') throw new Untranslatable('arguments')
  }
  return items
}

const mathematics = (reader: Reader): Logic => {
  reader.need('.')
  const name = reader.name()
  if (name !== 'round' && name !== 'max' && name !== 'min') throw new Untranslatable(`Math.${name}`)
  return { [name]: callArguments(reader) }
}

const variable = (logic: Logic): string | undefined => {
  const name =
    typeof logic === 'object' && logic !== null ? (logic as Record<string, unknown>)['var'] : undefined
  return typeof name === 'string' ? name : undefined
}

/** `.name`, `['name']`, `?.name`, and the few methods that have a JSON Logic twin. */
const member = (reader: Reader, from: Logic): Logic => {
  let logic = from
  while (true) {
    if (reader.take('.') || reader.take('?.')) {
      const name = reader.name()
      if (reader.peek() === '(') logic = method(logic, name, callArguments(reader))
      else {
        const path = variable(logic)
        if (path === undefined) throw new Untranslatable(name)
        logic = { var: path === '' ? name : `${path}.${name}` }
      }
    } else if (reader.peek() === '[' && variable(logic) !== undefined) {
      reader.at++
      const key = expression(reader)
      reader.need(']')
      if (typeof key !== 'string' && typeof key !== 'number') throw new Untranslatable('computed')
      logic = { var: `${variable(logic)}.${key}` }
    } else return logic
  }
}

const method = (on: Logic, name: string, args: readonly Logic[]): Logic => {
  if (name === 'includes' && args.length === 1) return { in: [args[0], on] }
  if (name === 'toString' && args.length === 0) return { cat: [on] }
  throw new Untranslatable(name)
}

/** `text ${expression} text` */
const template = (text: string, outer: Reader): Logic => {
  const pieces: Logic[] = []
  let i = 0
  while (i < text.length) {
    const start = text.indexOf('${', i)
    if (start < 0) break
    const end = text.indexOf('}', start)
    if (end < 0) throw new Untranslatable('template')
    if (start > i) pieces.push(text.slice(i, start))
    const words = tokens(text.slice(start + 2, end))
    if (!words) throw new Untranslatable('template')
    const reader = new Reader(words)
    for (const [name, logic] of outer.locals) reader.locals.set(name, logic)
    pieces.push(expression(reader))
    if (reader.at !== words.length) throw new Untranslatable('template')
    i = end + 1
  }
  if (i < text.length) pieces.push(text.slice(i))
  return { cat: pieces.length === 0 ? [''] : pieces }
}
