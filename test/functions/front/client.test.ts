import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { client } from '../../../functions/front/client.ts'
import { builtClient, font, script, site, tricks } from './folder.ts'

const built = builtClient()
afterAll(built.remove)
const answer = client(built.folder, site)
const page = { accept: 'text/html,*/*;q=0.8' }
const ask = (url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  answer({ method, url, header: (name) => headers[name] ?? '' })

describe('what is kept', () => {
  test('a name with a hash for ever, everything else not at all', async () => {
    for (const url of ['/assets/main-abc.js', '/designer/assets/builder-abc.js?x=1'])
      expect((await ask(url)).headers['cache-control'], url).toBe('public, max-age=31536000, immutable')
    for (const url of ['/', '/index.html', '/designer/index.html', '/site.json'])
      expect((await ask(url)).headers['cache-control'], url).toBe('no-cache')
  })

  test('an unchanged file is not sent twice, each coding by its own mark', async () => {
    const first = await ask('/assets/main-abc.js', { 'accept-encoding': 'br' })
    const etag = first.headers['etag'] as string
    const again = { 'accept-encoding': 'br', 'if-none-match': `"other", W/${etag}` }
    expect(await ask('/assets/main-abc.js', again)).toMatchObject({ status: 304 })
    expect((await ask('/assets/main-abc.js', again)).body).toBeUndefined()
    expect((await ask('/assets/main-abc.js', { 'if-none-match': etag })).status).toBe(200)
  })

  test('a file that changed within the same length and date has another mark', async () => {
    const file = join(built.folder, 'same.txt')
    const at = new Date('1980-01-01T00:00:00Z')
    const marks = []
    for (const text of ['甲', '乙']) {
      writeFileSync(file, text)
      utimesSync(file, at, at)
      marks.push(
        (await client(built.folder, site)({ method: 'GET', url: '/same.txt', header: () => '' })).headers,
      )
    }
    expect(marks[0]?.['etag']).not.toBe(marks[1]?.['etag'])
  })
})

describe('what is sent', () => {
  test('in the coding that the reader takes', async () => {
    const read = async (accepted: string) => {
      const { headers, body } = await ask('/assets/main-abc.js', { 'accept-encoding': accepted })
      return { coding: headers['content-encoding'], body: body as Buffer, length: headers['content-length'] }
    }
    const best = await read('gzip, deflate, br;q=0.9')
    expect(best.coding).toBe('br')
    expect(best.length).toBe(String(best.body.length))
    expect(brotliDecompressSync(best.body).toString()).toBe(script)
    const second = await read('br;q=0, gzip')
    expect(second.coding).toBe('gzip')
    expect(gunzipSync(second.body).toString()).toBe(script)
    expect((await read('deflate, brown')).coding).toBeUndefined()
    expect((await read('')).body.toString()).toBe(script)
  })

  test('a font as it is', async () => {
    const { headers, body } = await ask('/assets/font-abc.woff2', { 'accept-encoding': 'br' })
    expect(headers).toMatchObject({ 'content-type': 'font/woff2', 'content-length': String(font.length) })
    expect(headers['content-encoding']).toBeUndefined()
    expect(body).toEqual(font)
  })

  test('the place as the client is told of it', async () => {
    const { headers, body } = await ask('/site.json')
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(String(body))).toEqual(site)
  })

  test('for HEAD the same headers and no body', async () => {
    const { status, headers, body } = await ask('/', page, 'HEAD')
    expect(status).toBe(200)
    expect(headers).toEqual((await ask('/', page)).headers)
    expect(body).toBeUndefined()
  })
})

describe('what has no file', () => {
  test.each(['/', '/field/today', '/studio/341700/documents/form', '/家庭', '/%E5%AE%B6'])(
    'gets the page if somebody opens it: %s',
    async (url) => {
      expect(String((await ask(url, page)).body)).toContain('<title>一户')
    },
  )

  test.each([
    ['/assets/gone-abc.js', page],
    ['/designer/anything', page],
    ['/sw.js', page],
    ['/api/anything', page],
    ['/field/today', { accept: '*/*' }],
  ])('is not there otherwise: %s', async (url, headers) => {
    const { status, body } = await ask(url, headers)
    expect(status).toBe(404)
    expect(String(body)).toBe('没有这个文件。')
  })

  test.each(tricks)('is not reached by %s', async (url) => {
    const { status, body } = await ask(url)
    expect([400, 404]).toContain(status)
    expect(String(body)).not.toContain('机密')
  })

  test('says what is wrong with a broken address and with another method', async () => {
    expect((await ask('/%E5%')).status).toBe(400)
    expect(await ask('/', page, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })
})
