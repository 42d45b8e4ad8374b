import { createHash, createHmac } from 'node:crypto'

export type AwsCredentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** A POST to an AWS service, as it is signed. Header names in lower case; `host` and `x-amz-date` among them. */
export type SignedPost = {
  readonly service: string
  readonly region: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Of what is no POST. */
  readonly method?: 'GET' | 'PUT'
  /** Sha256 of a body that is not held in memory, hex; then `body` is not looked at. */
  readonly bodySha?: string
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Uint8Array, text: string): Uint8Array =>
  createHmac('sha256', key).update(text).digest()

/**
 * The `Authorization` header of AWS Signature Version 4 for a request without a query. Two calls (STS, KMS) do not earn
 * two more SDK clients in every cold start.
 */
export const signature = (post: SignedPost, credentials: AwsCredentials): string => {
  const { service, region, headers } = post
  const time = headers['x-amz-date'] ?? ''
  const names = Object.keys(headers).sort()
  const signed = names.join(';')
  const canonical = [
    post.method ?? 'POST',
    post.path,
    '',
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    signed,
    post.bodySha ?? hash(post.body),
  ].join('\n')
  const scope = `${time.slice(0, 8)}/${region}/${service}/aws4_request`
  const key = [time.slice(0, 8), region, service, 'aws4_request'].reduce<string | Uint8Array>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  )
  const proof = Buffer.from(
    hmac(key, ['AWS4-HMAC-SHA256', time, scope, hash(canonical)].join('\n')),
  ).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${proof}`
}
