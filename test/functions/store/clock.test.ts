import { describe, expect, test } from 'vitest'
import { AwsFault, awsPost } from '../../../functions/store/aws.ts'
import { cloud } from './cloud.ts'

const hour = 3_600_000
const dateIn = (headers: Readonly<Record<string, string>>): number => {
  const stamp = headers['x-amz-date'] ?? ''
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? []
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
}
let serial = 0
/** A service of its own address whose clock is ahead; it takes what is signed within five minutes of it. */
const service = ({
  ahead = hour,
  code = 'SignatureDoesNotMatch',
  says = ahead,
  takes = true,
}: {
  readonly ahead?: number
  readonly code?: string
  /** What its answers say of the time; null = nothing. */
  readonly says?: number | null
  /** Whether it takes anything at all. */
  readonly takes?: boolean
} = {}) => {
  const { calls, cloud: there } = cloud(({ headers }) => {
    if (takes && Math.abs(dateIn(headers) - (Date.now() + ahead)) < 300_000) return {}
    const date = says === null ? {} : { date: new Date(Date.now() + says).toUTCString() }
    return Response.json({ __type: code }, { status: 403, headers: date })
  })
  const endpoints = { sts: `https://sts-${++serial}.test/`, kms: `https://kms-${serial}.test/` }
  const on = { ...there, endpoints }
  return { calls, ask: (of: 'sts' | 'kms' = 'sts') => awsPost(on, of, {}, '') }
}

test.each(['InvalidSignatureException', 'SignatureDoesNotMatch', 'RequestTimeTooSkewed', 'RequestExpired'])(
  'a clock that is refused as %s is corrected once, and stays so',
  async (code) => {
    for (const ahead of [hour, -hour, 6 * 60_000]) {
      const { calls, ask } = service({ ahead, code })
      await ask()
      expect(calls).toHaveLength(2)
      await ask()
      expect(calls).toHaveLength(3)
      // Another service has a clock of its own.
      await ask('kms')
      expect(calls).toHaveLength(5)
    }
  },
)

describe('is told, and asked no more often than once again, where', () => {
  test.each<[string, Parameters<typeof service>[0], number]>([
    ['the signature itself is wrong', { ahead: 0, takes: false }, 1],
    ['the clock differs by less than services allow', { ahead: 3 * 60_000, takes: false }, 1],
    ['the answer does not say the time', { says: null }, 1],
    ['the answer’s time does not help', { ahead: hour, says: -hour }, 2],
    ['both the clock and the signature are wrong', { takes: false }, 2],
    ['the refusal is for something else', { code: 'AccessDenied' }, 1],
  ])('%s', async (_, of, times) => {
    const { calls, ask } = service(of)
    await expect(ask()).rejects.toThrow(AwsFault)
    expect(calls).toHaveLength(times)
  })
})
