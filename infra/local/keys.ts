import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { makePrivate, readPrivate } from '../../functions/server/private-file.ts'

/** Secrets of the local issuer, in `<data>/keys/issuer.json`. */
export type IssuerKeys = {
  /**
   * The issuer named in access tokens. It stays what it was at the first start, because a member is known by issuer
   * and subject: were it to follow the port, a start on the next free port would shut everybody out.
   */
  readonly realm: string
  /** Private keys; the first one signs, as its `alg` says. */
  readonly keys: readonly JWK[]
  /** Sign the cookies of the issuer. */
  readonly cookies: readonly string[]
}

export type Signing = 'ES256' | 'RS256'

/**
 * Opens the issuer's keys, and makes them at the first start for the issuer address given. A gateway of the cloud takes
 * RSA alone.
 */
export const issuerKeys = async (
  data: string,
  issuer: string,
  signing: Signing = 'ES256',
): Promise<IssuerKeys> => {
  const file = join(data, 'keys', 'issuer.json')
  const kept = readPrivate<IssuerKeys>(file)
  if (kept) return kept
  const { privateKey } = await generateKeyPair(signing, { extractable: true })
  const jwk = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(6).toString('hex'),
    alg: signing,
    use: 'sig',
  }
  return makePrivate<IssuerKeys>(file, {
    realm: issuer,
    keys: [jwk],
    cookies: [randomBytes(32).toString('base64url')],
  })
}

/** The public half, as the API needs it to verify tokens. */
export const publicKeys = (keys: IssuerKeys): { keys: JWK[] } => ({
  keys: keys.keys.map(({ d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open }) => open),
})
