/** One word of a script. Texts are already read; `template` keeps its raw inside. `line`: it begins a line. */
export type Token = { readonly line: boolean } & (
  | { readonly kind: 'name' | 'sign' | 'text' | 'template'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
)

const signs =
  '>>>= ... === !== **= <<= >>= &&= ||= ??= => == != <= >= && || ?? ?. ++ -- += -= *= /= %= ** << >>'.split(
    ' ',
  )
const single = new Set('=<>!+-*/%?:;,.(){}[]&|^~')
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', v: '\v', f: '\f' }
const lineEnd = /[\n\r\u2028\u2029]/

/**
 * Splits a script into words; undefined where a sign is unknown or a text has no end. Regular expressions,
 * escapes inside names, and the old `<!--` comments are not read.
 */
export const tokens = (script: string): readonly Token[] | undefined => {
  const list: Token[] = []
  let i = 0
  let line = true
  while (i < script.length) {
    const sign = script[i] as string
    if (/\s/.test(sign)) {
      line ||= lineEnd.test(sign)
      i++
      continue
    }
    if (script.startsWith('//', i)) {
      while (i < script.length && !lineEnd.test(script[i] as string)) i++
      continue
    }
    if (script.startsWith('/*', i)) {
      const end = script.indexOf('*/', i + 2)
      if (end < 0) return undefined
      line ||= lineEnd.test(script.slice(i, end))
      i = end + 2
      continue
    }
    const read = word(script, i, sign)
    if (!read) return undefined
    list.push({ ...read.token, line })
    i = read.end
    line = false
  }
  return list
}

type Read = { readonly token: Word; readonly end: number }
type Word =
  | { readonly kind: 'name' | 'sign' | 'text' | 'template'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number }

const word = (script: string, i: number, sign: string): Read | undefined => {
  if (sign === '"' || sign === "'") return quoted(script, i, sign)
  if (sign === '`') return template(script, i)
  const rest = script.slice(i, i + 120)
  if (/^\.?\d/.test(rest)) {
    const text = /^(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][+-]?\d{1,2})?/.exec(rest)?.[0] ?? ''
    // 010 is 8 in JavaScript, and 1n or 0x1 are numbers of other kinds.
    if (/^0\d/.test(text) || /^[\w$]/.test(rest.slice(text.length))) return undefined
    return { token: { kind: 'number', text, value: Number(text) }, end: i + text.length }
  }
  const name = /^[A-Za-z_$][\w$]*/.exec(rest)?.[0]
  if (name !== undefined)
    return name.length > 100 ? undefined : { token: { kind: 'name', text: name }, end: i + name.length }
  if (rest.startsWith('<!--') || rest.startsWith('-->')) return undefined
  const found = signs.find((known) => rest.startsWith(known)) ?? (single.has(sign) ? sign : undefined)
  return found === undefined ? undefined : { token: { kind: 'sign', text: found }, end: i + found.length }
}

const quoted = (script: string, from: number, quote: string): Read | undefined => {
  const parts: string[] = []
  for (let i = from + 1; i < script.length; i++) {
    const sign = script[i] as string
    if (sign === quote) return { token: { kind: 'text', text: parts.join('') }, end: i + 1 }
    if (sign === '\n' || sign === '\r') return undefined
    if (sign !== '\\') parts.push(sign)
    else {
      const read = escaped(script, i + 1)
      if (!read) return undefined
      parts.push(read.text)
      i = read.end - 1
    }
  }
  return undefined
}

const escaped = (script: string, at: number): { text: string; end: number } | undefined => {
  const sign = script[at] ?? ''
  const code = /^(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,5})\})/.exec(
    script.slice(at, at + 10),
  )
  if (code) {
    const text = String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16))
    return { text, end: at + code[0].length }
  }
  if (sign === '' || /[0-9xu]/.test(sign) || lineEnd.test(sign)) return undefined
  return { text: Object.hasOwn(escapes, sign) ? (escapes[sign] ?? sign) : sign, end: at + 1 }
}

/** The raw text between two backticks; its `${…}` are read later. Backticks inside them are not read. */
const template = (script: string, from: number): Read | undefined => {
  for (let i = from + 1; i < script.length; i++) {
    if (script[i] === '\\') i++
    else if (script[i] === '`')
      return { token: { kind: 'template', text: script.slice(from + 1, i) }, end: i + 1 }
  }
  return undefined
}

/** The text pieces and the scripts inside a template, alternately; undefined where it cannot be read. */
export const templateParts = (
  raw: string,
): readonly { readonly text?: string; readonly script?: string }[] | undefined => {
  const parts: { text?: string; script?: string }[] = []
  let text: string[] = []
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] === '\\') {
      const read = escaped(raw, i + 1)
      if (!read) return undefined
      text.push(read.text)
      i = read.end - 1
    } else if (raw.startsWith('${', i)) {
      const end = raw.indexOf('}', i)
      if (end < 0) return undefined
      if (text.length > 0) parts.push({ text: text.join('') })
      text = []
      parts.push({ script: raw.slice(i + 2, end) })
      i = end
    } else if (raw[i] === '\r') return undefined
    else text.push(raw[i] as string)
  }
  if (text.length > 0) parts.push({ text: text.join('') })
  return parts
}
