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
  for (const [low, high] of [...signs].sort(([a], [b]) => a - b)) {
    if (low > from) result.push([from, low - 1])
    from = Math.max(from, high + 1)
  }
  if (from <= 0xffff) result.push([from, 0xffff])
  return result
}

const classes: Readonly<Record<string, Signs>> = { d: digit, w: word, s: space }
const one = (code: number): Signs => [[code, code]]

/** Parses a pattern, or says undefined where it uses anything outside the safe syntax. Never throws. */
export const parsePattern = (text: string): Pattern | undefined => {
  let i = 0
  let depth = 0
  const fail = (): never => {
    throw new SyntaxError('pattern')
  }
  const eat = (wanted: RegExp): readonly (string | undefined)[] | undefined => {
    const found = wanted.exec(text.slice(i, i + 14))
    if (!found) return undefined
    i += found[0].length
    return found
  }

  const escaped = (inClass: boolean): Signs => {
    const [, hex, kind, control, back, sign] =
      eat(/^(?:(u[\da-fA-F]{4}|x[\da-fA-F]{2})|([dws])|([tnvfr])|(b)|([^\da-zA-Z])|[DWS])/) ?? fail()
    if (hex !== undefined) return one(Number.parseInt(hex.slice(1), 16))
    if (kind !== undefined) return classes[kind] ?? fail()
    // Their codes are 9, 10, 11, 12 and 13.
    if (control !== undefined) return one(9 + 'tnvfr'.indexOf(control))
    if (sign !== undefined) return one(sign.charCodeAt(0))
    if (back !== undefined) return inClass ? one(8) : fail()
    return invert(classes[text.charAt(i - 1).toLowerCase()] ?? fail())
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
        const [from, to] = [onlyOne(low), onlyOne(classSign())]
        if (from > to) fail()
        signs.push([from, to])
      } else signs.push(...low)
    }
    i++
    const others = invert(signs)
    return negative ? others : invert(others)
  }
  const onlyOne = ([range, ...more]: Signs): number =>
    range && more.length === 0 && range[0] === range[1] ? range[0] : fail()
  const classSign = (): Signs => {
    const sign = text[i++] ?? fail()
    return sign === '\\' ? escaped(true) : one(sign.charCodeAt(0))
  }

  const atom = (): Pattern => {
    const sign = text[i++] ?? fail()
    if (sign === '(') {
      if (text[i] === '?' && !eat(/^\?:/)) fail()
      if (++depth > 8) fail()
      const inner = choice(false)
      depth--
      if (text[i++] !== ')') fail()
      return inner
    }
    if (/[*+?{}^$|)\]]/.test(sign)) fail()
    if (sign === '\\') return { kind: 'sign', signs: escaped(false) }
    if (sign === '.') return { kind: 'sign', signs: invert(newline) }
    return { kind: 'sign', signs: sign === '[' ? classOf() : one(sign.charCodeAt(0)) }
  }

  const quantified = (): Pattern => {
    const part = atom()
    const found = eat(/^(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})\??/)
    if (!found) return part
    if (/[*+?{]/.test(text.charAt(i))) fail()
    const [, sign, least, comma, limit] = found
    const min = sign ? Number(sign === '+') : Number(least)
    const max = sign === '?' ? 1 : limit ? Number(limit) : sign || comma ? Infinity : min
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
