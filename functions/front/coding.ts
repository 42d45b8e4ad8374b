import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Coding = 'br' | 'gzip' | 'identity'

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)

/** The best of our codings that the reader takes (`Accept-Encoding`, RFC 9110 12.5.3; a weight of 0 refuses). */
export const codingOf = (accepted: string): Coding => {
  const taken = new Set<string>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...rest] = part.split(';').map((word) => word.trim())
    if (!rest.some((word) => /^q=0(?:\.0*)?$/.test(word))) taken.add(name)
  }
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : 'identity'
}

export const encode = (coding: Coding, body: Buffer): Promise<Buffer> => {
  if (coding === 'br') return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
  return coding === 'gzip' ? gz(body) : Promise.resolve(body)
}
