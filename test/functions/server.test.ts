import { connect as dial } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me, MemberCard, Notice, Page } from '../../functions/api/contract/index.ts'
import { keys } from '../../functions/store/index.ts'
import { type Place, type Running, run, startPlace } from './server/place.ts'

let place: Place
let yihu: Running

const ask = async (subject: string, path: string, body?: unknown, at = yihu) => {
  const response = await fetch(at.origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await place.issuer.token(subject)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  const json: any = await response.json()
  return { status: response.status, json }
}
/** Asks until the answer is as wanted: jobs take a moment. */
const until = async <T>(look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    const found = await look()
    if (isThere(found) || tries === 1200) return found
    await wait(50)
  }
}

beforeAll(async () => {
  place = await startPlace()
  await place.seat('city', '341700', 'admin', 'admin')
  await place.seat('city', '349901', 'other', 'admin')
  await place.seat('province', '340000', 'office', 'office')
  const item = { schema: 1, city: '341700', name: '池州市', opened: '2026-01-01T00:00:00Z', by: 'test' }
  const office = await place.province('340000')
  await office.write([{ put: keys.tenantKey('341700'), item, expect: 'absent' }])
  yihu = await run(place.environment)
})
afterAll(() => place.stop())

describe('pages', () => {
  const page = (path: string, accept = 'text/html') => fetch(yihu.origin + path, { headers: { accept } })

  test('come with the strict headers, and may speak to this origin and the issuer alone', async () => {
    const response = await page('/cities/341700')
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('一户')])
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain(`connect-src 'self' ${place.issuer.address}`)
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age/)
    const designer = await page('/designer/index.html')
    expect(designer.headers.get('content-security-policy')).toMatch(/^sandbox /)
  })

  test('know where to sign in', async () => {
    expect(await (await page('/site.json')).json()).toEqual({
      stage: 'server',
      signIn: { issuer: place.issuer.address, client: 'web', audience: 'urn:yihu:api' },
    })
  })

  test('are no answer to a file that is not there, nor a way out of the folder', async () => {
    expect((await page('/assets/gone.js')).status).toBe(404)
    for (const path of [
      '/..%2fkeys%2f341700.json',
      '/%2e%2e/keys/341700.json',
      '/assets/../../keys/341700.json',
    ])
      expect(await (await page(path, '*/*')).text(), path).not.toContain('blind')
  })
})

describe('the API', () => {
  test('answers a member with what is sealed under the keys in the files', async () => {
    const { status, json } = await ask('admin', '/api/cities/341700/members')
    expect(status).toBe(200)
    expect((json as Page<MemberCard>).items).toMatchObject([{ name: 'admin', roles: [{ role: 'admin' }] }])
  })

  test('keeps everybody else out', async () => {
    expect((await fetch(`${yihu.origin}/api/health`)).status).toBe(200)
    expect((await fetch(`${yihu.origin}/api/cities/341700/members`)).status).toBe(401)
    expect((await ask('other', '/api/cities/341700/members')).status).toBe(404)
    expect((await ask('admin', '/api/cities/349999/members')).status).toBe(404)
  })

  test('writes one line a request, without a person or an address in it', async () => {
    await ask('admin', '/api/cities/341700/members/none?limit=3')
    const lines = yihu
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    const last = lines.map((line) => JSON.parse(line)).findLast(({ city }) => city === '341700')
    expect(last).toMatchObject({ route: '/api/cities/:city/members/:member', status: 404 })
    expect(yihu.said()).not.toMatch(/limit=3|Bearer|eyJ/)
  })

  test('has bounds: what is too large is refused, before it is read', async () => {
    const headers = { authorization: `Bearer ${'a'.repeat(20_000)}` }
    expect((await fetch(`${yihu.origin}/api/me`, { headers })).status).toBe(431)
    const large = await ask('admin', '/api/cities/341700/members/invitations', { name: 'a'.repeat(300_000) })
    expect([large.status, large.json.code]).toEqual([413, 'too-large'])
  })
})

