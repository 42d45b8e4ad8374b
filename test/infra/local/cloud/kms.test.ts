import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AwsCredentials } from '../../../../functions/store/sign.ts'
import { ground } from '../../../../infra/local/cloud/place.ts'
import { type OpenCloud, openCloud } from './asking.ts'

let cloud: OpenCloud
/** A data key of 341700, wrapped. */
let blob: string
let chizhou: AwsCredentials
let jia: AwsCredentials

const kms = (as: AwsCredentials, operation: string, input: object, on = cloud) =>
  on.ask({
    service: 'kms',
    as,
    target: `TrentService.${operation}`,
    body: JSON.stringify({ KeyId: ground.masterKey, ...input }),
  })
const of = (city: string) => ({ EncryptionContext: { city } })

beforeAll(async () => {
  cloud = await openCloud()
  chizhou = await cloud.inCity('341700')
  jia = await cloud.inCity('349901')
  const operator = await cloud.operating('341700')
  blob = (await kms(operator, 'GenerateDataKeyWithoutPlaintext', { KeySpec: 'AES_256', ...of('341700') }))
    .json.CiphertextBlob
})
afterAll(() => cloud.stop())

test('a city opens its own key, the same each time', async () => {
  const [one, two] = await Promise.all(
    [1, 2].map(() => kms(chizhou, 'Decrypt', { CiphertextBlob: blob, ...of('341700') })),
  )
  expect(Buffer.from(one?.json.Plaintext, 'base64')).toHaveLength(32)
  expect(two?.json.Plaintext).toBe(one?.json.Plaintext)
  expect(Buffer.from(blob, 'base64').includes(Buffer.from(one?.json.Plaintext, 'base64'))).toBe(false)
})

describe('denied', () => {
  test('to another city, whichever context it names', async () => {
    const asked = { CiphertextBlob: blob }
    expect((await kms(jia, 'Decrypt', { ...asked, ...of('341700') })).code).toBe('AccessDeniedException')
    // The context is its own, but the key is bound to the other's.
    expect((await kms(jia, 'Decrypt', { ...asked, ...of('349901') })).code).toBe('InvalidCiphertextException')
  })

  test.each<[string, object]>([
    ['without a context', {}],
    ['with an empty one', { EncryptionContext: {} }],
    ['with more than its city', { EncryptionContext: { city: '341700', purpose: 'x' } }],
    ['as a province', { EncryptionContext: { province: '341700' } }],
    ['under another master key', { KeyId: ground.tableKey, ...of('341700') }],
  ])('%s', async (_, context) => {
    expect((await kms(chizhou, 'Decrypt', { CiphertextBlob: blob, ...context })).code).toBe(
      'AccessDeniedException',
    )
  })

  test('to a function as itself, to a job, and to a person’s own session', async () => {
    const rollup = cloud.cloud.credentialsOf('rollup')
    for (const as of [
      cloud.cloud.credentialsOf('city'),
      cloud.cloud.operator(),
      await cloud.session(rollup, 'rollup-city', ['city', '341700']),
      await cloud.session(cloud.cloud.credentialsOf('city'), 'member', ['member', 'a'.repeat(64)]),
    ])
      expect((await kms(as, 'Decrypt', { CiphertextBlob: blob, ...of('341700') })).code).toBe(
        'AccessDeniedException',
      )
  })

  test('to whoever works in a city: making a key', async () => {
    for (const [operation, input] of [
      ['GenerateDataKeyWithoutPlaintext', { KeySpec: 'AES_256' }],
      ['Encrypt', { Plaintext: 'AAAA' }],
    ] as const)
      expect((await kms(chizhou, operation, { ...input, ...of('341700') })).code).toBe(
        'AccessDeniedException',
      )
  })
})

test.each<[string, string, object, string]>([
  ['another operation', 'ScheduleKeyDeletion', {}, 'UnknownOperationException'],
  ['no key to open', 'Decrypt', of('341700'), 'ValidationException'],
  ['what is no key', 'Decrypt', { CiphertextBlob: 'AAAA', ...of('341700') }, 'InvalidCiphertextException'],
  [
    'a context of no texts',
    'Decrypt',
    { CiphertextBlob: 'AAAA', EncryptionContext: { city: 1 } },
    'ValidationException',
  ],
])('%s is refused', async (_, operation, input, code) => {
  expect((await kms(chizhou, operation, input)).code).toBe(code)
})

test('a key of which one bit was changed does not open', async () => {
  const bytes = Buffer.from(blob, 'base64')
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20)
  const asked = { CiphertextBlob: bytes.toString('base64'), ...of('341700') }
  expect((await kms(chizhou, 'Decrypt', asked)).code).toBe('InvalidCiphertextException')
})

test('what is wrapped opens after a restart, and not under the master key of another folder', async () => {
  const asked = { CiphertextBlob: blob, ...of('341700') }
  const again = await openCloud(cloud.options.data)
  const other = await openCloud()
  try {
    const [own, foreign] = [await again.inCity('341700'), await other.inCity('341700')]
    const before = (await kms(chizhou, 'Decrypt', asked)).json.Plaintext
    expect((await kms(own, 'Decrypt', asked, again)).json.Plaintext).toBe(before)
    expect((await kms(foreign, 'Decrypt', asked, other)).code).toBe('InvalidCiphertextException')
    // A session is of one process: the next one does not know it.
    expect((await kms(chizhou, 'Decrypt', asked, again)).code).toBe('UnrecognizedClientException')
  } finally {
    await again.stop()
    await other.stop()
  }
})
