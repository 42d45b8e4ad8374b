import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { clientFiles } from '../../functions/front/node.ts'
import { runStream } from '../../functions/server/stream.ts'
import { connect } from '../../functions/store/index.ts'
import { listen } from './front/listen.ts'
import { frontServer, type Parts } from './front/server.ts'
import { inProcess } from './in-process.ts'
import { openShelf } from './issuer/adapter.ts'
import { clientId, localProvider } from './issuer/provider.ts'
import { issuerRoutes } from './issuer/routes.ts'
import { issuerKeys } from './keys.ts'
import { inLambda } from './lambda/index.ts'
import { announce } from './process/announce.ts'
import { step } from './process/progress.ts'
import { writeRun } from './run.ts'
import { isSeeded, seed } from './seed/index.ts'
import { audience, issuerOf, originOf, readSettings, tableName } from './settings.ts'
import { wireCall } from './table/index.ts'

/**
 * The second child of `npm start`: one HTTP server with issuer, API and web client, the jobs, and at the first start
 * the demo data. It is told where the table is, and announces the address when everything is there.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const packs = join(root, 'forms/packs')
const settings = readSettings(process.env, process.argv.slice(2))
const endpoint = process.env['YIHU_TABLE'] ?? ''
const since = Number(process.env['YIHU_SINCE'] ?? Date.now())
const built = new Promise<void>((resolve) => process.once('message', () => resolve()))

let parts: Parts | undefined
const server = frontServer(() => parts)
const port = await listen(server, settings.port, (taken) =>
  console.log(`! 端口 ${taken} 已被占用，改试 ${taken + 1}（可用 YIHU_PORT 指定）`),
)
const issuer = issuerOf(port)
const keys = await issuerKeys(settings.data, issuer, settings.lambda ? 'RS256' : 'ES256')
const shelf = openShelf(join(settings.data, 'sessions.json'))
const link = connect({ table: tableName, endpoint })
const foundation = { root, data: settings.data, engine: endpoint, link, issuer, keys }
const backend = settings.lambda ? await inLambda(foundation) : inProcess(foundation)
const ground = { link, ring: backend.ring, packs, realm: keys.realm }

const runner = runStream(
  (operation, body) => wireCall(endpoint, operation, body),
  tableName,
  async (event) => {
    // A function can run as soon as it is built.
    if (settings.lambda) await built
    return backend.carry(event)
  },
)
const stop = async (): Promise<void> => {
  server.close()
  server.closeAllConnections()
  shelf.flush()
  await Promise.race([runner.stop().then(() => backend.stop()), wait(10_000)])
  process.exit(0)
}
process.once('SIGTERM', () => void stop())

if (await isSeeded(ground)) console.log('✓ 沿用已有数据', settings.data)
else await step('写入演示数据', () => seed(ground, (words) => console.log(`    ${words}`)))
if (settings.lambda) await built
await step('汇总到省级', () => runner.settled())

await built
parts = {
  oidc: issuerRoutes(localProvider(issuer, keys, shelf)),
  api: backend.api,
  client: clientFiles(join(root, 'dist/web'), {
    stage: 'local',
    signIn: { issuer: new URL(issuer).pathname, client: clientId, audience },
  }),
}
writeRun(settings.data, { port, issuer, table: endpoint, pid: process.ppid })
announce(originOf(port), (Date.now() - since) / 1000, settings.lambda)
