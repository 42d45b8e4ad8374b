import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '../../functions/api/contract/index.ts'
import { people } from '../../infra/local/people.ts'
import { demoHouseholds, peopleOf } from '../../infra/local/seed/households.ts'
import { authorization, browser, exchange, signIn } from './sign-in.ts'
import {
  childrenOf,
  freePort,
  isAlive,
  occupy,
  run,
  type Started,
  start,
  temporaryFolder,
  until,
} from './system.ts'

const linux = process.platform === 'linux'
let place: Awaited<ReturnType<typeof temporaryFolder>>
let port: number
let system: Started
let environment: Readonly<Record<string, string>>

const token = async (subject: string): Promise<string> => {
  const { said, over } = run('infra/local/token.ts', [subject], environment)
  await over
  return said().trim()
}
const ask = async (path: string, subject: string, bearer?: string) =>
  fetch(`${system.origin}/api${path}`, {
    headers: { authorization: `Bearer ${bearer ?? (await token(subject))}` },
  })
const read = async <T>(path: string, subject: string, bearer?: string): Promise<T> =>
  (await (await ask(path, subject, bearer)).json()) as T
type Listed = {
  readonly items: readonly { readonly id: string; readonly kind: string; readonly code: string }[]
}
const tasks = async () => (await read<Listed>('/cities/341700/tasks/mine', '341700.worker')).items

beforeAll(async () => {
  place = await temporaryFolder()
  port = await freePort()
  environment = { YIHU_PORT: String(port), YIHU_DATA: place.folder }
  system = await start(environment)
})
afterAll(async () => {
  await system?.stop()
  await place?.remove()
})

describe('a start', () => {
  test('says one address and everybody who can sign in', () => {
    expect(system.origin).toBe(`http://127.0.0.1:${port}`)
    expect(system.said().match(/http:\/\/127/g)).toHaveLength(1)
    for (const { subject, name } of people) expect(system.said()).toMatch(new RegExp(`${subject} +${name}`))
  })

  test('leaves word where it runs', async () => {
    const told = JSON.parse(await readFile(join(place.folder, 'run.json'), 'utf8'))
    expect(told).toMatchObject({ port, issuer: `${system.origin}/oidc`, pid: system.process.pid })
  })

  test('keeps its keys to its owner', async () => {
    const folder = join(place.folder, 'keys')
    const files = await readdir(folder)
    expect(files.toSorted()).toEqual(expect.arrayContaining(['341700.json', '349901.json', 'issuer.json']))
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o077, file).toBe(0)
    expect((await stat(folder)).mode & 0o077).toBe(0)
  })

  test('has work for the worker, the clerk, the village and the provider', async () => {
    expect((await tasks()).length).toBeGreaterThan(4)
    const queue = await read<Listed>(
      '/cities/341700/queues/awaiting-registration?township=341702-12',
      '341700.township',
    )
    expect(queue.items).toHaveLength(1)
    const village = await read<Listed>('/cities/341700/tasks/mine', '341700.village')
    expect(village.items.map(({ kind }) => kind)).toContain('confirm')
    const referred = await read<Listed>('/cities/341700/households?township=341702-12', '341700.provider')
    expect(referred.items).toHaveLength(1)
    const cities = await read<Listed>('/provinces/340000/cities', '340000.office')
    expect(cities.items.map(({ code }) => code)).toEqual(['341700', '349901', '349902', '349903', '349904'])
  })

  test('writes no name, id number or phone of a demo person in clear', async () => {
    await signIn(system.origin, '341700.worker')
    const entries = await readdir(place.folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    expect(files.length).toBeGreaterThan(5)
    const secrets = demoHouseholds.flatMap((one) =>
      peopleOf(one).flatMap(({ name, idNumber, phone }) => [name, idNumber, ...(phone ? [phone] : [])]),
    )
    for (const file of files) {
      const bytes = await readFile(file)
      const found = [...secrets, ...people.map(({ name }) => name)].filter((secret) => bytes.includes(secret))
      expect(found, file).toEqual([])
    }
  })

  test('on a folder that is in use says where it already runs', async () => {
    const { said, over } = run('infra/local/start.ts', [], environment)
    expect(await over).toBe(1)
    expect(said()).toContain(`http://127.0.0.1:${port}/`)
    expect((await ask('/me', '341700.worker')).status).toBe(200)
  })

  test.each([
    [{ YIHU_PORT: 'abc' }, [], 'YIHU_PORT'],
    [{ YIHU_PORT: '70000' }, [], 'YIHU_PORT'],
    [{}, ['--frehs'], '--frehs'],
  ])('refuses %j %j in words', async (wrong, args, word) => {
    const { said, over } = run('infra/local/start.ts', args, { ...environment, ...wrong })
    expect(await over).toBe(1)
    expect(said()).toContain(word)
    expect(said()).not.toMatch(/ at .*\.ts/)
  })
})

