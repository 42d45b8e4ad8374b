import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import type { Principal } from './principal.ts'

export type VerifierOptions = {
  readonly issuer: string
  readonly audience: string
  /** Address of the issuer's public keys, or the keys themselves. */
  readonly keys: string | JSONWebKeySet
  readonly clock?: () => Date
}

/** A token that proves nothing. `message` is for the log, never for the caller. */
export class Unverified extends Error {
  override readonly name = 'Unverified'
}

/** The issuer's keys could not be fetched: nobody's fault who asks. */
export class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable'
}

/** Signature kinds taken. A list of what is allowed: `none` and shared secrets are not on it. */
const algorithms = ['ES256', 'RS256']
const toleranceSeconds = 5
const maxLength = 8192

const unreachable = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'])

const isUnreachable = (error: unknown): boolean =>
  (error instanceof errors.JOSEError && unreachable.has(error.code)) ||
  (error instanceof errors.JOSEError &&
    /^(Expected 200|Failed to parse the JSON Web Key Set)/.test(error.message)) ||
  (error instanceof TypeError && error.message === 'fetch failed')

/** Keys that are fetched when the first token comes: a process that only starts has no need to load what fetches. */
const remoteKeys = (address: URL): JWTVerifyGetKey => {
  let known: ReturnType<typeof createRemoteJWKSet> | undefined
  return (header, token) => {
    known ??= createRemoteJWKSet(address)
    return known(header, token)
  }
}

/**
 * Answers who a bearer token speaks for. Access tokens only (`typ` `at+jwt`, RFC 9068): an id token of the same issuer
 * is refused. Throws `Unverified` or `KeysUnreachable`.
 */
export const verifier = (options: VerifierOptions): ((token: string) => Promise<Principal>) => {
  const keys =
    typeof options.keys === 'string' ? remoteKeys(new URL(options.keys)) : createLocalJWKSet(options.keys)
  return async (token) => {
    if (token.length > maxLength) throw new Unverified('too long')
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: options.issuer,
        audience: options.audience,
        algorithms,
        typ: 'at+jwt',
        clockTolerance: toleranceSeconds,
        requiredClaims: ['sub', 'exp'],
        ...(options.clock && { currentDate: options.clock() }),
      })
      const { sub, name } = payload
      // Its type is what the issuer should have sent, not what it did send.
      if (typeof sub !== 'string' || sub === '' || sub.length > 255) throw new Unverified('no usable subject')
      return {
        issuer: options.issuer,
        subject: sub,
        ...(typeof name === 'string' && name.length <= 100 && { name }),
      }
    } catch (error) {
      if (error instanceof Unverified) throw error
      if (isUnreachable(error)) throw new KeysUnreachable('keys', { cause: error })
      throw new Unverified(error instanceof Error ? error.message : 'unreadable', { cause: error })
    }
  }
}
