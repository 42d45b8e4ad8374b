import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

export type Measured = { readonly bytes: number; readonly sha256: string }

const meter = () => {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  return {
    add: (piece: Uint8Array) => {
      hash.update(piece)
      bytes += piece.length
    },
    done: (): Measured => ({ bytes, sha256: hash.digest('hex') }),
  }
}

/** Says "unknown system" in the head of a gzip file (RFC 1952): else the same rows would differ from machine to machine. */
const unknownSystem = 255

/**
 * Packs lines into a file and measures both the text and the file. Without a time or a system in it, the same text gives
 * the same bytes with the same Node; the text's own hash holds everywhere.
 */
export const packLines = async (
  lines: AsyncIterable<string>,
  file: string,
): Promise<{ readonly text: Measured; readonly packed: Measured }> => {
  const [text, packed] = [meter(), meter()]
  const pieces = async function* () {
    for await (const line of lines) {
      const piece = Buffer.from(`${line}\n`)
      text.add(piece)
      yield piece
    }
  }
  const measured = async function* (source: AsyncIterable<Buffer>) {
    let isHead = true
    for await (const piece of source) {
      if (isHead) piece[9] = unknownSystem
      isHead = false
      packed.add(piece)
      yield piece
    }
  }
  await pipeline(pieces, createGzip({ level: 9 }), measured, createWriteStream(file, { mode: 0o600 }))
  return { text: text.done(), packed: packed.done() }
}

/** A whole file, byte by byte. */
export const measureFile = async (file: string): Promise<Measured> => {
  const whole = meter()
  for await (const piece of createReadStream(file)) whole.add(piece as Buffer)
  return whole.done()
}

/**
 * The text of a packed file, piece by piece, at most `limit` bytes of it: a small file can hold a text without end.
 * `measured` is told at the end what there was. Throws what Node says of a file that is cut off or broken.
 */
export async function* unpack(
  file: string,
  limit: number,
  measured: (text: Measured) => void = () => {},
): AsyncGenerator<Buffer> {
  const text = meter()
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.once('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  let bytes = 0
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > limit) throw new RangeError('more text than the manifest says')
      text.add(piece)
      yield piece
    }
  } finally {
    source.destroy()
  }
  measured(text.done())
}
