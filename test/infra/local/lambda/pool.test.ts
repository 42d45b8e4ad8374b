import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAlive, until } from '../../../e2e/system.ts'
import { deedsFunction, payloadOf } from './function.ts'

let deeds: Awaited<ReturnType<typeof deedsFunction>>
beforeAll(async () => {
  deeds = await deedsFunction()
})
afterAll(() => deeds.stop())

type Served = { readonly served: number; readonly pid: number }

describe('a function', () => {
  test('gets the event, and its answer comes back', async () => {
    const event = { do: 'echo', text: '户 \u0000"\\', deep: [1, { a: null }] }
    expect(payloadOf(await deeds.act('echo', event))).toEqual(event)
  })

  test('is told how long it has, and by which number it is known', async () => {
    const told = payloadOf<{ left: number; id: string; name: string }>(await deeds.act('told'))
    expect(told.left).toBeGreaterThan(1000)
    expect(told.left).toBeLessThanOrEqual(10_000)
    expect(told.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(told.name).toBe('deeds')
  })

  test('knows what it was told and nothing of the machine around it', async () => {
    const { names, cwd } = payloadOf<{ names: string[]; cwd: string }>(await deeds.act('environment'))
    const platform = [
      'AWS_LAMBDA_FUNCTION_NAME',
      'AWS_LAMBDA_RUNTIME_API',
      'LAMBDA_TASK_ROOT',
      '_HANDLER',
      'TZ',
    ]
    const ours = ['NODE_OPTIONS', 'YIHU_TABLE']
    expect(names.filter((name) => !/^NODE_CHANNEL/.test(name)).toSorted()).toEqual(
      [...platform, ...ours].toSorted(),
    )
    expect(cwd).toContain('yihu-function-')
  })

  test('stays for the next event', async () => {
    const one = payloadOf<Served>(await deeds.act('count'))
    const two = payloadOf<Served>(await deeds.act('count'))
    expect(two).toEqual({ pid: one.pid, served: one.served + 1 })
  })

  test('serves one event at a time; two at once are two processes, and more wait', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => deeds.act('slow', { ms: 100 })))
    const pids = new Set(all.map((one) => payloadOf<Served>(one).pid))
    expect(pids.size).toBe(2)
    expect(deeds.run.size()).toBe(2)
  })
})

describe('what fails', () => {
  test.each([
    ['throw', 'TypeError', 'the reason'],
    ['reject', 'Error', 'no error at all'],
    ['unspeakable', 'TypeError', expect.stringContaining('BigInt')],
    ['code', 'EvalError', expect.stringContaining('Code generation from strings')],
    ['nonsense', 'TypeError', expect.any(String)],
  ])('%s is an error, and the process stays', async (deed, type, message) => {
    const before = payloadOf<Served>(await deeds.act('count'))
    expect(await deeds.act(deed)).toEqual({ kind: 'error', type, message })
    expect(payloadOf<Served>(await deeds.act('count')).pid).toBe(before.pid)
  })

  test.each(['die', 'kill', 'uncaught', 'forget'])(
    '%s ends the process; the next event has another',
    async (deed) => {
      const before = payloadOf<Served>(await deeds.act('count'))
      expect(await deeds.act(deed)).toMatchObject({ kind: 'error', type: 'Runtime.ExitError' })
      const after = payloadOf<Served>(await deeds.act('count'))
      await until(() => !isAlive(before.pid))
      expect(after.pid).not.toBe(before.pid)
    },
  )

  test('nothing is an answer too', async () => {
    expect(payloadOf(await deeds.act('nothing'))).toBeNull()
  })

  test('an answer of six megabytes goes, a larger one does not', async () => {
    expect(payloadOf<string>(await deeds.act('big', { bytes: 6_000_000 }))).toHaveLength(6_000_000)
    expect(await deeds.act('big', { bytes: 7_000_000 })).toMatchObject({
      type: 'Function.ResponseSizeTooLarge',
    })
    await expect(deeds.act('echo', { text: 'x'.repeat(7_000_000) })).rejects.toBeInstanceOf(RangeError)
    expect(payloadOf(await deeds.act('echo'))).toEqual({ do: 'echo' })
  })

  test('what answers for another invocation is refused', async () => {
    expect(payloadOf(await deeds.act('twice'))).toEqual([400, 400])
  })

  test('what it printed is heard', async () => {
    await until(() => deeds.said.join('\n').includes('Error: later'))
  })
})

test.each(['hang', 'spin'])('one that does %s is cut off, and the next event is served', async (deed) => {
  const slow = await deedsFunction({ seconds: 2, most: 1 })
  try {
    const [first, second] = await Promise.all([slow.act(deed), slow.act('count')])
    expect(first).toEqual({ kind: 'timeout' })
    expect(payloadOf<Served>(second).served).toBe(1)
  } finally {
    await slow.stop()
  }
})

test('one that cannot be loaded says why, each time it is asked', async () => {
  const broken = await deedsFunction({ broken: true })
  try {
    for (let again = 0; again < 2; again += 1)
      expect(await broken.act('echo')).toEqual({ kind: 'error', type: 'Error', message: 'no setting' })
    expect(broken.run.size()).toBe(0)
  } finally {
    await broken.stop()
  }
})

test('a stop leaves no process, also while one works and others wait', async () => {
  const one = await deedsFunction({ most: 1 })
  const { pid } = payloadOf<Served>(await one.act('count'))
  const under = [one.act('hang'), one.act('count')]
  await one.stop()
  expect(isAlive(pid)).toBe(false)
  for (const outcome of await Promise.all(under)) expect(outcome.kind).toBe('error')
  expect((await one.run.invoke('{}')).kind).toBe('error')
})
