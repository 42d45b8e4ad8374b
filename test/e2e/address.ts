import { expect, test } from 'vitest'
import { port, system } from './running.ts'

/** What must hold of the one address, on the system that the file which calls this has started. */
export const oneAddress = (): void => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${system.origin}${path}`, { redirect: 'manual', headers })

  test('serves the page to who navigates, and never instead of a file', async () => {
    for (const path of ['/', '/field/today'])
      expect((await get(path, { accept: 'text/html' })).headers.get('content-type'), path).toContain('html')
    for (const path of ['/assets/none.js', '/none.js', '/assets/none'])
      expect((await get(path, { accept: 'text/html' })).status, path).toBe(404)
    expect((await get('/field/today', { accept: 'application/json' })).status).toBe(404)
    for (const path of ['/api/none', '/apis'])
      expect((await get(path, { accept: 'application/json' })).status, path).toBe(404)
  })

  test('gives nothing from outside the built client', async () => {
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fREADME.md',
      '/.vite/manifest.json',
    ])
      expect((await get(path)).status, path).toBe(404)
    expect((await get('/%zz')).status).toBe(400)
  })

  test('lets a page run and load only its own', async () => {
    for (const path of ['/', '/oidc/.well-known/openid-configuration', '/api/health']) {
      const { headers } = await get(path, { accept: 'text/html' })
      expect(headers.get('content-security-policy'), path).toMatch(/default-src '(self|none)'/)
      expect(headers.get('content-security-policy'), path).not.toMatch(/unsafe/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })

  test('keeps hashed files for ever and asks for the page again', async () => {
    const page = await (await get('/', { accept: 'text/html' })).text()
    const script = /\/assets\/[^"]+\.js/.exec(page)?.[0] ?? 'none'
    const answer = await get(script, { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const etag = answer.headers.get('etag') ?? ''
    expect((await get(script, { 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(304)
    expect((await get('/', { accept: 'text/html' })).headers.get('cache-control')).toBe('no-cache')
  })

  test('is one: localhost is sent on, another host name is refused', async () => {
    const { request } = await import('node:http')
    const as = (host: string) =>
      new Promise<{ status: number; location: string }>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path: '/field', headers: { host } }, (answer) => {
          answer.resume()
          resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
        })
          .once('error', reject)
          .end()
      })
    expect(await as(`localhost:${port}`)).toEqual({ status: 307, location: `${system.origin}/field` })
    expect((await as('evil.test')).status).toBe(421)
    expect((await as(`evil.test:${port}`)).status).toBe(421)
  })
}
