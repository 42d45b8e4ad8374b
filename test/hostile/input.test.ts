import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, permits } from '../../functions/identity/index.ts'
import { looseObjects, schemaOf, shaped, validBodies } from './bodies.ts'
import { addressOf, askOf, type City, pathValues, startCity } from './city.ts'
import { people } from './people.ts'
import { guarded, inCity, named, nameOf } from './routes.ts'

let at: City
beforeAll(async () => {
  at = await startCity()
})
afterAll(() => at.yihu.stop())

/** Somebody whose role the route asks for. */
const insider = (action: Action): string => {
  const found = ['341700.township', '341700.worker', '341700.admin', '340000.office'].find((subject) =>
    permits({ member: '', roles: people[subject]?.roles ?? [] }, action),
  )
  return found ?? '341700.admin'
}

/** Documents of a configuration are checked by what they are, and what is wrong with them is said, not refused. */
const anyDocument = 'PUT /api/cities/:city/draft/:key'

const withBody = inCity.filter(({ body }) => body !== undefined)

describe.each(named(withBody))('%s', (name, route) => {
  const who = insider(route.action as Action)
  const send = (ask: object) =>
    at.yihu.as(who, addressOf(route, pathValues(at, at.mine)), { ...askOf(route), ...ask })

  test('takes no key that nobody named', () => {
    const loose = looseObjects(schemaOf(route.body ?? raise()))
    // Answers of a form are free here: the form itself says which there are, and drops or refuses the rest.
    const known = name === anyDocument ? ['(root)'] : ['.answers']
    expect(
      loose.filter((place) => !known.includes(place)),
      'use z.strictObject',
    ).toEqual([])
  })

  test('refuses what the server decides: city, by, rev, status, keys of the table', async () => {
    if (name === anyDocument) return
    const valid =
      validBodies(at.mine, at.yihu.member(who))[name] ?? shaped(schemaOf(route.body ?? raise()), 'x')
    const named = new Set(Object.keys(schemaOf(route.body ?? raise()).properties ?? {}))
    const forced = [
      'city',
      'tenant',
      'by',
      'at',
      'rev',
      'status',
      'stage',
      'number',
      'pk',
      'sk',
      'gsi1pk',
      'outcomes',
    ]
    for (const key of forced.filter((one) => !named.has(one))) {
      const answer = await send({ body: { ...(valid as object), [key]: '349901' } })
      expect(answer.status, `${key} ${answer.text}`).toBe(422)
      const codes = answer.json.errors.map(
        (error: { path: string; code: string }) => `${error.path} ${error.code}`,
      )
      expect(codes, key).toContain(`${key} unknown-key`)
    }
  })

  test.each(['', '{', '[1', '{"a":', 'nul', '\u0000'])('says that %j cannot be read', async (raw) => {
    if (raw === '' && name.endsWith('/restore')) return
    const answer = await send({ raw, headers: { ...(await token(who)), 'Content-Type': 'application/json' } })
    expect([answer.status, answer.json.code]).toEqual([400, 'malformed'])
  })

  test('refuses other types, other shapes, dangerous keys, depth and size by their own codes', async () => {
    const json = { ...(await token(who)), 'Content-Type': 'application/json' }
    const xml = { ...(await token(who)), 'Content-Type': 'application/xml' }
    const code = async (ask: object) => {
      const answer = await send(ask)
      expect(answer.json.detail, answer.text).toMatch(/\p{Script=Han}.*。$/u)
      return [answer.status, answer.json.code]
    }
    expect(await code({ raw: '<a/>', headers: xml })).toEqual([415, 'unsupported-media'])
    for (const raw of ['[]', '1', '"x"', 'null', 'true'])
      expect(await code({ raw, headers: json }), raw).toEqual([422, 'invalid'])
    for (const key of ['__proto__', 'constructor', 'prototype'])
      expect(await code({ raw: `{"a":[{"${key}":{"admin":true}}]}`, headers: json })).toEqual([
        400,
        'malformed',
      ])
    expect(await code({ raw: `${'{"a":'.repeat(50)}1${'}'.repeat(50)}`, headers: json })).toEqual([
      400,
      'malformed',
    ])
    const chunk = new Uint8Array(1 << 20).fill(0x20)
    let left = 10
    const raw = new ReadableStream<Uint8Array>({
      pull: (to) => (left-- > 0 ? to.enqueue(chunk) : to.close()),
    })
    expect(await code({ raw, headers: json })).toEqual([413, 'too-large'])
  })

  test('breaks at no wrong type, at any place', async () => {
    const schema = schemaOf(route.body ?? raise())
    for (const wrong of [
      null,
      -1,
      1e308,
      '',
      'x'.repeat(20_000),
      [],
      {},
      [[[]]],
      true,
      '\ud800',
      '＇ OR 1=1',
    ]) {
      for (const field of Object.keys(schema.properties ?? { x: 1 })) {
        const base = validBodies(at.mine, at.yihu.member(who))[name] ?? shaped(schema, 'x')
        const answer = await send({ body: { ...(base as object), [field]: wrong } })
        expect(answer.status, `${field}=${JSON.stringify(wrong).slice(0, 40)} ${answer.text}`).toBeLessThan(
          500,
        )
      }
    }
  })
})

const raise = (): never => {
  throw new Error('a route without a body')
}
const token = async (who: string) => ({ Authorization: `Bearer ${await at.yihu.tokenFor(who)}` })

const withParameters = guarded.filter(({ path }) => /:(?!city\b|province\b)\w+/.test(path))

describe.each(named(withParameters))('%s', (_, route) => {
  test('answers any nonsense in its path with a 4xx', async () => {
    const who = insider(route.action as Action)
    const odd = [
      '..',
      '.',
      '%',
      '\u0000',
      '__proto__',
      'constructor',
      'toString',
      '*',
      '#',
      'a#b',
      '🏠',
      'x'.repeat(3000),
      '-1',
      '1e9',
      '0',
      '999999',
      '١',
      'null',
      '<script>',
      "'; DROP",
    ]
    for (const text of odd) {
      const values = pathValues(at, at.mine)
      const swapped = Object.fromEntries(Object.keys(values).map((name) => [name, text]))
      const address = addressOf(route, { ...swapped, city: '341700', province: '340000' })
      const body =
        route.body &&
        (validBodies(at.mine, at.yihu.member(who))[nameOf(route)] ?? shaped(schemaOf(route.body), 'x'))
      const answer = await at.yihu.as(who, address, askOf(route, body))
      expect(answer.status, `${text.slice(0, 20)} ${answer.text}`).toBeGreaterThanOrEqual(200)
      expect(answer.status, `${text.slice(0, 20)} ${answer.text}`).toBeLessThan(500)
      if (route.method === 'GET' && !['0', 'constructor'].includes(text))
        expect(answer.status, text).toBeGreaterThanOrEqual(200)
    }
  })
})

const withCursor = inCity.filter(({ query }) => query && 'after' in (schemaOf(query).properties ?? {}))

describe.each(named(withCursor))('%s', (_, route) => {
  test.each(['x', '%00', 'AAAA', 'bnVsbA', Buffer.from('["",""]').toString('base64url')])(
    'refuses the forged cursor %s',
    async (after) => {
      const who = insider(route.action as Action)
      const answer = await at.yihu.as(who, `${addressOf(route, pathValues(at, at.mine))}?after=${after}`)
      expect([answer.status, answer.json?.code], answer.text).toEqual([400, 'malformed'])
    },
  )
})
