import { describe, expect, test } from 'vitest'
import { gatewayRoutes, unknownAddress } from '../../../../infra/aws/api/routes.ts'
import { matcher } from '../../../../infra/local/lambda/gateway/match.ts'

const route = (text: string) => {
  const [method = '', path = ''] = text.split(' ')
  return { method, path }
}
const match = matcher(
  [
    'ANY /files/{rest+}',
    'GET /files/{id}',
    'GET /files/latest',
    'POST /files/{id}',
    'ANY /files/latest',
    'GET /a/{x}/c',
    'GET /a/b/{y}',
    'ANY $default',
  ].map(route),
)
const found = (method: string, path: string) => {
  const one = match(method, path)
  return one && [`${one.route.method} ${one.route.path}`, one.parameters]
}

describe('the most specific route is taken', () => {
  test.each([
    ['GET', '/files/latest', 'GET /files/latest', {}],
    ['DELETE', '/files/latest', 'ANY /files/latest', {}],
    ['GET', '/files/7', 'GET /files/{id}', { id: '7' }],
    ['POST', '/files/7', 'POST /files/{id}', { id: '7' }],
    ['PUT', '/files/7', 'ANY /files/{rest+}', { rest: '7' }],
    ['GET', '/files/7/8', 'ANY /files/{rest+}', { rest: '7/8' }],
    ['GET', '/a/b/c', 'GET /a/b/{y}', { y: 'c' }],
    ['GET', '/a/x/c', 'GET /a/{x}/c', { x: 'x' }],
    ['GET', '/files', 'ANY $default', {}],
    ['GET', '/', 'ANY $default', {}],
  ])('%s %s', (method, path, wanted, parameters) => {
    expect(found(method, path)).toEqual([wanted, parameters])
  })
})

describe('an empty segment is no value, and a slash at the end is a segment', () => {
  test.each(['/files/', '//files/7', '/a//c', '/files/7/'])('%s', (path) => {
    const [taken] = found('GET', path) ?? []
    expect(taken).toBe(path === '/files/7/' ? 'ANY /files/{rest+}' : 'ANY $default')
  })
})

test('without a default nothing is taken that does not match', () => {
  const strict = matcher([route('GET /x')])
  for (const [method, path] of [
    ['GET', '/y'],
    ['POST', '/x'],
    ['GET', '/x/'],
    ['GET', '//x'],
    ['GET', '/X'],
    ['get', '/x'],
  ] as const)
    expect(strict(method, path)).toBeUndefined()
})

describe('of our own routes', () => {
  const ours = matcher([...gatewayRoutes, unknownAddress])
  test('each is reached by its own address, and none hides another', () => {
    for (const one of gatewayRoutes) {
      const path = one.path.replace(/\{(\w+)\}/g, 'x-$1')
      expect(ours(one.method, path)?.route, `${one.method} ${one.path}`).toBe(one)
    }
  })

  test('an address of nobody’s is told so by the city’s function, and one outside the API is not ours', () => {
    expect(ours('GET', '/api/nothing')?.route).toBe(unknownAddress)
    expect(ours('PURGE', '/api/health')?.route).toBe(unknownAddress)
    for (const path of ['/api', '/apis/health', '//api/health', '/API/health'])
      expect(ours('GET', path), path).toBeUndefined()
  })
})
