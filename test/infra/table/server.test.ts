import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunningTable } from '../../../infra/local/table/index.ts'
import { Refusal, startTable, wireCall } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'

const serve = new URL('../../../infra/local/table/serve.ts', import.meta.url).pathname

describe('the server', () => {
  let table: RunningTable
  beforeAll(async () => {
    table = await startTable()
  })
  afterAll(() => table.stop())

  const ask = (headers: Record<string, string>, method = 'POST', body = '{}') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const target = {
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        'content-type': 'application/x-amz-json-1.0',
      }
      const sent = request(table.endpoint, { method, headers: { ...target, ...headers } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
      sent.on('error', reject)
      sent.end(method === 'POST' ? body : undefined)
    })

  it.each(['127.0.0.1', '127.0.0.1:8000', 'localhost:1', '[::1]:1'])('answers to %s', async (host) => {
    expect((await ask({ host })).status).toBe(200)
  })
  it.each([
    'evil.example',
    'evil.example:8000',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.1.1',
  ])('does not answer to %s, which may be a page in a browser', async (host) => {
    const answer = await ask({ host })
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain('TableNames')
  })
  it('lets no other origin read', async () => {
    const answer = await ask({ origin: 'https://evil.example' })
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect((await ask({ origin: 'https://evil.example' }, 'OPTIONS')).status).toBe(400)
  })
  it('wants a content type that a page cannot send unasked', async () => {
    expect((await ask({ 'content-type': 'text/plain' })).status).toBe(400)
  })
  it('refuses GET, other paths of speech, and bodies over 16 MB', async () => {
    expect((await ask({}, 'GET')).status).toBe(400)
    expect((await ask({ 'x-amz-target': 'ListTables' })).status).toBe(400)
    expect((await ask({}, 'POST', `"${'x'.repeat(17_000_000)}"`)).status).toBe(413)
  })
  it('survives a connection that breaks off', async () => {
    const socket = connect(table.port, '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\n{"a"')
    await once(socket, 'connect')
    socket.destroy()
    expect((await ask({})).status).toBe(200)
  })
  it('rejects a port that is taken', async () => {
    await expect(startTable({ port: table.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('a failure inside', () => {
  let table: RunningTable
  afterEach(() => table.stop())

  it('is a 500, rolled back, and the next request is served', async () => {
    let isBroken = false
    const clock = () => {
      if (isBroken) throw new Error('the clock stopped')
      return Date.now()
    }
    table = await startTable({ clock })
    await createTable(table.endpoint)
    const Item = { pk: { S: 'a' }, sk: { S: 'a' }, gsi1pk: { S: 'g' }, gsi1sk: { S: 'g' } }
    const put = () => wireCall(table.endpoint, 'PutItem', { TableName: 'yihu', Item })
    const quiet = console.error
    console.error = () => {}
    isBroken = true
    await expect(put()).rejects.toMatchObject({ kind: 'InternalServerError', status: 500 })
    isBroken = false
    console.error = quiet
    const scan = async (more: object) =>
      (await wireCall(table.endpoint, 'Scan', { TableName: 'yihu', ...more }))['Count']
    expect([await scan({}), await scan({ IndexName: 'gsi1' })]).toEqual([0, 0])
    await put()
    expect([await scan({}), await scan({ IndexName: 'gsi1' })]).toEqual([1, 1])
  })

  it('can be made: an intercept sees every request and may refuse it', async () => {
    const seen: string[] = []
    table = await startTable({
      intercept: (operation) => {
        seen.push(operation)
        return operation === 'GetItem' ? new Refusal('ThrottlingException', 'slow down') : undefined
      },
    })
    await createTable(table.endpoint)
    const Key = { pk: { S: 'a' }, sk: { S: 'a' } }
    await expect(wireCall(table.endpoint, 'GetItem', { TableName: 'yihu', Key })).rejects.toMatchObject({
      kind: 'ThrottlingException',
    })
    expect(seen).toEqual([
      'CreateTable',
      'DescribeTable',
      'DescribeTimeToLive',
      'UpdateTimeToLive',
      'GetItem',
    ])
  })
})

describe('the process', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yihu-table-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function start(data: string, port = '', stdio: 'ipc' | 'ignore' = 'ignore') {
    const env = { ...process.env, YIHU_DATA: join(folder, data), YIHU_TABLE_PORT: port }
    const child = spawn(process.execPath, [serve], { env, stdio: ['ignore', 'pipe', 'pipe', stdio] })
    let out = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk
    })
    let problem = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      problem += chunk
    })
    // Its last words may come after its end.
    const said = child.stderr && once(child.stderr, 'close')
    const ended = once(child, 'exit').then(async ([code]) => {
      await said
      return { code: code as number | null, problem }
    })
    await expect.poll(() => out.includes('\n') || problem.includes('\n')).toBe(true)
    return { child, ended, endpoint: /^table (http:\/\/127\.0\.0\.1:\d+)$/m.exec(out)?.[1] ?? '' }
  }

  it('starts empty, keeps what was put into it over a restart, and ends politely', async () => {
    const first = await start('polite')
    expect(await wireCall(first.endpoint, 'ListTables', {})).toEqual({ TableNames: [] })
    await createTable(first.endpoint)
    await wireCall(first.endpoint, 'PutItem', { TableName: 'yihu', Item: { pk: { S: 'a' }, sk: { S: 'a' } } })
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)
    const second = await start('polite')
    expect((await wireCall(second.endpoint, 'Scan', { TableName: 'yihu' }))['Count']).toBe(1)
    second.child.kill('SIGINT')
    expect((await second.ended).code).toBe(0)
  })

  it('takes away what has expired', async () => {
    const running = await start('swept')
    await createTable(running.endpoint)
    const Item = { pk: { S: 'a' }, sk: { S: 'a' }, ttl: { N: String(Math.floor(Date.now() / 1000) - 60) } }
    await wireCall(running.endpoint, 'PutItem', { TableName: 'yihu', Item })
    await expect
      .poll(() => wireCall(running.endpoint, 'Scan', { TableName: 'yihu' }))
      .toMatchObject({ Count: 0 })
    running.child.kill('SIGTERM')
    await running.ended
  })

  it('goes when its parent goes', async () => {
    const { child, ended } = await start('orphan', '', 'ipc')
    child.disconnect()
    expect((await ended).code).toBe(0)
  })

  it('says which port is taken, and which data', async () => {
    const running = await start('taken')
    const port = new URL(running.endpoint).port
    const other = await start('other', port)
    expect(await other.ended).toMatchObject({
      code: 1,
      problem: expect.stringContaining(`port ${port} is taken`),
    })
    const same = await start('taken')
    expect(await same.ended).toMatchObject({
      code: 1,
      problem: expect.stringContaining('another table engine'),
    })
    const wrong = await start('other', 'eighty')
    expect(await wrong.ended).toMatchObject({ code: 1, problem: expect.stringContaining('not a port') })
    running.child.kill('SIGTERM')
    await running.ended
  })

  it('needs nothing but Node', async () => {
    const code = `import(${JSON.stringify(serve)})`
    const env = { PATH: '', YIHU_DATA: join(folder, 'bare') }
    const child = execFile(process.execPath, ['-e', code], { env })
    await once(child.stdout ?? child, 'data')
    child.kill('SIGTERM')
    const [exit] = (await once(child, 'exit')) as [number | null]
    expect(exit).toBe(0)
  })
})
