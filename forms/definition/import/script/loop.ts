import type { Closure, Expr, Statement } from './syntax.ts'

/** Names that a body sets. */
export const setIn = (body: readonly Statement[], names = new Set<string>()): Set<string> => {
  for (const statement of body) {
    if (statement.does === 'set') names.add(statement.name)
    if (statement.does === 'declare' && !statement.scoped) names.add(statement.name)
    if (statement.does === 'if') {
      setIn(statement.yes, names)
      setIn(statement.no, names)
    }
    if (statement.does === 'each') setIn(statement.body, names)
  }
  return names
}

/** `if (test) { flag = true; break }`: to set the same again and again changes nothing, so the loop may go on. */
export const withoutLeaving = (body: readonly Statement[]): readonly Statement[] => {
  const [only, ...more] = body
  if (only?.does !== 'if' || only.no.length > 0 || more.length > 0) return body
  const sets = only.yes.filter(({ does }) => does !== 'leave')
  const same = sets.every((one) => one.does === 'set' && one.value.is === 'constant')
  return same ? [{ ...only, yes: sets }] : body
}

/** `for (…) if (test) { flag = true; break }` asks whether there is some. */
export const asSome = (
  loop: Statement & { readonly does: 'each' },
): (Statement & { readonly does: 'if' }) | undefined => {
  const [only, ...more] = loop.body
  if (
    only?.does !== 'if' ||
    only.no.length > 0 ||
    more.length > 0 ||
    loop.item === undefined ||
    loop.index !== undefined
  )
    return undefined
  const sets = only.yes.filter(({ does }) => does !== 'leave')
  if (!sets.every((one) => one.does === 'set' && one.value.is === 'constant') || sets.length === 0)
    return undefined
  const closure: Closure = { is: 'closure', names: [loop.item], body: [{ does: 'return', value: only.test }] }
  const test: Expr = {
    is: 'call',
    of: { is: 'member', of: loop.list, name: 'some' },
    args: [closure],
    made: false,
  }
  return { does: 'if', test, yes: sets, no: [] }
}
