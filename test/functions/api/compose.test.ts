import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { body } from '../../../functions/api/body.ts'
import { composeApi } from '../../../functions/api/compose.ts'
import type { SelfEnv } from '../../../functions/api/env.ts'
import { everyone } from '../../../functions/api/guard.ts'
import { describeApi } from '../../../functions/api/openapi.ts'
import { routesOf } from '../../../functions/api/route.ts'
import { Refused } from '../../../functions/problem.ts'
import { AwsFault, connect, memoryRing } from '../../../functions/store/index.ts'

const lines: Readonly<Record<string, unknown>>[] = []

/** An API whose one router does what a test needs. */
const api = (router: () => Hono<SelfEnv>) =>
  composeApi(
    {
      issuer: 'https://issuer.test',
      audience: 'none',
      keys: { keys: [] },
      link: connect({ table: 'none', endpoint: 'http://127.0.0.1:1' }),
      ring: memoryRing(),
      packs: '',
      log: (line) => lines.push(line),
    },
    { root: [router] },
  )

describe('whatever is thrown', () => {
  test.each([
    ['an error', new Error('id 999901195001011234 is wrong')],
    ['a text', 'id 999901195001011234 is wrong'],
    ['nothing', undefined],
    ['null', null],
    ['an object', { id: '999901195001011234' }],
  ])('%s leaves as a problem, and neither answer nor log repeats it', async (_, thrown) => {
    lines.length = 0
    const app = api(() =>
      new Hono<SelfEnv>().get('/x', everyone(), () => {
        throw thrown
      }),
    )
    const response = await app.request('/api/x')
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', requestId: expect.stringMatching(/^\w{26}$/) })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ status: 500, route: '/api/x' })
    expect(text + JSON.stringify(lines)).not.toContain('9999')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

test.each([
  ['AccessDeniedException', 'AccessDeniedException'],
  ['id 999901195001011234', undefined],
])('the log says what a service called its refusal, where that is one word: %j', async (code, told) => {
  lines.length = 0
  const app = api(() =>
    new Hono<SelfEnv>().get('/x', everyone(), () => {
      throw new AwsFault('kms', 400, code)
    }),
  )
  await app.request('/api/x')
  const { error } = lines[0] as { readonly error: { readonly code?: string } }
  expect(error.code).toBe(told)
})

test('a refusal is neither cached nor tagged, whatever was said before it', async () => {
  const app = api(() =>
    new Hono<SelfEnv>().get('/x', everyone(), (c) => {
      c.header('Cache-Control', 'max-age=31536000, immutable')
      c.header('ETag', '"a"')
      throw new Refused('not-found', '没有。')
    }),
  )
  const { status, headers } = await app.request('/api/x')
  expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([404, 'no-store', null])
})

describe('the description of the API', () => {
  const shape = z.strictObject({ name: z.string().max(5), items: z.array(z.strictObject({ n: z.int() })) })
  const app = api(() =>
    new Hono<SelfEnv>()
      .get('/x/:id', everyone(), (c) => c.text('x'))
      .put('/x/:id', everyone(), body(shape), (c) => c.text('x')),
  )
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into a document
  const document = describeApi(routesOf(app)) as any

  test('names every route once, with its parameters and who may call it', () => {
    expect(Object.keys(document.paths)).toEqual(['/api/x/{id}'])
    expect(Object.keys(document.paths['/api/x/{id}'])).toEqual(['get', 'put'])
    expect(document.paths['/api/x/{id}'].get).toMatchObject({
      operationId: 'getApiXId',
      security: [],
      parameters: [{ name: 'id', in: 'path', required: true }],
    })
  })

  test('shows the very schema that checks the body', () => {
    const { schema } = document.paths['/api/x/{id}'].put.requestBody.content['application/json']
    expect(schema).toMatchObject({
      required: ['name', 'items'],
      additionalProperties: false,
      properties: { name: { type: 'string', maxLength: 5 } },
    })
  })
})