describe('signing in', () => {
  test('discovery names the issuer where it is', async () => {
    const found = await (await fetch(`${system.origin}/oidc/.well-known/openid-configuration`)).json()
    expect(found).toMatchObject({
      issuer: `${system.origin}/oidc`,
      token_endpoint: `${system.origin}/oidc/token`,
      code_challenge_methods_supported: ['S256'],
    })
  })

  test('as a demo person gives a token that the API takes', async () => {
    const { access_token: access, id_token: id } = await signIn(system.origin, '341700.worker')
    expect(decodeProtectedHeader(access)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    expect(decodeJwt(access)).toMatchObject({ sub: '341700.worker', aud: 'urn:yihu:api' })
    expect(decodeJwt(id)).toMatchObject({ name: '江一帆', iss: `${system.origin}/oidc` })
    const me = await read<Me>('/me', '', access)
    expect(me).toMatchObject({ subject: '341700.worker', name: '江一帆' })
    expect(me.memberships).toMatchObject([{ kind: 'city', code: '341700', name: '池州市' }])
  })

  test('a refresh token works once', async () => {
    const { refresh_token: first } = await signIn(system.origin, '349901.admin')
    const renewed = await exchange(system.origin, { grant_type: 'refresh_token', refresh_token: first })
    expect(renewed.status).toBe(200)
    const { access_token: access } = (await renewed.json()) as { access_token: string }
    expect((await ask('/me', '', access)).status).toBe(200)
    const again = await exchange(system.origin, { grant_type: 'refresh_token', refresh_token: first })
    expect(await again.json()).toMatchObject({ error: 'invalid_grant' })
  })

  test('without PKCE, or to another address, is refused', async () => {
    const { go } = browser(system.origin)
    const plain = await go(authorization(system.origin))
    expect(new URL(plain.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request')
    const away = await go(authorization(system.origin, { redirect_uri: 'https://elsewhere.test/callback' }))
    expect(away.status).toBe(400)
    expect(await away.text()).toContain('登录没有完成')
  })

  test('the list of people answers only the browser that asked, and only for people on it', async () => {
    const { go } = browser(system.origin)
    const asked = await go(
      authorization(system.origin, { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }),
    )
    const list = asked.headers.get('location') ?? ''
    expect((await browser(system.origin).go(list, { subject: '341700.admin' })).status).toBe(400)
    expect((await go(list, { subject: 'somebody' })).status).toBe(422)
    expect((await go(list, { subject: 'x'.repeat(9000) })).status).toBe(422)
    expect((await go(list, { subject: '341700.admin' })).status).toBe(303)
  })

  test('somebody without a membership may sign in and open nothing', async () => {
    const { access_token: access } = await signIn(system.origin, '000000.visitor')
    expect(await (await ask('/me', '', access)).json()).toMatchObject({ memberships: [] })
    expect((await ask('/cities/341700/tasks/mine', '', access)).status).toBe(404)
  })

  test('out asks once, ends the session, and the next sign-in shows the list again', async () => {
    const own = browser(system.origin)
    const { id_token: hint } = await signIn(system.origin, '341700.worker', own)
    const challenge = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }
    const again = await own.go(authorization(system.origin, challenge))
    expect(again.headers.get('location')).toContain('/callback?code=')

    const back = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: `${system.origin}/` })
    const page = await (await own.go(`/oidc/session/end?${back}`)).text()
    expect(page).toContain('确认退出')
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const out = await own.go('/oidc/session/end/confirm', { xsrf, logout: 'yes' })
    expect(out.headers.get('location')).toMatch(new RegExp(`^${system.origin}/(\\?|$)`))
    const next = await own.go(authorization(system.origin, challenge))
    expect(next.headers.get('location')).toContain('/oidc/people/')
  })

  test('the token command prints a token and nothing else; for an unknown person the list', async () => {
    expect(await token('341700.admin')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    const { said, over } = run('infra/local/token.ts', ['341700.nobody'], environment)
    expect(await over).toBe(1)
    for (const { subject } of people) expect(said()).toContain(subject)
  })
})

describe('the address', () => {
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
})

describe('what goes wrong', () => {
  test.runIf(linux)('a table engine that is killed comes back with its data', async () => {
    const before = await tasks()
    const bearer = await token('341700.worker')
    const engine = (await childrenOf(system.process.pid ?? 0)).get('serve.ts') ?? 0
    process.kill(engine, 'SIGKILL')
    await until(() => system.said().includes('数据库已恢复'))
    await until(async () => (await ask('/cities/341700/tasks/mine', '', bearer)).status === 200)
    expect(await tasks()).toEqual(before)
  })

  test('a stop ends everything, and the next start finds the data on the next free port', async () => {
    const before = await tasks()
    const { refresh_token: refresh } = await signIn(system.origin, '341700.worker')
    const children = linux ? [...(await childrenOf(system.process.pid ?? 0)).values()] : []
    if (linux) expect(children).toHaveLength(2)
    expect(await system.stop('SIGINT')).toBe(0)
    expect(children.filter(isAlive)).toEqual([])
    expect(await readdir(place.folder)).not.toContain('run.json')

    const other = await occupy(port)
    try {
      system = await start(environment)
    } finally {
      other.close()
    }
    expect(system.said()).toContain(`端口 ${port} 已被占用`)
    expect(system.origin).not.toBe(`http://127.0.0.1:${port}`)
    expect(system.said()).toContain('沿用已有数据')
    expect(await tasks()).toEqual(before)
    const renewed = await exchange(system.origin, { grant_type: 'refresh_token', refresh_token: refresh })
    expect(renewed.status).toBe(200)
    const { access_token: access } = await signIn(system.origin, '341700.worker')
    expect((await ask('/cities/341700/tasks/mine', '', access)).status).toBe(200)
  }, 60_000)

  test('--fresh begins anew: other keys, the same people, and no file that is not ours is touched', async () => {
    const old = await token('341700.worker')
    const mine = join(place.folder, '我的笔记.txt')
    await writeFile(mine, '不是系统的文件')
    await system.stop()
    system = await start(environment, ['--fresh'])
    expect(await readFile(mine, 'utf8')).toBe('不是系统的文件')
    expect((await ask('/me', '', old)).status).toBe(401)
    expect((await tasks()).length).toBeGreaterThan(4)
  }, 60_000)

  test.runIf(linux)(
    'when the parent is killed its children go too',
    async () => {
      const children = [...(await childrenOf(system.process.pid ?? 0)).values()]
      expect(children).toHaveLength(2)
      await system.stop('SIGKILL')
      await until(() => !children.some(isAlive))
      // What the killed one left behind does not keep the next one out.
      system = await start(environment)
      expect((await tasks()).length).toBeGreaterThan(4)
    },
    60_000,
  )
})
