import { join } from 'node:path'
import { gatewayRoutes, unknownAddress } from '../../aws/api/routes.ts'
import { settingsOf } from '../../aws/functions.ts'
import type { Backend, Foundation } from '../backend.ts'
import { startCloud } from '../cloud/index.ts'
import { functionArn, ground, region, roleArns } from '../cloud/place.ts'
import { cloudAt, envelopeRing } from '../cloud/ring.ts'
import { publicKeys } from '../keys.ts'
import { audience, tableName } from '../settings.ts'
import { assetsIn, type LocalFunction, limitsOf, localFunctions } from './assets.ts'
import { authorizer } from './gateway/authorizer.ts'
import { gateway } from './gateway/index.ts'
import { type Pool, pool } from './pool.ts'
import { streamTo } from './stream.ts'

/** A function says one line of JSON a request; what went well is not shown. */
const sayOf =
  (name: string) =>
  (line: string): void => {
    let said: unknown
    try {
      said = JSON.parse(line)
    } catch {
      console.error(`  ${name}：${line}`)
      return
    }
    const { status, error } = (said ?? {}) as { readonly status?: unknown; readonly error?: unknown }
    if (Number(status) >= 500 || error !== undefined) console.error(`✗ 函数 ${name} 出错：`, line)
  }

/**
 * The API and the jobs as the cloud gets them: the bundles of `dist/functions`, each in processes of its own behind
 * the Lambda Runtime API, an HTTP API in front, and STS, KMS and the guarded table behind, which hold them to the
 * policies that the templates carry.
 */
export const inLambda = async (on: Foundation): Promise<Backend> => {
  const cloud = await startCloud({ engine: on.engine, data: on.data })
  const operator = cloud.operator()
  const place = {
    stage: { issuer: { url: on.keys.realm, audience, keys: `${on.issuer}/jwks` } },
    table: tableName,
    tableArn: ground.table,
    masterKey: ground.masterKey,
    archive: 'yihu-archive',
    roles: roleArns,
  }
  const poolOf = (name: LocalFunction): Pool => {
    const { accessKeyId, secretAccessKey, sessionToken } = cloud.credentialsOf(name)
    const { seconds, most } = limitsOf(name)
    const settings = {
      ...settingsOf(name, place),
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken ?? '',
      AWS_ENDPOINT_URL_STS: cloud.endpoint,
      AWS_ENDPOINT_URL_KMS: cloud.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: cloud.endpoint,
    }
    const asset = join(assetsIn(on.root), name)
    return pool({ name, arn: functionArn(name), asset, seconds, settings, say: sayOf(name) }, most)
  }
  const pools = Object.fromEntries(localFunctions.map((name) => [name, poolOf(name)])) as Readonly<
    Record<LocalFunction, Pool>
  >

  return {
    ring: envelopeRing(
      cloudAt(cloud.endpoint, () => operator),
      on.link,
    ),
    api: gateway({
      routes: [...gatewayRoutes, unknownAddress],
      authorize: authorizer({ issuer: on.keys.realm, audience, keys: publicKeys(on.keys) }),
      invoke: ({ serves }, event) => pools[serves].invoke(event),
      say: (words) => console.error(words),
    }),
    carry: streamTo((job, event) => pools[job].invoke(event)),
    async stop() {
      await Promise.all(Object.values(pools).map((one) => one.stop()))
      cloud.stop()
    },
  }
}
