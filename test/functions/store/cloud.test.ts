import { describe, expect, test } from 'vitest'
import { AwsFault, awsPost } from '../../../functions/store/aws.ts'
import { endpointsIn, sessions } from '../../../functions/store/index.ts'
import { signature } from '../../../functions/store/sign.ts'
import { cloud, credentials } from './cloud.ts'

describe('a signature', () => {
  test("is the one of AWS's own example", () => {
    const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' }
    const post = { service: 'service', region: 'us-east-1', path: '/', headers, body: '' }
    expect(signature(post, credentials())).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ' +
        'SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    )
  })

  test('goes to the domain of the partition', async () => {
    for (const [region, host] of [
      ['cn-north-1', 'kms.cn-north-1.amazonaws.com.cn'],
      ['us-east-1', 'kms.us-east-1.amazonaws.com'],
    ] as const) {
      const { calls, cloud: there } = cloud(() => ({}), region)
      await awsPost(there, 'kms', {}, '{}')
      expect(calls[0]?.url).toBe(`https://${host}/`)
      expect(calls[0]?.headers['authorization']).toMatch(new RegExp(`/${region}/kms/aws4_request`))
    }
  })

  test('goes elsewhere where the standard variable says so, and is made for that host', async () => {
    const { calls, cloud: there } = cloud(() => ({}))
    const endpoints = endpointsIn({ AWS_ENDPOINT_URL_KMS: 'http://127.0.0.1:81', AWS_ENDPOINT_URL_STS: '' })
    expect(endpoints).toEqual({ kms: 'http://127.0.0.1:81' })
    await awsPost({ ...there, endpoints }, 'kms', {}, '{}')
    expect(calls[0]?.url).toBe('http://127.0.0.1:81/')
  })

  test('that is refused is a fault which tells no secret', async () => {
    const { cloud: there } = cloud(() =>
      Response.json({ __type: 'AccessDeniedException', message: 'secret' }, { status: 400 }),
    )
    const fault = await awsPost(there, 'kms', {}, '{"a":"secret"}').catch((error) => error)
    expect(fault).toBeInstanceOf(AwsFault)
    expect(fault.message).toBe('kms answered 400 AccessDeniedException')
  })
})

describe('a session', () => {
  const roles = { city: 'arn:c', province: 'arn:p', member: 'arn:m' }
  const assumed = (seconds = 3600) =>
    cloud((sent) => {
      const value = new URLSearchParams(sent.body).get('Tags.member.1.Value')
      const Credentials = {
        AccessKeyId: `key-${value}`,
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: Date.now() / 1000 + seconds,
      }
      return { AssumeRoleResponse: { AssumeRoleResult: { Credentials } } }
    })

  test.each([
    ['T#341700#', 'city', '341700'],
    ['P#340000#', 'province', '340000'],
    [`U#${'a'.repeat(64)}#`, 'member', 'a'.repeat(64)],
  ] as const)(
    'for %s is one of its own role, tagged with it alone, and taken once',
    async (prefix, tag, value) => {
      const { calls, cloud: there } = assumed()
      const session = sessions(there, roles)
      const client = session.client(prefix)
      expect(session.client(prefix)).toBe(client)
      const all = [client.config.credentials(), session.credentials(prefix), session.credentials(prefix)]
      for (const one of await Promise.all(all)) expect(one.accessKeyId).toBe(`key-${value}`)
      expect(calls).toHaveLength(1)
      const form = Object.fromEntries(new URLSearchParams(calls[0]?.body))
      expect(form).toMatchObject({
        Action: 'AssumeRole',
        RoleArn: roles[tag],
        'Tags.member.1.Key': tag,
        'Tags.member.1.Value': value,
      })
      expect(Object.keys(form).filter((name) => name.startsWith('Tags.'))).toHaveLength(2)
    },
  )

  test('is renewed five minutes before its end, and once for all who wait', async () => {
    let now = Date.now()
    const { calls, cloud: there } = assumed()
    const session = sessions(there, roles, () => new Date(now))
    const twice = () => Promise.all([session.credentials('T#341700#'), session.credentials('T#341700#')])
    await twice()
    now += 54 * 60_000
    await twice()
    expect(calls).toHaveLength(1)
    now += 2 * 60_000
    await twice()
    expect(calls).toHaveLength(2)
  })

  test('that could not be had is asked for again', async () => {
    let fails = true
    const { cloud: there } = cloud(() => {
      if (fails) return Response.json({ Error: { Code: 'AccessDenied' } }, { status: 403 })
      const Credentials = { AccessKeyId: 'k', SecretAccessKey: 's', SessionToken: 't', Expiration: 4e9 }
      return { AssumeRoleResponse: { AssumeRoleResult: { Credentials } } }
    })
    const session = sessions(there, roles)
    await expect(session.credentials('T#341700#')).rejects.toMatchObject({ code: 'AccessDenied' })
    fails = false
    expect((await session.credentials('T#341700#')).accessKeyId).toBe('k')
  })

  test.each([
    '',
    'T#',
    'T#341700',
    '#',
    'X#341700#',
    'L#340000#',
    'T#*#',
    'T#34170*#',
    'T#341700#T#349901#',
    'T#3417000#',
  ])('is not given for %j', (prefix) => {
    const { calls, cloud: there } = assumed()
    expect(() => sessions(there, roles).client(prefix)).toThrow(TypeError)
    expect(calls).toEqual([])
  })

  test('is not given to a function that has no role for such an owner', () => {
    expect(() => sessions(assumed().cloud, { city: 'arn:c' }).client('P#340000#')).toThrow('province')
  })

  test('of one city is never handed to another, however many there are', async () => {
    const session = sessions(assumed().cloud, roles)
    const codes = Array.from({ length: 100 }, (_, i) => String(340000 + i))
    const clients = codes.map((code) => session.client(`T#${code}#`))
    expect(new Set(clients).size).toBe(100)
    const whose = await Promise.all(clients.map(({ config }) => config.credentials()))
    expect(whose.map(({ accessKeyId }) => accessKeyId)).toEqual(codes.map((code) => `key-${code}`))
  })

  test('is kept for the 64 owners that were served last, and for no more', () => {
    const session = sessions(assumed().cloud, roles)
    const clientOf = (i: number) => session.client(`T#${340000 + i}#`)
    const first = Array.from({ length: 64 }, (_, i) => clientOf(i))
    expect(clientOf(0)).toBe(first[0])
    clientOf(64)
    expect(clientOf(0)).toBe(first[0])
    expect(clientOf(1)).not.toBe(first[1])
  })
})
