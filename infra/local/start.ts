import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createTable } from '../table.ts'
import { ensureAssets } from './lambda/assets.ts'
import { ancestry } from './process/ancestry.ts'
import { ensureClient } from './process/build.ts'
import { ended, spawnChild, stopChild } from './process/child.ts'
import { step } from './process/progress.ts'
import { superviseTable } from './process/table.ts'
import { liveRun, removeRun } from './run.ts'
import { again, BadSetting, readSettings, type Settings } from './settings.ts'

/**
 * `npm start`: the whole system on this machine. This process builds the web client when it is older than its sources,
 * keeps the table engine alive and starts the system itself as a second child that may not turn strings into code.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a start leaves in its folder; `--fresh` removes these names and nothing else. */
const remains = ['table.sqlite', 'table.sqlite-wal', 'table.sqlite-shm', 'keys', 'sessions.json', 'run.json']

/** Data sealed in one way cannot be opened in the other: said before anything is written that nobody can read. */
const sameKind = ({ data, lambda }: Settings): void => {
  const isLambda = existsSync(join(data, 'keys/master.json'))
  if (!existsSync(join(data, 'table.sqlite')) || isLambda === lambda) return
  const [theirs, ours] = isLambda ? ['npm run lambda', 'npm start'] : ['npm start', 'npm run lambda']
  throw new BadSetting(
    `${data} 里是 ${theirs} 的数据，数据密钥不同，${ours} 读不了。请用 YIHU_DATA 另选文件夹，或加上 --fresh 清空重来。`,
  )
}

const prepare = (settings: Settings): void => {
  const running = liveRun(settings.data)
  if (running)
    throw new BadSetting(
      `一户已经在运行（进程 ${running.pid}），请打开 http://127.0.0.1:${running.port}/\n如需重新开始，请先在那个窗口按 Ctrl-C 停止。`,
    )
  removeRun(settings.data)
  if (!settings.fresh) {
    sameKind(settings)
    return
  }
  for (const name of remains) rmSync(join(settings.data, name), { recursive: true, force: true })
  console.log(`✓ 已清空 ${settings.data} 里的本机数据，重新开始`)
}

/** Resolves at Ctrl-C, at a request to end, or when the npm that started us is gone. */
const asked = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve('收到停止请求'))
    if (!process.env['npm_lifecycle_event']) return
    const before = ancestry()
    setInterval(() => {
      if (ancestry() !== before) resolve('启动它的窗口已关闭')
    }, 500).unref()
  })

const main = async (): Promise<number> => {
  const settings = readSettings(process.env, process.argv.slice(2))
  console.log('一户 · 本机系统')
  prepare(settings)
  const stop = asked()
  const since = performance.now()

  const building = Promise.all([ensureClient(root), settings.lambda ? ensureAssets(root) : undefined]).then(
    () => undefined,
  )
  building.catch(() => {})
  const table = await step('启动数据库', async () => {
    const running = await superviseTable(root, settings)
    await createTable(running.endpoint)
    return running
  })
  const system = spawnChild(join(root, 'infra/local/system.ts'), {
    flags: ['--disallow-code-generation-from-strings'],
    args: settings.lambda ? ['--lambda'] : [],
    environment: {
      YIHU_PORT: String(settings.port),
      YIHU_DATA: settings.data,
      YIHU_TABLE: table.endpoint,
      YIHU_OWNER: String(process.pid),
      YIHU_SINCE: String(Date.now() - Math.round(performance.now() - since)),
    },
  })

  let code = 0
  try {
    const end = ended(system)
    const first = await Promise.race([building, stop, end])
    if (first === undefined) system.send?.('built')
    const why = first ?? (await Promise.race([stop, end]))
    if (typeof why === 'number' || why.startsWith('SIG')) {
      console.error(`✗ 系统意外停止，原因见上。如果反复出现，可用 ${again(settings.lambda)} 重新开始。`)
      code = 1
    } else console.log(`\n… ${why}，正在停止`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    code = 1
  }
  await stopChild(system)
  await table.stop()
  removeRun(settings.data)
  await wait(0)
  console.log('✓ 已停止，没有留下进程。数据留在', settings.data)
  return code
}

try {
  process.exit(await main())
} catch (error) {
  console.error(error instanceof BadSetting ? error.message : error)
  process.exit(1)
}
