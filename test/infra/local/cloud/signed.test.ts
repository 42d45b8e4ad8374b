import { afterAll, beforeAll, expect, test } from 'vitest'
import { assume } from '../../../../functions/store/session.ts'
import type { AwsCredentials } from '../../../../functions/store/sign.ts'
import { roleArn } from '../../../../infra/local/cloud/place.ts'
import { cloudAt } from '../../../../infra/local/cloud/ring.ts'
import { type Ask, type OpenCloud, openCloud } from './asking.ts'

let cloud: OpenCloud
let chizhou: AwsCredentials
beforeAll(async () => {
  cloud = await openCloud()
  chizhou = await cloud.inCity('341700')
})
afterAll(() => cloud.stop())

const body = JSON.stringify({ TableName: 'yihu', Key: { pk: { S: 'T#341700#CONFIG' }, sk: { S: 'HEAD' } } })
const get = (more: Partial<Ask> = {}) =>
  cloud.ask({ service: 'dynamodb', as: chizhou, target: 'DynamoDB_20120810.GetItem', body, ...more })

test('a session that signs what it sends is answered', async () => {
  expect(await get()).toMatchObject({ status: 200, json: {} })
})

const drop = (name: string) => (sent: { headers: Record<string, string> }) => void delete sent.headers[name]
const put = (name: string, value: string) => (sent: { headers: Record<string, string> }) =>
  void Object.assign(sent.headers, { [name]: value })

test.each<[string, string, () => Partial<Ask>]>([
  ['without a signature', 'MissingAuthenticationTokenException', () => ({ after: drop('authorization') })],
  [
    'whose signature is garbage',
    'IncompleteSignatureException',
    () => ({ after: put('authorization', 'AWS4-HMAC-SHA256 nonsense') }),
  ],
  [
    'under another secret',
    'InvalidSignatureException',
    () => ({ as: { ...chizhou, secretAccessKey: 'guessed' } }),
  ],
  [
    'of which a key was changed on the way',
    'InvalidSignatureException',
    () => ({ after: (sent) => void Object.assign(sent, { body: body.replace('341700', '349901') }) }),
  ],
  [
    'of which the operation was changed on the way',
    'InvalidSignatureException',
    () => ({ after: put('x-amz-target', 'DynamoDB_20120810.DeleteItem') }),
  ],
  ['whose operation is not signed', 'IncompleteSignatureException', () => ({ unsigned: ['x-amz-target'] })],
  ['whose date is not signed', 'IncompleteSignatureException', () => ({ unsigned: ['x-amz-date'] })],
  ['whose host is not signed', 'IncompleteSignatureException', () => ({ unsigned: ['host'] })],
  ['for another region', 'IncompleteSignatureException', () => ({ region: 'us-east-1' })],
  ['for another service', 'IncompleteSignatureException', () => ({ service: 's3' })],
  ['of an hour ago', 'InvalidSignatureException', () => ({ at: Date.now() - 3_600_000 })],
  ['of tomorrow', 'InvalidSignatureException', () => ({ at: Date.now() + 86_400_000 })],
  [
    'by nobody who is known',
    'UnrecognizedClientException',
    () => ({ as: { ...chizhou, accessKeyId: 'ASIAAAAAAAAAAAAAAAAA' } }),
  ],
  [
    'without its session token',
    'UnrecognizedClientException',
    () => ({ as: { accessKeyId: chizhou.accessKeyId, secretAccessKey: chizhou.secretAccessKey } }),
  ],
])('a request %s is refused: %s', async (_, code, more) => {
  expect(await get(more())).toMatchObject({ status: 400, code })
})

test('the token of another session does not do', async () => {
  const { sessionToken = '' } = await cloud.inCity('349901')
  expect((await get({ as: { ...chizhou, sessionToken } })).code).toBe('UnrecognizedClientException')
})

test('a session ends with its hour', async () => {
  const session = await cloud.inCity('341700')
  cloud.pass(3500)
  expect((await get({ as: session })).status).toBe(200)
  cloud.pass(200)
  expect((await get({ as: session })).code).toBe('ExpiredTokenException')
})

test('a machine whose clock is wrong by an hour takes roles and opens keys all the same', async () => {
  const operator = cloud.cloud.operator()
  const body = new URLSearchParams({ Action: 'AssumeRole', Version: '2011-06-15' }).toString()
  cloud.pass(3600)
  const late = await cloud.ask({ service: 'sts', as: operator, body, at: Date.now() - 3_600_000 })
  expect(late).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' })

  // The services are ahead by an hour at least, and this process signs by its own clock.
  const here = cloudAt(cloud.cloud.endpoint, () => operator)
  const { accessKeyId } = await assume(here, roleArn('operator'), [
    ['city', '341700'],
    ['province', '340000'],
    ['area', '34'],
  ])
  expect(accessKeyId).toMatch(/^ASIA/)
})
