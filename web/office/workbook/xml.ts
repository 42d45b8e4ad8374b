import { unreadable } from './unreadable.ts'

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text of XML as people see it. Only the five named entities and numbers are known: a document cannot bring its own. */
export const unescaped = (text: string): string =>
  text
    .replaceAll(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi,
      (whole, ten?: string, sixteen?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole
        const code = ten === undefined ? Number.parseInt(sixteen ?? '', 16) : Number(ten)
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      },
    )
    // Excel writes control characters so.
    .replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** An attribute of a tag; undefined when it has none. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}

/** The longest element that is waited for. */
const MOST = 4_000_000

type Cut = { readonly tag: string; readonly inner: string }
/** Where it begins in its text, and where it is over. */
type Placed = Cut & { readonly from: number; readonly to: number }

/** A tag ends before the next one begins, so that a file of begun tags is not searched to its end for each of them. */
const signs = (name: string) => ({
  open: new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^<>]*>`, 'g'),
  close: new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g'),
})

/**
 * Cuts the elements of one name out of a whole text; they may not stand in each other. The text is read once: where one
 * is not closed, there are no more.
 */
export const cutter = (name: string): ((text: string) => readonly Placed[]) => {
  const { open, close } = signs(name)
  return (text) => {
    const cuts: Placed[] = []
    open.lastIndex = 0
    for (let start = open.exec(text); start; start = open.exec(text)) {
      const [tag] = start
      const { index: from } = start
      if (!tag.endsWith('/>')) {
        close.lastIndex = open.lastIndex
        const end = close.exec(text)
        if (!end) break
        cuts.push({ tag, inner: text.slice(open.lastIndex, end.index), from, to: close.lastIndex })
        open.lastIndex = close.lastIndex
      } else cuts.push({ tag, inner: '', from, to: open.lastIndex })
    }
    return cuts
  }
}

/**
 * Cuts the elements of one name out of a text that comes in pieces, each as soon as it is whole. They may not stand in
 * each other. `rest` gets what stands between and behind them.
 */
export async function* elements(
  pieces: AsyncIterable<string>,
  name: string,
  rest?: (text: string) => void,
): AsyncGenerator<Cut> {
  const { open, close } = signs(name)
  let text = ''
  /** The element whose end is waited for, and up to where it was looked for. */
  let tag: string | undefined
  let looked = 0
  const found = function* (): Generator<Cut> {
    let at = 0
    for (;;) {
      const sought = tag === undefined ? open : close
      sought.lastIndex = Math.max(at, looked)
      const mark = sought.exec(text)
      if (!mark) break
      if (tag !== undefined) {
        yield { tag, inner: text.slice(at, mark.index) }
        tag = undefined
      } else {
        rest?.(text.slice(at, mark.index))
        if (mark[0].endsWith('/>')) yield { tag: mark[0], inner: '' }
        else tag = mark[0]
      }
      at = sought.lastIndex
    }
    // What may be the beginning of a tag waits for the rest of it.
    const last = text.lastIndexOf('<')
    looked = Math.max(at, last < 0 ? text.length : last)
    if (tag === undefined) {
      rest?.(text.slice(at, looked))
      at = looked
    }
    text = text.slice(at)
    looked -= at
  }
  let fresh = 0
  for await (const piece of pieces) {
    text += piece
    fresh += piece.length
    // A long element is looked through each time it has doubled, not with every piece.
    if (fresh * 2 < text.length && text.length <= MOST) continue
    fresh = 0
    yield* found()
    if (text.length > MOST) throw unreadable.broken()
  }
  yield* found()
  rest?.(text)
}
