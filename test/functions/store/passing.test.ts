import { describe, expect, test } from 'vitest'
import { AwsFault, awsPost } from '../../../functions/store/aws.ts'
import { isPassing, sessions } from '../../../functions/store/index.ts'
import { cloud } from './cloud.ts'

/** What `fetch` throws where the other side has closed a connection that was kept, as after a function was frozen. */
const closed = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'UND_ERR_SOCKET' }) })
const refused = (status: number, code: string) => () => Response.json({ __type: code }, { status })
const broken = (): never => {
  throw closed()
}

/** A service that gives these answers one after the other, then the last one for ever. */
const answering = (...answers: readonly (() => unknown)[]) => {
  let at = 0
  return cloud(() => answers[Math.min(at++, answers.length - 1)]?.())
}
const ask = async ({ cloud: there }: ReturnType<typeof answering>) =>
  awsPost({ ...there, pause: async () => {} }, 'kms', {}, '{}').catch((error: unknown) => error)

describe('a service beside the table', () => {
  test.each([
    ['throttles', refused(400, 'ThrottlingException')],
    ['throttles in its other words', refused(400, 'Throttling')],
    ['is broken for a moment', refused(500, 'KMSInternalException')],
    ['is not there', refused(503, '')],
    ['closed a connection that was kept', broken],
  ])('that %s is asked again', async (_, first) => {
    const service = answering(first, first, () => ({ done: true }))
    expect(await ask(service)).toEqual({ done: true })
    expect(service.calls).toHaveLength(3)
  })

  test('is signed anew each time', async () => {
    const service = answering(broken, () => ({}))
    await ask(service)
    expect(new Set(service.calls.map(({ headers }) => headers)).size).toBe(2)
  })

  test.each([
    ['throttles on', refused(400, 'ThrottlingException'), 3, true],
    ['stays away', broken, 3, true],
    ['denies', refused(400, 'AccessDeniedException'), 1, false],
    ['knows no such key', refused(400, 'NotFoundException'), 1, false],
    ['does not open what was wrapped for another', refused(400, 'InvalidCiphertextException'), 1, false],
  ])('that %s is told apart', async (_, always, times, passes) => {
    const service = answering(always)
    const error = await ask(service)
    expect(error).toBeInstanceOf(Error)
    expect(service.calls).toHaveLength(times)
    expect(isPassing(error)).toBe(passes)
  })

  test('has pauses between that differ', async () => {
    const pauses: number[] = []
    const { cloud: there } = answering(broken)
    const pause = async (ms: number) => void pauses.push(ms)
    for (let turn = 0; turn < 10; turn++) await awsPost({ ...there, pause }, 'sts', {}, '').catch(() => {})
    expect(pauses).toHaveLength(20)
    expect(new Set(pauses).size).toBeGreaterThan(10)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(400)
  })
})

describe('a session that cannot be renewed', () => {
  const roles = { city: 'arn:c' }
  const standing = () => {
    let isAway = false
    let now = Date.now()
    const end = now + 3_600_000
    const made = cloud(() => {
      if (isAway) return Response.json({ Error: { Code: 'AccessDenied' } }, { status: 403 })
      const Credentials = {
        AccessKeyId: 'k',
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: end / 1000,
      }
      return { AssumeRoleResponse: { AssumeRoleResult: { Credentials } } }
    })
    const at = (minutes: number) => {
      now = end - minutes * 60_000
      isAway = true
    }
    return { session: sessions(made.cloud, roles, () => new Date(now)), calls: made.calls, at }
  }

  test('is used to its end, and asked for again each time', async () => {
    const { session, calls, at } = standing()
    await session.credentials('T#341700#')
    at(4)
    for (const _ of [1, 2]) expect((await session.credentials('T#341700#')).accessKeyId).toBe('k')
    expect(calls).toHaveLength(3)
  })

  test('is not used any longer than that', async () => {
    const { session, at } = standing()
    await session.credentials('T#341700#')
    at(0.2)
    await expect(session.credentials('T#341700#')).rejects.toBeInstanceOf(AwsFault)
  })
})
