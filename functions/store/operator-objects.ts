import { createReadStream, createWriteStream } from 'node:fs'
import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { type Cloud, regional } from './aws.ts'
import { signature } from './sign.ts'

/** Where objects are: a bucket of the cloud's region. `endpoint`: an address that is not the region's own. */
export type Bucket = { readonly cloud: Cloud; readonly name: string; readonly endpoint?: string }
/** A file on this machine, measured. One request takes at most 5 GB. */
export type FileOf = { readonly path: string; readonly bytes: number; readonly sha256: string }

const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const quietFor = 60_000

/** An answer of the object store that is none of success. */
export class ObjectFault extends Error {
  override readonly name = 'ObjectFault'
  readonly status: number

  constructor(status: number, key: string) {
    super(`s3 answered ${status} for ${key}`)
    this.status = status
  }
}

const ask = async (bucket: Bucket, key: string, file?: FileOf): Promise<IncomingMessage> => {
  if (!/^[\w./-]+$/.test(key) || key.includes('..')) throw new TypeError('a key of plain signs')
  const { cloud, name, endpoint } = bucket
  const address = new URL(endpoint ?? regional('s3', cloud.region).replace('//', `//${name}.`))
  const path = `${endpoint === undefined ? '' : `/${name}`}/${key}`
  const credentials = await cloud.credentials()
  const bodySha = file?.sha256 ?? nothing
  const headers: Record<string, string> = {
    host: address.host,
    'x-amz-content-sha256': bodySha,
    'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d{3}/g, ''),
    ...(credentials.sessionToken !== undefined && { 'x-amz-security-token': credentials.sessionToken }),
  }
  const method = file ? 'PUT' : 'GET'
  const signed = { service: 's3', region: cloud.region, path, headers, body: '', method, bodySha } as const
  const sent = (address.protocol === 'http:' ? plain : secure)(new URL(path, address), {
    method,
    headers: {
      ...headers,
      authorization: signature(signed, credentials),
      ...(file && { 'content-length': String(file.bytes) }),
    },
    timeout: quietFor,
  })
  sent.once('timeout', () => sent.destroy(new Error('s3 does not answer')))
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve)
    sent.once('error', reject)
  })
  if (file) {
    answered.catch(() => {})
    // An answer may come before the file is through; what it says counts.
    await pipeline(createReadStream(file.path), sent).catch(() => {})
  } else sent.end()
  const answer = await answered
  if (answer.statusCode === 200) return answer
  answer.resume()
  throw new ObjectFault(answer.statusCode ?? 0, key)
}

/** Lays a file into the bucket, whole or not at all: the service checks its hash. */
export const putObject = async (bucket: Bucket, key: string, file: FileOf): Promise<void> => {
  const answer = await ask(bucket, key, file)
  answer.resume()
}

/** Brings an object into a file that must not be there yet. */
export const getObject = async (bucket: Bucket, key: string, path: string): Promise<void> =>
  pipeline(await ask(bucket, key), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
