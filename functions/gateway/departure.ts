import { gzipSync } from 'node:zlib'
import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 as Event } from 'aws-lambda'
import type { Refuse } from './problem.ts'

/** Bytes of an answer in JSON that the platform takes from a function; more is a `502` without a word. */
const most = 6 * 1024 * 1024
/** Characters from which on an answer is worth packing. The gateway packs nothing by itself. */
const worthwhile = 2048

/** JSON alone leaves as text. Whatever else goes as bytes: as text a file would lose the BOM that Excel needs. */
export const isBinary = (type: string): boolean => !/^application\/(?:[\w.-]+\+)?json\b/i.test(type)

const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some((one) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(one))

const packed = (answer: Answer, accepted: string | undefined): Answer => {
  const { body = '', headers = {}, isBase64Encoded } = answer
  if (isBase64Encoded || body.length < worthwhile || headers['content-encoding'] !== undefined) return answer
  const vary = [headers['vary'], 'accept-encoding'].filter(Boolean).join(', ')
  if (!takesGzip(accepted)) return { ...answer, headers: { ...headers, vary } }
  const { 'content-length': _, ...kept } = headers
  return {
    ...answer,
    headers: { ...kept, vary, 'content-encoding': 'gzip' },
    body: gzipSync(body).toString('base64'),
    isBase64Encoded: true,
  }
}

/** An answer as it may leave: packed where the sender takes that, and a problem where it is too large all the same. */
export const departure = (answer: Answer, { headers }: Event, refuse: Refuse): Answer => {
  const leaving = packed(answer, headers?.['accept-encoding'])
  // No sign takes more than six bytes in JSON: shorter bodies need not be written out to be measured.
  if ((leaving.body?.length ?? 0) * 6 < most) return leaving
  const bytes = Buffer.byteLength(JSON.stringify(leaving))
  return bytes > most ? refuse('tooMuch', { bytes }) : leaving
}
