/** Ranges of UTF-16 code units, both ends included, in order and apart. */
export type Signs = readonly (readonly [number, number])[]

/** A pattern of the safe syntax: no look-around, no back-reference, no word borders, no flags. */
export type Pattern =
  | { readonly kind: 'sign'; readonly signs: Signs }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number }

const digit: Signs = [[48, 57]]
const word: Signs = [...digit, [65, 90], [95, 95], [97, 122]]
const space: Signs = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]
const newline: Signs = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
]

const invert = (signs: Signs): Signs => {
  const result: [number, number][] = []
  let from = 0
  for (const [low, high] of [...signs].sort((a, b) => a[0] - b[0])) {
    if (low > from) result.push([from, low - 1])
    from = Math.max(from, high + 1)
  }
  if (from <= 0xffff) result.push([from, 0xffff])
  return result
}

const classes: Readonly<Record<string, Signs>> = {
  d: digit,
  w: word,
  s: space,
  D: invert(digit),
  W: invert(word),
  S: invert(space),
}
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 }

/** Parses a pattern, or says undefined where it uses anything outside the safe syntax. Never throws. */
export const parsePattern = (text: string): Pattern | undefined => {
  let i = 0
  let depth = 0
  const fail = (): never => {
    throw new SyntaxError('pattern')
  }
  const one = (code: number): Signs => [[code, code]]

  const escaped = (inClass: boolean): Signs => {
    const sign = text[i++] ?? fail()
    if (Object.hasOwn(classes, sign)) return classes[sign] ?? fail()
    if (Object.hasOwn(controls, sign)) return one(controls[sign] ?? 0)
    if (sign === 'u' || sign === 'x') {
      const digits = text.slice(i, i + (sign === 'u' ? 4 : 2))
      if (!/^(?:[0-9a-fA-F]{4}|[0-9a-fA-F]{2})$/.test(digits) || digits.length !== (sign === 'u' ? 4 : 2))
        fail()
      i += digits.length
      return one(Number.parseInt(digits, 16))
    }
    if (/[0-9A-Za-z]/.test(sign) && !(inClass && sign === 'b')) fail()
    if (sign === 'b') return one(8)
    return one(sign.charCodeAt(0))
  }

  const classOf = (): Signs => {
    const negative = text[i] === '^'
    if (negative) i++
    const signs: (readonly [number, number])[] = []
    while (text[i] !== ']') {
      if (i >= text.length) fail()
      const low = classSign()
      if (text[i] === '-' && text[i + 1] !== ']' && i + 1 < text.length) {
        i++
        const high = classSign()
        const from = low[0]?.[0] ?? 0
        const to = high[0]?.[0] ?? 0
        if (low.length !== 1 || high.length !== 1 || low[0]?.[1] !== from || high[0]?.[1] !== to || from > to)
          fail()
        signs.push([from, to])
      } else signs.push(...low)
    }
    i++
    const others = invert(signs)
    return negative ? others : invert(others)
  }
  const classSign = (): Signs => {
    const sign = text[i++] ?? fail()
    return sign === '\\' ? escaped(true) : one(sign.charCodeAt(0))
  }

  const atom = (): Pattern => {
    const sign = text[i++] ?? fail()
    if (sign === '\\') return { kind: 'sign', signs: escaped(false) }
    if (sign === '[') return { kind: 'sign', signs: classOf() }
    if (sign === '.') return { kind: 'sign', signs: invert(newline) }
    if (sign === '(') {
      if (text[i] === '?') {
        if (text[i + 1] !== ':') fail()
        i += 2
      }
      if (++depth > 8) fail()
      const inner = choice(false)
      depth--
      if (text[i++] !== ')') fail()
      return inner
    }
    if (/[*+?{}^$|)\]]/.test(sign)) fail()
    return { kind: 'sign', signs: one(sign.charCodeAt(0)) }
  }

  const quantified = (): Pattern => {
    const part = atom()
    const found = /^(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})\??/.exec(text.slice(i, i + 14))
    if (!found) return part
    i += found[0].length
    if (/^[*+?{]/.test(text.slice(i, i + 1))) fail()
    if (found[1])
      return { kind: 'repeat', part, min: found[1] === '+' ? 1 : 0, max: found[1] === '?' ? 1 : Infinity }
    const min = Number(found[2])
    const max = found[4] ? Number(found[4]) : found[3] ? Infinity : min
    if (max < min || min > 1_000 || (max > 1_000 && max !== Infinity)) fail()
    return { kind: 'repeat', part, min, max }
  }

  const sequence = (top: boolean): Pattern => {
    const parts: Pattern[] = []
    if (top && text[i] === '^') i++
    while (i < text.length && text[i] !== '|' && text[i] !== ')') {
      if (top && text[i] === '$' && (i + 1 === text.length || text[i + 1] === '|')) {
        i++
        break
      }
      parts.push(quantified())
    }
    return { kind: 'sequence', parts }
  }

  const choice = (top: boolean): Pattern => {
    const parts = [sequence(top)]
    while (text[i] === '|') {
      i++
      parts.push(sequence(top))
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts }
  }

  try {
    const pattern = choice(true)
    return i === text.length ? pattern : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
