import { readScript } from './script/read-statement.ts'
import { type Expr, Untranslatable } from './script/syntax.ts'

/** What a script assigns, if that is plain data: `values = [{ label: 'A', value: 'a' }]`. Undefined for all else. */
export const literalOf = (script: string, target: string): unknown => {
  try {
    const [first, ...more] = readScript(script)
    if (first?.does !== 'set' || first.name !== target || more.length > 0) return undefined
    return plain(first.value)
  } catch (error) {
    if (error instanceof Untranslatable) return undefined
    throw error
  }
}

const plain = (of: Expr): unknown => {
  if (of.is === 'constant') return of.value ?? null
  if (of.is === 'list') return of.items.map(plain)
  if (of.is === 'object') return Object.fromEntries(of.entries.map(([key, value]) => [key, plain(value)]))
  if (of.is === 'unary' && of.sign === '-' && of.of.is === 'constant' && typeof of.of.value === 'number')
    return -of.of.value
  // `Promise.resolve([…])` is the list that it brings.
  const [only, ...more] = of.is === 'call' ? of.args : []
  if (of.is === 'call' && only && more.length === 0 && of.of.is === 'member' && of.of.name === 'resolve')
    if (of.of.of.is === 'name' && of.of.of.name === 'Promise') return plain(only)
  throw new Untranslatable('')
}
