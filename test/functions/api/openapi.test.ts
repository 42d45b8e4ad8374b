import { expect, test } from 'vitest'
import { apiDescription, apiFunctions } from '../../../functions/api/app.ts'
import { composeApi } from '../../../functions/api/compose.ts'
import { connect, memoryRing } from '../../../functions/store/index.ts'
import { routes } from '../../hostile/routes.ts'

const document = JSON.parse(apiDescription())
type Operation = { operationId: string; 'x-action': string }
const operations: [string, Operation][] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, one]): [string, Operation] => [
    `${method} ${path}`,
    one,
  ]),
)

test('every route is described, under a name of its own', () => {
  expect(operations).toHaveLength(routes.length)
  expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(routes.length)
})

test('the routes that the contract promises are there', () => {
  const promised = [
    'get /api/health',
    'get /api/me',
    'get /api/packs',
    'get /api/cities/{city}/releases/live',
    'put /api/cities/{city}/draft/{key}',
    'post /api/cities/{city}/releases',
    'post /api/cities/{city}/quotes',
    'get /api/cities/{city}/households',
    'post /api/cities/{city}/households/{household}/assessments',
    'get /api/cities/{city}/tasks/mine',
    'post /api/cities/{city}/search',
    'get /api/provinces/{province}/comparison/fees',
  ]
  const names = operations.map(([name]) => name)
  expect(promised.filter((name) => !names.includes(name))).toEqual([])
})

test('every operation names the action of the policy that it needs', () => {
  for (const [name, { 'x-action': action }] of operations) expect(action, name).toMatch(/^[a-z.]+$/)
})

test('the function that serves it knows the routes of none other, and says what it was given', async () => {
  const app = composeApi(
    {
      issuer: 'https://issuer.test',
      audience: 'none',
      keys: { keys: [] },
      link: connect({ table: 'none', endpoint: 'http://127.0.0.1:1' }),
      ring: memoryRing(),
      packs: '',
      description: async () => apiDescription(),
      log: () => {},
    },
    apiFunctions.changes,
  )
  const answer = await app.request('/api/openapi.json')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(await answer.json()).toEqual(document)
})
