import { readdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../infra/local/people.ts'
import { demoHouseholds, peopleOf } from '../../infra/local/seed/households.ts'
import * as running from './running.ts'
import { type Listed, read, token } from './running.ts'
import { asShipped, childPids, childrenOf, inOneProcess, isAlive, run, until } from './system.ts'

const linux = process.platform === 'linux'

beforeAll(() => running.startRunning(asShipped))
afterAll(running.stopRunning)

const tasks = () => running.tasks()
/** A path as it is, whatever a client would make of it; the status and the whole answer. */
const raw = async (path: string, bearer: string) => {
  const { hostname, port, host } = new URL(running.system.origin)
  const socket = connect(Number(port), hostname)
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${bearer}\r\nConnection: close\r\n\r\n`,
  )
  const answer = await text(socket)
  return { status: Number(answer.slice(9, 12)), answer }
}
/** The processes of functions: grandchildren of what was started. */
const functionsOf = async (pid: number): Promise<readonly number[]> => {
  const system = (await childrenOf(pid)).get('system.ts') ?? 0
  return childPids(system)
}

describe('the functions as they ship', () => {
  test('serve every kind of person, and what the stream carried is there', async () => {
    expect((await tasks()).length).toBeGreaterThan(4)
    const village = await read<Listed>('/cities/341700/tasks/mine', '341700.village')
    expect(village.items.map(({ kind }) => kind)).toContain('confirm')
    const drafts = await read<{ documents: unknown[] }>('/cities/341700/draft', '341700.admin')
    expect(drafts.documents.length).toBeGreaterThan(5)
    const cities = await read<Listed>('/provinces/340000/cities', '340000.office')
    expect(cities.items.map(({ code }) => code)).toEqual(['341700', '349901', '349902', '349903', '349904'])
    const me = await read<{ memberships: unknown[] }>('/me', '341700.worker')
    expect(me.memberships).toHaveLength(1)
  })

  test('are asked only by who has a token; other addresses are told in our own words', async () => {
    const none = await fetch(`${running.system.origin}/api/me`)
    expect([none.status, await none.json()]).toEqual([401, { message: 'Unauthorized' }])
    const lost = await fetch(`${running.system.origin}/api/none`)
    expect([lost.status, lost.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  })

  test('keep no key of a city beside the table, and no name in clear', async () => {
    expect((await readdir(join(running.place.folder, 'keys'))).toSorted()).toEqual([
      'issuer.json',
      'master.json',
    ])
    const secrets = [
      ...demoHouseholds.flatMap((one) => peopleOf(one).flatMap(({ name, idNumber }) => [name, idNumber])),
      ...people.map(({ name }) => name),
    ]
    for (const file of ['table.sqlite', 'table.sqlite-wal']) {
      const bytes = await readFile(join(running.place.folder, file))
      expect(
        secrets.filter((secret) => bytes.includes(secret)),
        file,
      ).toEqual([])
    }
  })
})

describe('an address that is spelt crookedly', () => {
  let bearer = ''
  beforeAll(async () => {
    bearer = await token('341700.worker')
  })
  test.each([
    '/api/cities/349901/tasks/mine',
    '/api/cities/341700/../349901/tasks/mine',
    '/api/cities/341700/%2e%2e/349901/tasks/mine',
    '/api/cities/341700%2F..%2F349901/tasks/mine',
    '/api/cities/%2e%2e/cities/349901/tasks/mine',
    '/api/cities/349901%2Ftasks%2Fmine',
    '/api/cities/349901%3Fx/tasks/mine',
    '/api/cities/349901%23/tasks/mine',
    '/api/cities/341700%00/tasks/mine',
    '/api/cities/341700;349901/tasks/mine',
    '/api/cities/341700%0d%0ax-evil:1/tasks/mine',
    '/api//cities/341700/tasks/mine',
    '/api/cities//tasks/mine',
    '/api/provinces/340000/cities',
    '/api/invitations/..%2f..%2fcities/349901/tasks/mine',
    '//api/me',
    '/api/health/../../oidc/../api/none',
    `/api/cities/${'3'.repeat(9000)}/tasks/mine`,
  ])('opens nothing: %s', async (path) => {
    const { status, answer } = await raw(path, bearer)
    expect([400, 404]).toContain(status)
    expect(answer).not.toMatch(/演示甲市|"items"|x-evil/)
  })
})

describe('what goes wrong', () => {
  test.runIf(linux)('functions that are killed are there again for the next request', async () => {
    const before = await tasks()
    const killed = await functionsOf(running.system.process.pid ?? 0)
    expect(killed.length).toBeGreaterThan(3)
    for (const pid of killed) process.kill(pid, 'SIGKILL')
    await until(() => !killed.some(isAlive))
    expect(await tasks()).toEqual(before)
  })

  test('a stop leaves no process; the next start opens what the last one sealed', async () => {
    const before = await tasks()
    const left = linux ? await functionsOf(running.system.process.pid ?? 0) : []
    expect(await running.system.stop('SIGINT')).toBe(0)
    expect(left.filter(isAlive)).toEqual([])

    const other = run('infra/local/start.ts', inOneProcess, running.environment)
    expect(await other.over).toBe(1)
    expect(other.said()).toContain('npm run lambda 的数据')

    await running.startAgain(asShipped)
    expect(running.system.said()).toContain('沿用已有数据')
    expect(running.system.said()).toContain('npm run lambda -- --fresh')
    expect(await tasks()).toEqual(before)
  })

  test.runIf(linux)('when all is killed at once the functions go too', async () => {
    await tasks()
    const left = await functionsOf(running.system.process.pid ?? 0)
    await running.system.stop('SIGKILL')
    await until(() => !left.some(isAlive))
  })

  test('a master key that is broken stops the start instead of being made anew', async () => {
    await writeFile(join(running.place.folder, 'keys/master.json'), '{"key":')
    await expect(running.startAgain(asShipped)).rejects.toThrow(/ended with 1/)
  })
})
