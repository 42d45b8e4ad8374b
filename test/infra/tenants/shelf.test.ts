import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bucket } from '../../../functions/store/operator-objects.ts'
import { signature } from '../../../functions/store/sign.ts'
import { ground } from '../../../infra/local/cloud/place.ts'
import { rightsOf } from '../../../infra/rights/session.ts'
import { fetchArchive, shelve, shelved } from '../../../infra/tenants/archive/shelf.ts'
import { withArchive } from '../../../infra/tenants/archive-at.ts'
import type { Ground } from '../../../infra/tenants/ground.ts'

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' }
const folder = mkdtempSync(join(tmpdir(), 'yihu-shelf-'))
const objects = new Map<string, Buffer>()
const asked: string[] = []
let server: Server
let bucket: Bucket

/** An object store that takes what is signed and measured, under one city's part. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece)
    const body = Buffer.concat(pieces)
    const path = request.url ?? ''
    const [, signedNames = ''] = /SignedHeaders=([\w;-]+)/.exec(request.headers.authorization ?? '') ?? []
    const headers = Object.fromEntries(
      signedNames.split(';').map((name) => [name, String(request.headers[name])]),
    )
    const bodySha = createHash('sha256').update(body).digest('hex')
    const post = { service: 's3', region: 'cn-north-1', path, headers, body: '', bodySha }
    const right = signature({ ...post, method: request.method as 'GET' | 'PUT' }, credentials)
    asked.push(`${request.method} ${path}`)
    const isSigned = right === request.headers.authorization && headers['x-amz-content-sha256'] === bodySha
    const key = path.replace('/archive/', '')
    const isOwn = key.startsWith('T/341700/') && headers['x-amz-security-token'] === 'token'
    if (!isSigned || !isOwn) return response.writeHead(403).end()
    if (request.method === 'PUT') {
      objects.set(key, body)
      return response.writeHead(200).end()
    }
    const found = objects.get(key)
    return found ? response.writeHead(200).end(found) : response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const cloud = { region: 'cn-north-1', credentials: () => credentials }
  bucket = { cloud, name: 'archive', endpoint }
  mkdirSync(join(folder, 'from'))
  for (const name of ['rows.ndjson.gz', 'keys.json', 'manifest.json'])
    writeFileSync(join(folder, 'from', name), `${name} 甲`.repeat(50_000))
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
})

const of = { city: '341700', at: '2026-11-23T01:00:00.000Z', id: '0a1b2c3d4e5f' }

test('an archive goes to the city’s own part of the bucket, the manifest last, and comes back as it was', async () => {
  const address = await shelve(bucket, join(folder, 'from'), of)
  expect(address).toBe('s3://archive/T/341700/2026-11-23-0a1b2c3d')
  expect(asked.at(-1)).toBe('PUT /archive/T/341700/2026-11-23-0a1b2c3d/manifest.json')
  const { key } = shelved(address, 'archive')
  await fetchArchive(bucket, key, join(folder, 'to'))
  for (const name of ['rows.ndjson.gz', 'keys.json', 'manifest.json'])
    expect(readFileSync(join(folder, 'to', name)).equals(readFileSync(join(folder, 'from', name)))).toBe(true)

  let seen = ''
  const there = async () => ({ bucket, place: 'x' }) as unknown as Ground
  await withArchive(address, there, async (at) => {
    seen = at
    expect(readFileSync(join(at, 'keys.json')).length).toBeGreaterThan(0)
  })
  expect(() => readFileSync(join(seen, 'keys.json'))).toThrow('ENOENT')
})

test('another city’s part, another bucket, a place that is none: refused', async () => {
  await expect(shelve(bucket, join(folder, 'from'), { ...of, city: '341701' })).rejects.toThrow('403')
  await expect(fetchArchive(bucket, 'T/341700/2026-01-01-00000000', join(folder, 'none'))).rejects.toThrow(
    '取不到',
  )
  for (const bad of [
    's3://archive/T/341700/../341701/x',
    's3://archive/T/34170/x',
    's3://archive/exports/x',
    's3://',
  ])
    expect(() => shelved(bad, 'archive'), bad).toThrow('不是归档的地址')
  expect(() => shelved('s3://elsewhere/T/341700/x', 'archive')).toThrow('桶 archive')
  await expect(
    withArchive(
      's3://archive/T/341700/x',
      async () => ({ place: '本机系统' }) as Ground,
      async () => 0,
    ),
  ).rejects.toThrow('没有归档桶')
})

test('the rights of the operator say the same', () => {
  const may = (action: string, key: string) =>
    rightsOf('archivist', { city: '341700', province: '340000' }, ground).may({
      action: `s3:${action}`,
      resource: `${ground.archive}/${key}`,
      context: {},
    })
  for (const action of ['PutObject', 'GetObject']) {
    expect(may(action, 'T/341700/a/manifest.json')).toBe(true)
    for (const key of ['T/341701/a', 'T/3417001/a', 'exports/a', 'T/34170'])
      expect(may(action, key), key).toBe(false)
  }
  expect(may('DeleteObject', 'T/341700/a')).toBe(false)
})
