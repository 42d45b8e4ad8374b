import { choice, type Part, repeat, type Signs, sequence, sign } from './pattern-automaton.ts'

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

/**
 * Parses a pattern of the safe syntax: no look-around, no back-reference, no word borders, no flags. Undefined where it
 * uses anything else. Never throws.
 */
export const parsePattern = (text: string): Part | undefined => {
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
    const [, hex, kind, control, back, other] =
      eat(/^(?:(u[\da-fA-F]{4}|x[\da-fA-F]{2})|([dws])|([tnvfr])|(b)|([^\da-zA-Z])|[DWS])/) ?? fail()
    if (hex !== undefined) return one(Number.parseInt(hex.slice(1), 16))
    if (kind !== undefined) return classes[kind] ?? fail()
    // Their codes are 9, 10, 11, 12 and 13.
    if (control !== undefined) return one(9 + 'tnvfr'.indexOf(control))
    if (other !== undefined) return one(other.charCodeAt(0))
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

  const atom = (): Part => {
    const first = text[i++] ?? fail()
    if (first === '(') {
      if (text[i] === '?' && !eat(/^\?:/)) fail()
      if (++depth > 8) fail()
      const inner = parts(false)
      depth--
      if (text[i++] !== ')') fail()
      return inner
    }
    if (/[*+?{}^$|)\]]/.test(first)) fail()
    if (first === '\\') return sign(escaped(false))
    if (first === '.') return sign(invert(newline))
    return sign(first === '[' ? classOf() : one(first.charCodeAt(0)))
  }

  const quantified = (): Part => {
    const part = atom()
    const found = eat(/^(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})\??/)
    if (!found) return part
    if (/[*+?{]/.test(text.charAt(i))) fail()
    const [, mark, least, comma, limit] = found
    const min = mark ? Number(mark === '+') : Number(least)
    const max = mark === '?' ? 1 : limit ? Number(limit) : mark || comma ? Infinity : min
    if (max < min || min > 1_000 || (max > 1_000 && max !== Infinity)) fail()
    return repeat(part, min, max)
  }

  const line = (top: boolean): Part => {
    const found: Part[] = []
    if (top && text[i] === '^') i++
    while (i < text.length && text[i] !== '|' && text[i] !== ')')
      if (top && eat(/^\$(?=\||$)/)) break
      else found.push(quantified())
    return sequence(found)
  }

  const parts = (top: boolean): Part => {
    const found = [line(top)]
    while (eat(/^\|/)) found.push(line(top))
    return choice(found)
  }

  try {
    const pattern = parts(true)
    return i === text.length ? pattern : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
