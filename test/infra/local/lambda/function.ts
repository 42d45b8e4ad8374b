import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Pool, pool } from '../../../../infra/local/lambda/pool.ts'
import type { Outcome } from '../../../../infra/local/lambda/runtime-api.ts'

/** A function that does what its event says, so that tests can have it do anything. */
const source = `
let served = 0
const deeds = {
  echo: (event) => event,
  told: (event, context) => ({ left: context.getRemainingTimeInMillis(), id: context.awsRequestId, name: context.functionName }),
  count: () => ({ served, pid: process.pid }),
  environment: () => ({ names: Object.keys(process.env).sort(), cwd: process.cwd() }),
  slow: async ({ ms }) => { await new Promise((done) => setTimeout(done, ms)); return { served, pid: process.pid } },
  throw: () => { throw new TypeError('the reason') },
  reject: () => Promise.reject('no error at all'),
  die: () => process.exit(3),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  uncaught: () => { setTimeout(() => { throw new Error('later') }); return new Promise(() => {}) },
  hang: () => { setInterval(() => {}, 1000); return new Promise(() => {}) },
  forget: () => new Promise(() => {}),
  spin: () => { for (;;); },
  big: ({ bytes }) => 'x'.repeat(bytes),
  nothing: () => undefined,
  unspeakable: () => ({ n: 1n }),
  code: () => new Function('return 1')(),
  twice: async ({ id }) => {
    const { AWS_LAMBDA_RUNTIME_API: api } = process.env
    const post = (path) => fetch('http://' + api + '/2018-06-01/runtime/' + path, { method: 'POST', body: '"forged"' })
    return [(await post('invocation/nobody/response')).status, (await post('invocation/x/y/response')).status]
  },
}
export const handler = async (event, context) => { served += 1; return deeds[event.do](event, context) }
`

/** The same in a folder, and a pool of it. `broken` cannot be loaded. */
export const deedsFunction = async (
  options: { readonly seconds?: number; readonly most?: number; readonly broken?: boolean } = {},
) => {
  const { seconds = 10, most = 2, broken = false } = options
  const asset = await mkdtemp(join(tmpdir(), 'yihu-function-'))
  await writeFile(join(asset, 'index.mjs'), broken ? `throw new Error('no setting')` : source)
  const said: string[] = []
  const settings = { NODE_OPTIONS: '--disallow-code-generation-from-strings', YIHU_TABLE: 'yihu' }
  const run: Pool = pool(
    { name: 'deeds', arn: 'arn:test', asset, seconds, settings, say: (line) => said.push(line) },
    most,
  )
  return {
    run,
    said,
    asset,
    act: (deed: string, more: object = {}): Promise<Outcome> =>
      run.invoke(JSON.stringify({ do: deed, ...more })),
    stop: async () => {
      await run.stop()
      await rm(asset, { recursive: true })
    },
  }
}

/** What an answer says; anything else is thrown. */
export const payloadOf = <T>(outcome: Outcome): T => {
  if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome))
  return JSON.parse(outcome.payload) as T
}
