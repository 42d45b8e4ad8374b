const encoder = new TextEncoder()

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** 1 January 1980, the first day that an archive knows: the same content always gives the same file. */
const DAY = 0x21

/** Numbers little-endian: pairs of value and width in bytes. */
const packed = (...fields: readonly (readonly [value: number, width: 2 | 4])[]): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, width]) => sum + width, 0)))
  let at = 0
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return new Uint8Array(view.buffer)
}

/**
 * A zip archive of texts, deflated by the browser itself: the usual packers start workers of their own making, which our
 * policy refuses.
 */
export async function archive(files: Readonly<Record<string, string>>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  for (const [title, text] of Object.entries(files)) {
    const name = encoder.encode(title)
    const plain = encoder.encode(text)
    const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
    const about = [
      [20, 2],
      [0x800, 2],
      [8, 2],
      [0, 2],
      [DAY, 2],
      [crcOf(plain), 4],
      [bytes.length, 4],
      [plain.length, 4],
      [name.length, 2],
      [0, 2],
    ] as const
    const local = packed([0x04034b50, 4], ...about)
    parts.push(local, name, bytes)
    directory.push(packed([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), name)
    at += local.length + name.length + bytes.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const count = Object.keys(files).length
  const end = packed([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new Blob([...parts, ...directory, end], { type })
}
