import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalCloud, startCloud } from '../../../infra/local/cloud/index.ts'
import { ground, region, roleArns } from '../../../infra/local/cloud/place.ts'
import { cloudAt, envelopeRing } from '../../../infra/local/cloud/ring.ts'
import { type Place, type Running, run, startPlace } from './place.ts'

let place: Place
let cloud: LocalCloud
let yihu: Running

beforeAll(async () => {
  place = await startPlace()
  cloud = await startCloud({ engine: place.table.endpoint, data: place.folder })
  const ring = envelopeRing(cloudAt(cloud.endpoint, cloud.operator), place.link)
  await place.seat('city', '341700', 'admin', 'admin', ring)
  const { accessKeyId, secretAccessKey, sessionToken = '' } = cloud.credentialsOf('city')
  const { YIHU_KEYS: _, ...shared } = place.environment
  yihu = await run({
    ...shared,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_ENDPOINT_URL_DYNAMODB: cloud.endpoint,
    AWS_ENDPOINT_URL_STS: cloud.endpoint,
    AWS_ENDPOINT_URL_KMS: cloud.endpoint,
    YIHU_MASTER_KEY: ground.masterKey,
    YIHU_CITY_ROLE: roleArns.tenant,
    YIHU_PROVINCE_ROLE: roleArns.province,
    YIHU_MEMBER_ROLE: roleArns.member,
    YIHU_JOBS: 'off',
  })
})
afterAll(async () => {
  cloud.stop()
  await place.stop()
})

const ask = async (path: string) => {
  const authorization = `Bearer ${await place.issuer.token('admin')}`
  const response = await fetch(yihu.origin + path, { headers: { authorization } })
  return { status: response.status, text: await response.text() }
}

test('a member is served by a session of the city, and with keys that open for it alone', async () => {
  const { status, text } = await ask('/api/cities/341700/members')
  expect(status, text).toBe(200)
  expect(JSON.parse(text).items).toMatchObject([{ name: 'admin' }])
  expect((await ask('/api/me')).status).toBe(200)
  expect((await ask('/api/cities/349901/members')).status).toBe(404)
})

test('what the process may not become is refused by the cloud, and told without its words', async () => {
  // These credentials may take the roles of cities and persons; nobody gave them that of provinces.
  const { status, text } = await ask('/api/provinces/340000/cities')
  expect([status, JSON.parse(text).code]).toEqual([500, 'internal'])
  expect(text + yihu.said()).not.toMatch(/not authorized|AccessDenied.*role/i)
})
