/** Stands in a bundle for measuring bodies of every kind: to the table goes text, and never a file. */
export const calculateBodyLength = (body: unknown): number => {
  if (!body) return 0
  if (typeof body === 'string') return Buffer.byteLength(body)
  if (body instanceof Uint8Array) return body.byteLength
  throw new Error('a body to the table is text')
}
