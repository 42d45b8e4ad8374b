/** The way to a value inside a literal: `[1, 'issuer', 'keys']`. */
export type Path = readonly (string | number)[]

type Container = { readonly kind: 'object' | 'array' | 'other'; key: string | number | undefined }

/** Comments, strings, words and marks; what is between them says nothing of where things stand. */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[\w$]+|[{}[\]():,]/g

/**
 * In which lines of a source the values of a literal stand, from the place on where it begins. It reads only how the
 * brackets lie, so that it finds its way in a source with mistakes too; a value that is not written out has no line.
 */
const linesOf = (source: string, from: number): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>()
  const open: Container[] = []
  let word: { readonly text: string; readonly at: number } | undefined
  const note = (at: number) => {
    const path = open.map(({ key }) => key)
    const name = JSON.stringify(path)
    if (!lines.has(name)) lines.set(name, source.slice(0, at).split('\n').length)
  }
  token.lastIndex = from
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const [text] = found
    const inner = open.at(-1)
    if (text.startsWith('//') || text.startsWith('/*')) continue
    if (inner?.kind === 'array' && !/^[\]),]$/.test(text)) note(found.index)
    if (text === '{') open.push({ kind: 'object', key: undefined })
    else if (text === '[') open.push({ kind: 'array', key: 0 })
    else if (text === '(') open.push({ kind: 'other', key: undefined })
    else if (/^[\]})]$/.test(text)) {
      open.pop()
      if (open.length === 0) break
    } else if (text === ',' && inner?.kind === 'array') inner.key = Number(inner.key) + 1
    else if (text === ':' && inner?.kind === 'object' && word) {
      inner.key = word.text.replace(/^['"]|['"]$/g, '')
      note(word.at)
    }
    word = /^[\w$'"]/.test(text) ? { text, at: found.index } : undefined
  }
  return lines
}

/**
 * The line of a value of the literal that the source gives a name to (`… const stages … = [`), from 1. Where the value
 * is missing, the line of the nearest thing around it.
 */
export const lineOf = (source: string, name: string, path: Path): number => {
  const begin = new RegExp(`^(?:export )?const ${name}\\b[^=]*=\\s*(?=\\[)`, 'm').exec(source)
  if (!begin) return 1
  const start = begin.index + begin[0].length
  const lines = linesOf(source, start)
  for (let depth = path.length; depth > 0; depth--) {
    const line = lines.get(JSON.stringify(path.slice(0, depth)))
    if (line !== undefined) return line
  }
  return source.slice(0, start).split('\n').length
}
