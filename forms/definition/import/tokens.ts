/** One word of a script. Texts are already read; `template` keeps its raw inside. */
export type Token =
  | { readonly kind: 'name' | 'sign' | 'text' | 'template'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number }

const signs = ['===', '!==', '=>', '==', '!=', '<=', '>=', '&&', '||', '+=', '++', '--', '?.', '??']
const single = new Set('=<>!+-*/%?:;,.(){}[]')
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** Splits a script into words; undefined where a sign is unknown. Regular expressions are not read. */
export const tokens = (script: string): readonly Token[] | undefined => {
  const list: Token[] = []
  let i = 0
  while (i < script.length) {
    const sign = script[i] as string
    if (/\s/.test(sign)) i++
    else if (script.startsWith('//', i)) {
      const end = script.indexOf('\n', i)
      i = end < 0 ? script.length : end
    } else if (script.startsWith('/*', i)) {
      const end = script.indexOf('*/', i + 2)
      if (end < 0) return undefined
      i = end + 2
    } else if (sign === '"' || sign === "'" || sign === '`') {
      const read = quoted(script, i, sign)
      if (!read) return undefined
      list.push({ kind: sign === '`' ? 'template' : 'text', text: read.text })
      i = read.end
    } else if (/[0-9]/.test(sign)) {
      const text = /^\d{1,15}(?:\.\d{1,15})?/.exec(script.slice(i, i + 40))?.[0] ?? ''
      // An old octal: JavaScript reads 010 as 8.
      if (/^0\d/.test(text)) return undefined
      list.push({ kind: 'number', text, value: Number(text) })
      i += text.length
    } else if (/[A-Za-z_$]/.test(sign)) {
      const text = /^[\w$]{1,100}/.exec(script.slice(i, i + 100))?.[0] ?? ''
      list.push({ kind: 'name', text })
      i += text.length
    } else {
      const found =
        signs.find((known) => script.startsWith(known, i)) ?? (single.has(sign) ? sign : undefined)
      if (found === undefined) return undefined
      list.push({ kind: 'sign', text: found })
      i += found.length
    }
  }
  return list
}

const quoted = (script: string, from: number, quote: string): { text: string; end: number } | undefined => {
  let text = ''
  for (let i = from + 1; i < script.length; i++) {
    const sign = script[i] as string
    if (sign === quote) return { text, end: i + 1 }
    if (sign === '\\') {
      const next = script[++i] ?? ''
      text += escapes[next] ?? next
    } else if (sign === '\n' && quote !== '`') return undefined
    else text += sign
  }
  return undefined
}
