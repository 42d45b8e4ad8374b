import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AwsFault, awsPost } from '../../../functions/store/aws.ts'
import { type Cloud, kmsRing, tenantSessions } from '../../../functions/store/index.ts'
import { signature } from '../../../functions/store/sign.ts'
import { openTable } from './table.ts'

const credentials = () => ({
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
})

type Sent = { readonly url: string; readonly headers: Record<string, string>; readonly body: string }

/** A cloud whose services are functions. */
const cloud = (answer: (sent: Sent) => unknown, region = 'cn-north-1') => {
  const calls: Sent[] = []
  const fetch = async (url: unknown, init: unknown) => {
    const sent = { url: String(url), ...(init as Omit<Sent, 'url'>) }
    calls.push(sent)
    const body = answer(sent)
    return body instanceof Response ? body : Response.json(body)
  }
  return { calls, cloud: { region, credentials, fetch: fetch as typeof globalThis.fetch } satisfies Cloud }
}

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
  const assumed = (sent: Sent) => {
    const value = new URLSearchParams(sent.body).get('Tags.member.1.Value')
    const Credentials = {
      AccessKeyId: `key-${value}`,
      SecretAccessKey: 's',
      SessionToken: 't',
      Expiration: Date.now() / 1000 + 3600,
    }
    return { AssumeRoleResponse: { AssumeRoleResult: { Credentials } } }
  }

  test.each([
    ['T#341700#', 'city', '341700'],
    ['P#340000#', 'province', '340000'],
    [`U#${'a'.repeat(64)}#`, 'member', 'a'.repeat(64)],
  ])('for %s is tagged with it alone, and taken once', async (prefix, tag, value) => {
    const { calls, cloud: there } = cloud(assumed)
    const session = tenantSessions(there, 'arn:aws-cn:iam::1:role/tenant')
    const client = session(prefix)
    expect(session(prefix)).toBe(client)
    expect((await client.config.credentials()).accessKeyId).toBe(`key-${value}`)
    await client.config.credentials()
    expect(calls).toHaveLength(1)
    const form = Object.fromEntries(new URLSearchParams(calls[0]?.body))
    expect(form).toMatchObject({
      Action: 'AssumeRole',
      'Tags.member.1.Key': tag,
      'Tags.member.1.Value': value,
    })
    expect(Object.keys(form).filter((name) => name.startsWith('Tags.'))).toHaveLength(2)
  })

  test.each(['', 'T#', 'T#341700', '#', 'X#341700#', 'T#*#', 'T#341700#T#349901#'])(
    'is not given for %j',
    (prefix) => {
      const { cloud: there } = cloud(assumed)
      expect(() => tenantSessions(there, 'role')(prefix)).toThrow(TypeError)
    },
  )

  test('of one city is never handed to another, however many there are', () => {
    const { cloud: there } = cloud(assumed)
    const session = tenantSessions(there, 'role')
    const clients = new Set(Array.from({ length: 100 }, (_, i) => session(`T#${340000 + i}#`)))
    expect(clients.size).toBe(100)
    expect(session('T#340000#')).not.toBe(session('T#340099#'))
  })
})

describe('keys in envelopes', () => {
  let table: Awaited<ReturnType<typeof openTable>>
  beforeAll(async () => {
    table = await openTable()
  })
  afterAll(() => table.stop())

  /** A master key: what it wraps opens under the same context only. */
  const kms = () => {
    const issued = new Map<string, string>()
    return cloud(({ headers, body }) => {
      const input = JSON.parse(body)
      const context = JSON.stringify(input.EncryptionContext)
      if (headers['x-amz-target'] === 'TrentService.GenerateDataKeyWithoutPlaintext') {
        const blob = randomBytes(40).toString('base64')
        issued.set(blob, context)
        return { CiphertextBlob: blob }
      }
      if (issued.get(input.CiphertextBlob) !== context)
        return Response.json({ __type: 'InvalidCiphertextException' }, { status: 400 })
      return { Plaintext: createHash('sha256').update(input.CiphertextBlob).digest('base64') }
    })
  }

  test('are made once for an owner, by whoever comes first, and lie wrapped in its own partition', async () => {
    const { cloud: there, calls } = kms()
    const owner = { kind: 'city', code: '341700' } as const
    const rings = [1, 2, 3].map(() => kmsRing(there, table.link, 'alias/yihu'))
    const [one, two, three] = await Promise.all(rings.map((ring) => ring.keys(owner)))
    expect(two).toEqual(one)
    expect(three).toEqual(one)
    expect(one?.data.get(1)).toHaveLength(32)
    expect(one?.blind).not.toEqual(one?.data.get(1))
    const row = await table.store().get<{ data: Record<string, Uint8Array> }>(['KEY', '#'])
    expect(row?.data['1']).not.toEqual(one?.data.get(1))
    const before = calls.length
    await rings[0]?.keys(owner)
    expect(calls.length).toBe(before)
  })

  test('copied to another city do not open there', async () => {
    const { cloud: there } = kms()
    const ring = kmsRing(there, table.link, 'alias/yihu')
    const other = table.store('349901')
    await ring.keys({ kind: 'city', code: '341799' })
    const { serviceTenant } = await import('../../../functions/identity/service.ts')
    const { freshKeys, TenantStore } = await import('../../../functions/store/index.ts')
    const source = new TenantStore(serviceTenant('341799', 'test'), table.link, freshKeys())
    const row = await source.get<object>(['KEY', '#'])
    await other.write([{ put: ['KEY', '#'], item: row ?? {}, expect: 'absent' }])
    await expect(ring.keys({ kind: 'city', code: '349901' })).rejects.toBeInstanceOf(AwsFault)
  })
})
