import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { signature } from '../../../functions/store/sign.ts'
import { Refusal } from '../table/index.ts'
import type { Caller, Callers } from './callers.ts'
import { region } from './place.ts'

export type Service = 'sts' | 'kms' | 'dynamodb'
export type Signed = { readonly service: Service; readonly caller: Caller }

const form =
  /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/(\w+)\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/
const services: readonly string[] = ['sts', 'kms', 'dynamodb']
/** A request may be so old, or so far ahead. */
const skew = 5 * 60_000

const instantOf = (stamp: string): number => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? []
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
}

const refuse = (kind: string, message: string, status = 400): Refusal =>
  new Refusal(kind, message, {}, status)

/**
 * Who sent a request, by its AWS Signature Version 4 over method, path, body and headers; throws `Refusal` with the
 * kinds of the real services. Everything that decides must be signed: host, date, session token, and the operation.
 */
export const signerOf = (request: IncomingMessage, body: string, callers: Callers): Signed => {
  const said = String(request.headers.authorization ?? '')
  if (said === '')
    throw refuse('MissingAuthenticationTokenException', 'Request is missing Authentication Token')
  const [, accessKeyId = '', day, where, service = '', names = ''] = form.exec(said) ?? []
  if (accessKeyId === '' || where !== region || !services.includes(service))
    throw refuse('IncompleteSignatureException', 'Authorization header is not of this place')
  const signed = names.split(';')
  const decides = (name: string): boolean => name === 'host' || name.startsWith('x-amz-')
  const open = ['host', 'x-amz-date', ...Object.keys(request.headers).filter(decides)].find(
    (name) => !signed.includes(name),
  )
  if (open !== undefined) throw refuse('IncompleteSignatureException', `The header ${open} must be signed`)

  const known = callers.find(accessKeyId)
  const token = request.headers['x-amz-security-token']
  if (!known || token !== known.credentials.sessionToken)
    throw refuse('UnrecognizedClientException', 'The security token included in the request is invalid.')
  if (known.until !== undefined && known.until <= callers.clock())
    throw refuse('ExpiredTokenException', 'The security token included in the request is expired')

  const headers = Object.fromEntries(signed.map((name) => [name, String(request.headers[name] ?? '')]))
  const stamp = headers['x-amz-date'] ?? ''
  const wrong = (message: string): Refusal =>
    service === 'sts'
      ? refuse('SignatureDoesNotMatch', message, 403)
      : refuse('InvalidSignatureException', message)
  // Written so that what is no instant is refused too.
  if (!(Math.abs(instantOf(stamp) - callers.clock()) <= skew) || !stamp.startsWith(day ?? '-'))
    throw wrong('Signature expired')
  const right = signature({ service, region, path: request.url ?? '/', headers, body }, known.credentials)
  const proof = (text: string): Buffer => Buffer.from(text.slice(-64))
  if (request.method !== 'POST' || !timingSafeEqual(proof(right), proof(said)))
    throw wrong('The request signature we calculated does not match')
  return { service: service as Service, caller: known.caller }
}
