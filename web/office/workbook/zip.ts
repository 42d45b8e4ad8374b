import { type Unreadable, unreadable } from './unreadable.ts'

/** One file inside an archive, still compressed. */
export type Entry = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly deflated: boolean
  readonly size: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 2000
/** Compound files: workbooks with a password, and those of Excel before 2007. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** The files of a zip archive by name. Throws `Unreadable` for whatever is no plain workbook. */
export function entriesOf(bytes: Uint8Array<ArrayBuffer>): ReadonlyMap<string, Entry> {
  if (COMPOUND.every((one, at) => bytes[at] === one)) throw compound(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 22 || view.getUint32(0, true) !== LOCAL) throw unreadable.other()
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) throw unreadable.unpacksLarge()
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw unreadable.broken()
    if (view.getUint16(at + 8, true) & 1) throw unreadable.locked()
    const method = view.getUint16(at + 10, true)
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ]
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw unreadable.broken()
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (from + packed > bytes.length || (method !== 0 && method !== 8)) throw unreadable.broken()
    const title = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name))
    entries.set(title, { bytes: bytes.subarray(from, from + packed), deflated: method === 8, size })
    at += 46 + name + extra + comment
  }
  return entries
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at
  throw unreadable.broken()
}

function compound(bytes: Uint8Array): Unreadable {
  const name = 'EncryptedPackage'
  const wide = new Uint8Array([...name].flatMap((one) => [one.charCodeAt(0), 0]))
  const found = bytes.some(
    (_, at) => bytes[at] === wide[0] && wide.every((one, step) => bytes[at + step] === one),
  )
  return found ? unreadable.locked() : unreadable.old()
}

/** How many bytes may still come out of an archive: it may promise little and unpack without end. */
export type Budget = { left: number }

/** The text of an entry piece by piece, never more than the budget, whatever the archive says of its size. */
export async function* textOf({ bytes, deflated }: Entry, budget: Budget): AsyncGenerator<string> {
  const wide = !deflated && bytes[0] === 0xff && bytes[1] === 0xfe
  const decoder = new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true })
  const raw = new Blob([bytes]).stream()
  const stream = deflated ? raw.pipeThrough(new DecompressionStream('deflate-raw')) : raw
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw unreadable.broken()
      })
      if (done) break
      budget.left -= value.length
      if (budget.left < 0) throw unreadable.unpacksLarge()
      yield decoded(() => decoder.decode(value, { stream: true }))
    }
    yield decoded(() => decoder.decode())
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

const decoded = (read: () => string): string => {
  try {
    return read()
  } catch {
    throw unreadable.broken()
  }
}

/** The whole text of a small entry. */
export async function wholeText(entry: Entry, budget: Budget): Promise<string> {
  let text = ''
  for await (const part of textOf(entry, budget)) text += part
  return text
}
