import {
  createLocalJWKSet,
  decodeProtectedHeader,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from 'jose'

export type Trusted = {
  readonly issuer: string
  readonly audience: string
  readonly keys: JSONWebKeySet
  readonly clock?: () => Date
}

/** The JWT authorizer of an HTTP API takes RSA signatures alone. */
const algorithms = ['RS256', 'RS384', 'RS512']

/** Claims as functions get them: every value is text. */
export type Claims = Readonly<Record<string, string>>
const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(textOf).join(' ')}]`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
const claimsOf = (payload: JWTPayload): Claims =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOf(value)]))

/**
 * Checks a token as the gateway's JWT authorizer does: RSA signature by a key that the token names, issuer, audience,
 * `exp`, `nbf`, `iat`. The claims of a good one, undefined for any other.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export const authorizer = ({ issuer, audience, keys, clock = () => new Date() }: Trusted) => {
  const key = createLocalJWKSet(keys)
  return async (header: string | undefined): Promise<Claims | undefined> => {
    const token = (header ?? '').replace(/^Bearer /i, '')
    try {
      if (decodeProtectedHeader(token).kid === undefined) return undefined
      const now = clock()
      const { payload } = await jwtVerify(token, key, {
        issuer,
        audience,
        algorithms,
        requiredClaims: ['exp'],
        currentDate: now,
      })
      return (payload.iat ?? 0) * 1000 > now.getTime() + 1000 ? undefined : claimsOf(payload)
    } catch {
      return undefined
    }
  }
}
