import { readExpression } from './read-expression.ts'
import { Reader } from './reader.ts'
import type { Expr, Statement } from './syntax.ts'
import { Untranslatable } from './syntax.ts'
import { tokens } from './tokens.ts'

/** Scripts longer than this are not read. */
const longest = 20_000

/** Reads a whole script; throws `Untranslatable`. */
export const readScript = (script: string): readonly Statement[] => {
  if (script.length > longest) throw new Untranslatable('', '代码太长')
  const list = tokens(script)
  if (!list) throw new Untranslatable('', '有不能识别的写法')
  const reader = new Reader(list)
  const statements = readStatements(reader)
  if (!reader.done) throw new Untranslatable(reader.next().text)
  return statements
}

/** Statements up to the end or a `}`. */
const readStatements = (reader: Reader): readonly Statement[] => {
  const list: Statement[] = []
  while (!reader.done && reader.peek() !== '}') list.push(...readStatement(reader))
  return list
}

const block = (reader: Reader): readonly Statement[] => {
  reader.need('{')
  const list = readStatements(reader)
  reader.need('}')
  return list
}

const value = (reader: Reader): Expr => readExpression(reader, block)

/** A block, or a single statement without braces. */
const body = (reader: Reader): readonly Statement[] =>
  reader.within(() => {
    if (reader.peek() === '{') return block(reader)
    if (['var', 'let', 'const'].includes(reader.peek() ?? '')) throw new Untranslatable(reader.peek() ?? '')
    return readStatement(reader)
  })

const readStatement = (reader: Reader): readonly Statement[] => {
  if (reader.take(';')) return []
  const first = reader.peek()
  if (first === 'if') return [readIf(reader)]
  if (first === 'for') return [readFor(reader)]
  if (first === 'var' || first === 'let' || first === 'const') return readDeclaration(reader)
  if (reader.take('break')) {
    reader.end()
    return [{ does: 'leave' }]
  }
  if (reader.take('return')) {
    const nothing =
      reader.done || reader.peek() === ';' || reader.peek() === '}' || reader.list[reader.at]?.line
    const result = nothing ? undefined : value(reader)
    reader.end()
    return [{ does: 'return', value: result }]
  }
  const set = readSet(reader)
  if (set) {
    reader.end()
    return [set]
  }
  const called = value(reader)
  reader.end()
  return called.is === 'call' ? [asWalk(called) ?? { does: 'call', value: called }] : leftOver(called)
}

/** An expression that stands alone does nothing, but a script of only that gives it as its result. */
const leftOver = (alone: Expr): readonly Statement[] => {
  if (alone.is === 'constant') return []
  return [{ does: 'call', value: alone }]
}

const readIf = (reader: Reader): Statement =>
  reader.within(() => {
    reader.need('if')
    reader.need('(')
    const test = value(reader)
    reader.need(')')
    const yes = body(reader)
    return { does: 'if', test, yes, no: reader.take('else') ? body(reader) : [] }
  })

const readDeclaration = (reader: Reader): readonly Statement[] => {
  const word = reader.name()
  const list: Statement[] = []
  do {
    const name = reader.name()
    const first = reader.take('=') ? value(reader) : undefined
    list.push({ does: 'declare', name, value: first, scoped: word !== 'var', fixed: word === 'const' })
  } while (reader.take(','))
  reader.end()
  return list
}

const compound: Readonly<Record<string, string>> = { '+=': '+', '-=': '-', '*=': '*', '/=': '/', '%=': '%' }

/** `name = …`, `name += …`, `name++`; undefined where something else stands, nothing read. */
const readSet = (reader: Reader): Statement | undefined => {
  const name = reader.list[reader.at]
  if (name?.kind !== 'name') {
    if (reader.peek() === '++' || reader.peek() === '--') throw new Untranslatable(reader.peek() ?? '')
    return undefined
  }
  const sign = reader.peek(1) ?? ''
  const now: Expr = { is: 'name', name: name.text }
  if ((sign === '++' || sign === '--') && !reader.list[reader.at + 1]?.line) {
    reader.at += 2
    const one: Expr = { is: 'constant', value: 1 }
    return { does: 'set', name: name.text, value: { is: 'binary', sign: sign[0] ?? '', a: now, b: one } }
  }
  if (sign !== '=' && !Object.hasOwn(compound, sign)) return undefined
  reader.at += 2
  const given = value(reader)
  if (sign === '=') return { does: 'set', name: name.text, value: given }
  return {
    does: 'set',
    name: name.text,
    value: { is: 'binary', sign: compound[sign] ?? '', a: now, b: given },
  }
}

/** `for (const item of list)` and `for (let i = 0; i < list.length; i++)`; no other loop is read. */
const readFor = (reader: Reader): Statement =>
  reader.within(() => {
    reader.need('for')
    reader.need('(')
    const word = reader.name()
    if (!['var', 'let', 'const'].includes(word)) throw new Untranslatable(word)
    const name = reader.name()
    if (reader.take('of')) {
      const list = value(reader)
      reader.need(')')
      return { does: 'each', list, item: name, index: undefined, body: body(reader) }
    }
    if (reader.take('in')) {
      const list = value(reader)
      reader.need(')')
      return { does: 'each', list, item: undefined, index: name, body: body(reader) }
    }
    reader.need('=')
    if (reader.next().text !== '0') throw new Untranslatable('for')
    reader.need(';')
    const test = value(reader)
    reader.need(';')
    const before = reader.take('++')
    if (reader.name() !== name || (!before && !reader.take('++'))) throw new Untranslatable('for')
    reader.need(')')
    if (test.is !== 'binary' || test.sign !== '<' || test.a.is !== 'name' || test.a.name !== name)
      throw new Untranslatable('for')
    if (test.b.is !== 'member' || test.b.name !== 'length') throw new Untranslatable('for')
    return { does: 'each', list: test.b.of, item: undefined, index: name, body: body(reader) }
  })

/** `list.forEach(item => …)` and `_.each(list, item => …)` are walks. */
const asWalk = (call: Expr & { readonly is: 'call' }): Statement | undefined => {
  if (call.of.is !== 'member' || !['forEach', 'each'].includes(call.of.name)) return undefined
  const lodash = call.of.of.is === 'name' && call.of.of.name === '_'
  const list = lodash ? call.args[0] : call.of.of
  const closure = call.args[lodash ? 1 : 0]
  if (!list || closure?.is !== 'closure' || closure.names.length > 2) return undefined
  const [item, index] = closure.names
  return { does: 'each', list, item, index, body: closure.body }
}
