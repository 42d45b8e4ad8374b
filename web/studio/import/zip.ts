/** One file inside an archive; `bytes` is its size when it is unpacked. */
export type Entry = {
  readonly name: string
  readonly bytes: number
  readonly packed: Uint8Array<ArrayBuffer>
  readonly stored: boolean
}

const signature = { file: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 } as const

/** The files of a zip archive; undefined where it is none or is damaged. Nothing is unpacked. */
export const entriesOf = (buffer: ArrayBuffer): readonly Entry[] | undefined => {
  const view = new DataView(buffer)
  try {
    const end = endOf(view)
    if (end === undefined) return undefined
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    const entries: Entry[] = []
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== signature.listed) return undefined
      const method = view.getUint16(at + 10, true)
      const size = view.getUint32(at + 20, true)
      const name = view.getUint16(at + 28, true)
      const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      const from = view.getUint32(at + 42, true)
      if (view.getUint32(from, true) !== signature.file || (method !== 0 && method !== 8)) return undefined
      const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true)
      entries.push({
        name: new TextDecoder().decode(new Uint8Array(buffer, at + 46, name)),
        bytes: view.getUint32(at + 24, true),
        packed: new Uint8Array(buffer, start, size),
        stored: method === 0,
      })
      at += 46 + name + rest
    }
    return entries
  } catch {
    // Reading past the end: the archive is cut off.
    return undefined
  }
}

/** The record that closes an archive stands at its end, before a remark of at most 64 KB. */
const endOf = (view: DataView): number | undefined => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === signature.end) return at
  return undefined
}

/** What comes out of a file, piece by piece; throws where it does not unpack. */
async function* pieces({ packed, stored }: Entry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const raw = new Blob([packed]).stream()
  const reader = (stored ? raw : raw.pipeThrough(new DecompressionStream('deflate-raw'))).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield new Uint8Array(value)
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

/** The text of a file, at most so many bytes of it; undefined where it is more or does not unpack. */
export const textIn = async (entry: Entry, most: number): Promise<string | undefined> => {
  try {
    const parts: Uint8Array<ArrayBuffer>[] = []
    let bytes = 0
    for await (const piece of pieces(entry)) {
      bytes += piece.byteLength
      // What an archive says of its own sizes is not to be believed.
      if (bytes > most) return undefined
      parts.push(piece)
    }
    return await new Blob(parts).text()
  } catch {
    return undefined
  }
}

/** Whether all files together come to no more than so many bytes. They are unpacked for it, and nothing is kept. */
export const fitsIn = async (entries: readonly Entry[], most: number): Promise<boolean> => {
  let bytes = 0
  for (const entry of entries)
    try {
      for await (const piece of pieces(entry)) {
        bytes += piece.byteLength
        if (bytes > most) return false
      }
    } catch {
      // What does not unpack is for the reader to say; it takes no room.
    }
  return true
}
