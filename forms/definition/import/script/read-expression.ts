import { Reader } from './reader.ts'
import type { Closure, Expr } from './syntax.ts'
import { Untranslatable } from './syntax.ts'
import { templateParts, tokens } from './tokens.ts'

const strength: Readonly<Record<string, number>> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '==': 4,
  '===': 4,
  '!=': 4,
  '!==': 4,
  '<': 5,
  '>': 5,
  '<=': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
}
const literals: Readonly<Record<string, true | false | null | undefined>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
}
const words: ReadonlySet<string> = new Set(
  'await async yield class delete void in instanceof this super import debugger with switch while do try throw catch finally default case var let const if else for return function new typeof'.split(
    ' ',
  ),
)

/** Reads closures' bodies; given from outside so that expressions and statements need not know each other. */
export type ReadBody = (reader: Reader) => Closure['body']

/** A whole expression with `? :`. */
export const readExpression = (reader: Reader, body: ReadBody): Expr =>
  reader.within(() => {
    const test = operation(reader, 1, body)
    if (!reader.take('?')) return test
    const yes = readExpression(reader, body)
    reader.need(':')
    return { is: 'choose', test, yes, no: readExpression(reader, body) }
  })

const operation = (reader: Reader, level: number, body: ReadBody): Expr => {
  let left = unary(reader, body)
  while (true) {
    const sign = reader.peek()
    const own = sign !== undefined && Object.hasOwn(strength, sign) ? (strength[sign] ?? 0) : 0
    if (sign === undefined || own < level) return left
    reader.at++
    left = { is: 'binary', sign, a: left, b: operation(reader, own + 1, body) }
  }
}

const unary = (reader: Reader, body: ReadBody): Expr =>
  reader.within(() => {
    for (const sign of ['!', '-', '+', 'typeof'])
      if (reader.take(sign)) return { is: 'unary', sign, of: unary(reader, body) }
    const value = members(reader, primary(reader, body), body)
    if (!reader.take('**')) return value
    return { is: 'binary', sign: '**', a: value, b: unary(reader, body) }
  })

const primary = (reader: Reader, body: ReadBody): Expr => {
  const arrow = arrowNames(reader)
  if (arrow) return arrowOf(reader, arrow, body)
  const token = reader.next()
  if (token.kind === 'number') return { is: 'constant', value: token.value }
  if (token.kind === 'text') return { is: 'constant', value: token.text }
  if (token.kind === 'template') return template(token.text, reader, body)
  const { text } = token
  if (token.kind === 'sign') {
    if (text === '(') {
      const inner = readExpression(reader, body)
      reader.need(')')
      return inner
    }
    if (text === '[') return { is: 'list', items: items(reader, ']', body) }
    if (text === '{') return object(reader, body)
    throw new Untranslatable(text)
  }
  if (Object.hasOwn(literals, text)) return { is: 'constant', value: literals[text] }
  if (text === 'function') return functionOf(reader, body)
  if (text === 'new') {
    const of: Expr = { is: 'name', name: reader.name() }
    return { is: 'call', of, args: reader.take('(') ? items(reader, ')', body) : [], made: true }
  }
  if (words.has(text)) throw new Untranslatable(text)
  return { is: 'name', name: text }
}

/** `a =>`, `(a, b) =>`, `() =>`: the names, with the reader after the arrow. */
const arrowNames = (reader: Reader): readonly string[] | undefined => {
  const from = reader.at
  const first = reader.list[from]
  if (first?.kind === 'name' && reader.peek(1) === '=>') {
    reader.at += 2
    return [first.text]
  }
  if (reader.peek() !== '(') return undefined
  const names: string[] = []
  let at = from + 1
  while (reader.list[at]?.kind === 'name' && names.length < 5) {
    names.push(reader.list[at]?.text ?? '')
    at++
    if (reader.list[at]?.text !== ',') break
    at++
  }
  reader.at = at
  if (reader.take(')') && reader.take('=>')) return names
  reader.at = from
  return undefined
}

const arrowOf = (reader: Reader, names: readonly string[], body: ReadBody): Closure =>
  reader.within(() => {
    if (reader.peek() === '{') return { is: 'closure', names, body: body(reader) }
    return { is: 'closure', names, body: [{ does: 'return', value: readExpression(reader, body) }] }
  })

const functionOf = (reader: Reader, body: ReadBody): Closure => {
  if (reader.peek() !== '(') reader.name()
  reader.need('(')
  const names: string[] = []
  while (!reader.take(')')) {
    names.push(reader.name())
    if (!reader.take(',') && reader.peek() !== ')') throw new Untranslatable(reader.next().text)
  }
  return { is: 'closure', names, body: reader.within(() => body(reader)) }
}

const items = (reader: Reader, close: string, body: ReadBody): readonly Expr[] => {
  const list: Expr[] = []
  while (!reader.take(close)) {
    list.push(readExpression(reader, body))
    if (!reader.take(',') && reader.peek() !== close) throw new Untranslatable(reader.next().text)
  }
  return list
}

const object = (reader: Reader, body: ReadBody): Expr => {
  const entries: (readonly [string, Expr])[] = []
  while (!reader.take('}')) {
    const key = reader.next()
    if (key.kind === 'sign' || key.kind === 'template' || key.text === '__proto__')
      throw new Untranslatable(key.text)
    if (reader.take(':')) entries.push([key.text, readExpression(reader, body)])
    else throw new Untranslatable(key.text)
    if (!reader.take(',') && reader.peek() !== '}') throw new Untranslatable(reader.next().text)
  }
  return { is: 'object', entries }
}

/** `.name`, `?.name`, `[…]`, `(…)`. */
const members = (reader: Reader, from: Expr, body: ReadBody): Expr => {
  let value = from
  while (true) {
    const token = reader.list[reader.at]
    if (token?.kind === 'template') throw new Untranslatable('`')
    if (reader.take('.')) value = { is: 'member', of: value, name: reader.name() }
    else if (reader.take('?.')) {
      if (reader.peek() !== '[' && reader.peek() !== '(')
        value = { is: 'member', of: value, name: reader.name() }
    } else if (reader.take('[')) {
      value = { is: 'index', of: value, at: readExpression(reader, body) }
      reader.need(']')
    } else if (reader.take('('))
      value = { is: 'call', of: value, args: items(reader, ')', body), made: false }
    else return value
  }
}

/** `text ${expression} text` */
const template = (raw: string, outer: Reader, body: ReadBody): Expr => {
  const parts = templateParts(raw)
  if (!parts) throw new Untranslatable('`')
  return {
    is: 'template',
    parts: parts.map(({ text, script }) => {
      if (script === undefined) return { is: 'constant', value: text ?? '' }
      const list = tokens(script)
      if (!list) throw new Untranslatable('`')
      const reader = new Reader(list, outer.deep)
      const value = readExpression(reader, body)
      if (!reader.done) throw new Untranslatable(reader.next().text)
      return value
    }),
  }
}
