import { expect, test } from 'vitest'
import { describeApi } from '../../../functions/api/openapi.ts'
import { routes } from '../../hostile/routes.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test looks into a document
const document = describeApi(routes) as any
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