describe('the jobs', () => {
  test('carry memberships and messages from the stream, in the same process', async () => {
    const me = await until(
      async () => (await ask('admin', '/api/me')).json as Me,
      ({ memberships }) => memberships.length > 0,
    )
    expect(me.memberships).toMatchObject([{ kind: 'city', code: '341700' }])
    const notice = { id: ulid(), to: ['341700'], title: '通知', text: '请查收。' }
    expect((await ask('office', '/api/provinces/340000/notices', notice)).status).toBe(201)
    const { items } = await until(
      async () => (await ask('admin', '/api/cities/341700/notices')).json as Page<Notice>,
      (page) => page.items.length > 0,
    )
    expect(items).toMatchObject([{ title: '通知', from: { code: '340000' } }])
  })

  test('close the months at the start', async () => {
    const said = await until(
      async () => yihu.said(),
      (text) => text.includes('"job":"months"'),
    )
    expect(said).toMatch(/\{"job":"months","month":"\d{6}","cities":1,"failed":0,"left":0\}/)
  })

  test('run elsewhere where that is said', async () => {
    const quiet = await run({ ...place.environment, YIHU_JOBS: 'off' })
    expect((await ask('admin', '/api/cities/341700/members', undefined, quiet)).status).toBe(200)
    quiet.child.kill('SIGTERM')
    expect(await quiet.ended).toBe(0)
    expect(quiet.said()).toContain('不含后台任务')
    expect(quiet.said()).not.toContain('"job"')
  })
})

test('a stop in the middle of a request loses nothing', async () => {
  const one = await run(place.environment)
  // A connection that is kept open and idle does not hold it up.
  const idle = await fetch(`${one.origin}/api/health`)
  expect(idle.status).toBe(200)
  const { seen, free } = place.way.hold('TransactWriteItems')
  const invitation = { name: '方知远', roles: [{ role: 'worker' }] }
  const asked = ask('admin', '/api/cities/341700/members/invitations', invitation, one)
  await seen
  one.child.kill('SIGTERM')
  await until(
    async () => one.said(),
    (text) => text.includes('收到停止请求'),
  )
  await until(
    () =>
      new Promise<boolean>((tell) => {
        const { hostname, port } = new URL(one.origin)
        const socket = dial(Number(port), hostname)
        socket.on('connect', () => tell(false)).on('error', () => tell(true))
        socket.on('connect', () => socket.destroy())
      }),
    (isRefused) => isRefused,
  ).then((isRefused) => expect(isRefused, 'it takes no new connection').toBe(true))
  expect(one.child.exitCode).toBeNull()
  free()
  const { status, json } = await asked
  expect(status, JSON.stringify(json)).toBe(201)
  expect(await one.ended).toBe(0)
  expect(one.said()).toContain('✓ 已停止')
  const rows = await (await place.store('341700')).all('INVITATION')
  expect(rows).toHaveLength(1)
})

describe('what cannot start', () => {
  test('says in one sentence each what is missing', async () => {
    const { YIHU_ISSUER: _, YIHU_KEYS: __, ...without } = place.environment
    const error = await run({ ...without, YIHU_PORT: '99999' }).catch((thrown: Error) => thrown)
    expect((error as Error).message.trim().split('\n')).toEqual([
      '设置 YIHU_ISSUER 应为身份服务地址，以 https:// 开头。',
      '设置 YIHU_PORT 应为 0 到 65535 的端口号。',
      '没有写明密钥在哪里：填写 YIHU_KEYS（密钥文件夹），或 YIHU_MASTER_KEY（主密钥）和各个角色。',
    ])
  })

  test('says that its address is taken', async () => {
    const { port } = new URL(yihu.origin)
    const error = await run({ ...place.environment, YIHU_PORT: port }).catch((thrown: Error) => thrown)
    expect((error as Error).message.trim()).toMatch(/^无法在 YIHU_HOST 和 YIHU_PORT .*EADDRINUSE.*。$/)
  })
})
