import { describe, expect, test } from 'vitest'
import { headerSets, headersFor } from '../../../functions/front/headers.ts'

const at = headersFor({ issuer: 'https://login.test/realm', tls: true })
const policyAt = (url: string): string => at(url)['content-security-policy'] as string

describe('the headers of an address', () => {
  test('let a page load and ask nothing but its own origin and the issuer', () => {
    expect(policyAt('/')).toContain("default-src 'self'")
    expect(policyAt('/')).toContain("connect-src 'self' https://login.test;")
    expect(headersFor()('/')['content-security-policy']).toContain("connect-src 'self';")
    for (const set of Object.values(headerSets({ issuer: 'https://login.test' })))
      expect(set['content-security-policy']?.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(
        /unsafe|\*|http:/,
      )
  })

  test("keep the builder's page in a sandbox without any server, however it is spelled", () => {
    for (const url of [
      '/designer/index.html',
      '/designer/index.html?x=1',
      '/designer//index.html',
      '/designer/./index.html',
      '/assets/../designer/index.html',
      '/designer/%69ndex.html',
      '/%64esigner/index%2ehtml#a',
    ]) {
      expect(policyAt(url), url).toMatch(/^sandbox allow-scripts allow-forms;/)
      expect(policyAt(url), url).toContain("connect-src 'none'")
      expect(at(url)['x-frame-options'], url).toBe('SAMEORIGIN')
    }
    expect(policyAt('/designer')).not.toContain('sandbox')
  })

  test("let only the builder's files be read by an origin of nobody's", () => {
    const named = ['/designer/assets/a.js', '/assets/a.js', '/site.json', '/designer/index.html', '/%E5%']
    expect(named.filter((url) => 'access-control-allow-origin' in at(url))).toEqual(['/designer/assets/a.js'])
  })

  test('ask for TLS where there is TLS', () => {
    for (const url of ['/', '/designer/index.html', '/designer/assets/a.js'])
      expect(at(url)['strict-transport-security'], url).toMatch(/^max-age=31536000/)
    expect(headersFor()('/')).not.toHaveProperty('strict-transport-security')
  })

  test('are whole in every set', () => {
    for (const set of Object.values(headerSets()))
      expect(Object.keys(set)).toEqual(
        expect.arrayContaining([
          'content-security-policy',
          'x-content-type-options',
          'referrer-policy',
          'cross-origin-opener-policy',
          'permissions-policy',
          'x-frame-options',
        ]),
      )
  })
})
