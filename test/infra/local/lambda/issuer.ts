import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

export const issuer = 'https://issuer.test/oidc'
export const audience = 'urn:yihu:api'

export type Wrong = {
  readonly issuer?: string
  readonly audience?: string
  /** Seconds from now. */
  readonly expires?: number | 'never'
  readonly notBefore?: number
  readonly issued?: number
  readonly kid?: string | undefined
  readonly claims?: JWTPayload
}

/** An issuer of RSA tokens, and one of another kind whose key is published beside it. */
export const testIssuer = async () => {
  const rsa = await generateKeyPair('RS256', { extractable: true })
  const ec = await generateKeyPair('ES256', { extractable: true })
  const other = await generateKeyPair('RS256', { extractable: true })
  const open: JWK[] = [
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256', use: 'sig' },
    { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256', use: 'sig' },
  ]
  const now = (): number => Math.floor(Date.now() / 1000)

  const token = (wrong: Wrong = {}, by: 'rsa' | 'ec' | 'stranger' = 'rsa'): Promise<string> => {
    const kid = 'kid' in wrong ? wrong.kid : by === 'ec' ? 'ec' : 'rsa'
    const jwt = new SignJWT({ name: '江一帆', client_id: 'web', ...wrong.claims })
      .setProtectedHeader({ alg: by === 'ec' ? 'ES256' : 'RS256', typ: 'at+jwt', ...(kid && { kid }) })
      .setIssuer(wrong.issuer ?? issuer)
      .setSubject('341700.worker')
      .setAudience(wrong.audience ?? audience)
      .setIssuedAt(now() + (wrong.issued ?? 0))
      .setNotBefore(now() + (wrong.notBefore ?? 0))
    if (wrong.expires !== 'never') jwt.setExpirationTime(now() + (wrong.expires ?? 3600))
    return jwt.sign(by === 'ec' ? ec.privateKey : by === 'rsa' ? rsa.privateKey : other.privateKey)
  }
  return { keys: { keys: open }, token, rsa }
}
export type TestIssuer = Awaited<ReturnType<typeof testIssuer>>
