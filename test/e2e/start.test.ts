import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smoke } from '../../infra/aws/smoke/main.ts'
import { people } from '../../infra/local/people.ts'
import { demoHouseholds, peopleOf } from '../../infra/local/seed/households.ts'
import { oneAddress } from './address.ts'
import {
  ask,
  environment,
  type Listed,
  place,
  port,
  read,
  startAgain,
  startRunning,
  stopRunning,
  system,
  tasks,
  token,
} from './running.ts'
import { exchange, signIn } from './sign-in.ts'
import { signingIn } from './signing-in.ts'
import { childrenOf, inOneProcess, isAlive, occupy, run, until } from './system.ts'

const linux = process.platform === 'linux'

beforeAll(() => startRunning(inOneProcess))
afterAll(stopRunning)

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

  test('stands the trial that every deployed system has to stand', async () => {
    const given = { YIHU_TOKEN_A: await token('341700.worker'), YIHU_TOKEN_B: await token('349901.worker') }
    const said: string[] = []
    const cities = ['--city-a', '341700', '--city-b', '349901']
    const code = await smoke([system.origin, ...cities], given, (line) => said.push(line))
    expect(said.filter((line) => line.includes('✗'))).toEqual([])
    expect(code).toBe(0)
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

describe('signing in', signingIn)

describe('the address', oneAddress)

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
      await startAgain()
    } finally {
      other.close()
    }
    expect(system.said()).toContain(`端口 ${port} 已被占用`)
    expect(system.origin).not.toBe(`http://127.0.0.1:${port}`)
    expect(system.said()).toContain('沿用已有数据')
    expect(await tasks()).toEqual(before)
    const renewed = await exchange(system.origin, { grant_type: 'refresh_token', refresh_token: refresh })
    expect(renewed.status).toBe(200)
    const { access_token: access, id_token: id } = await signIn(system.origin, '341700.worker')
    // Who somebody is does not follow the port: the client finds them among the members by this name.
    expect(decodeJwt(access).iss).toBe(`http://127.0.0.1:${port}/oidc`)
    expect(decodeJwt(id).iss).toBe(decodeJwt(access).iss)
    expect((await ask('/cities/341700/tasks/mine', '', access)).status).toBe(200)
  })

  test('--fresh begins anew: other keys, the same people, and no file that is not ours is touched', async () => {
    const old = await token('341700.worker')
    const mine = join(place.folder, '我的笔记.txt')
    await writeFile(mine, '不是系统的文件')
    await system.stop()
    await startAgain(['--fresh'])
    expect(await readFile(mine, 'utf8')).toBe('不是系统的文件')
    expect((await ask('/me', '', old)).status).toBe(401)
    expect((await tasks()).length).toBeGreaterThan(4)
  })

  test.runIf(linux)(
    'when the parent is killed its children go too',
    async () => {
      const children = [...(await childrenOf(system.process.pid ?? 0)).values()]
      expect(children).toHaveLength(2)
      await system.stop('SIGKILL')
      await until(() => !children.some(isAlive))
      // What the killed one left behind does not keep the next one out.
      await startAgain()
      expect((await tasks()).length).toBeGreaterThan(4)
    },
    60_000,
  )
})
