import { expression, type Logic, Reader, Untranslatable } from './expression.ts'
import { tokens } from './tokens.ts'

/** JSON Logic that means the same, or the word at which the script stops being simple. */
export type Translation =
  | { readonly ok: true; readonly logic: Logic }
  | { readonly ok: false; readonly at: string }

/**
 * Translates a common JavaScript idiom of Form.io by reading it, never by running it:
 * `show = data.a === 'x'`, `value = data.a + data.b`, `valid = input > 0 ? true : 'msg'`, `if … else …`,
 * and sums by `forEach`. `target` is the variable that Form.io looks at afterwards.
 */
export const translate = (script: string, target: 'show' | 'value' | 'valid' | 'result'): Translation => {
  if (script.length > 5_000) return { ok: false, at: '' }
  const words = tokens(script)
  if (!words) return { ok: false, at: '' }
  const reader = new Reader(words)
  try {
    const logic = statements(reader, target, undefined)
    if (reader.at !== words.length || logic === undefined)
      throw new Untranslatable(words[reader.at]?.text ?? '')
    return { ok: true, logic: target === 'valid' ? judged(logic) : logic }
  } catch (error) {
    if (error instanceof Untranslatable) return { ok: false, at: error.message.slice(0, 40) }
    throw error
  }
}

/** `valid` must become true or a message; a bare truth value is made one. */
const judged = (logic: Logic): Logic =>
  typeof logic === 'object' && logic !== null && !('if' in logic) ? { '!!': [logic] } : logic

/** Statements up to the end or a `}`; gives what the target holds after them. */
const statements = (reader: Reader, target: string, before: Logic | undefined): Logic | undefined => {
  let value = before
  while (reader.at < reader.list.length && reader.peek() !== '}') {
    if (reader.take(';')) continue
    if (reader.peek() === 'if') value = branch(reader, target, value)
    else if (reader.take(target)) {
      reader.need('=')
      value = expression(reader)
      reader.take(';')
      if (target === 'value') reader.locals.set('value', value)
    } else if (reader.take('var') || reader.take('let') || reader.take('const')) {
      const name = reader.name()
      reader.need('=')
      reader.locals.set(name, expression(reader))
      reader.take(';')
    } else loop(reader)
  }
  return value
}

const block = (reader: Reader, target: string, before: Logic | undefined): Logic | undefined => {
  if (!reader.take('{')) {
    const start = reader.at
    if (!reader.take(target)) throw new Untranslatable(reader.list[start]?.text ?? '')
    reader.need('=')
    const value = expression(reader)
    reader.take(';')
    return value
  }
  const value = statements(reader, target, before)
  reader.need('}')
  return value
}

const branch = (reader: Reader, target: string, before: Logic | undefined): Logic => {
  if (++reader.depth > 30) throw new Untranslatable('depth')
  reader.need('if')
  reader.need('(')
  const test = expression(reader)
  reader.need(')')
  const known = new Map(reader.locals)
  const yes = block(reader, target, before)
  restore(reader, known)
  let no: Logic | undefined = before
  if (reader.take('else')) {
    no = reader.peek() === 'if' ? branch(reader, target, before) : block(reader, target, before)
    restore(reader, known)
  }
  reader.depth--
  return { if: [test, yes ?? null, no ?? null] }
}

/** What a branch did to names outside of it cannot be followed: it must not have done anything. */
const restore = (reader: Reader, known: ReadonlyMap<string, Logic>): void => {
  for (const [name, logic] of reader.locals)
    if (name !== 'value' && known.has(name) && known.get(name) !== logic) throw new Untranslatable(name)
  reader.locals.clear()
  for (const [name, logic] of known) reader.locals.set(name, logic)
}

/** `data.rows.forEach((item) => { sum += item.cost })`, also `sum = sum + item.cost`. */
const loop = (reader: Reader): void => {
  const path: string[] = [reader.name()]
  while (reader.take('.')) path.push(reader.name())
  const method = path.pop()
  if (method !== 'forEach' || (path[0] !== 'data' && path[0] !== 'row') || path.length < 2)
    throw new Untranslatable(method ?? '')
  reader.need('(')
  const wrapped = reader.take('(')
  const item = reader.name()
  if (wrapped) reader.need(')')
  reader.need('=>')
  reader.need('{')
  const sum = reader.name()
  const start = reader.locals.get(sum)
  if (typeof start !== 'number') throw new Untranslatable(sum)
  if (!reader.take('+=')) {
    reader.need('=')
    reader.need(sum)
    reader.need('+')
  }
  reader.locals.set(item, { var: 'current' })
  const added = expression(reader)
  reader.locals.delete(item)
  reader.take(';')
  reader.need('}')
  reader.need(')')
  reader.take(';')
  reader.locals.set(sum, {
    reduce: [{ var: path.join('.') }, { '+': [{ var: 'accumulator' }, added] }, start],
  })
}
