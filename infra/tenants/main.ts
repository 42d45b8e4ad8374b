import { Refused } from '../../functions/problem.ts'
import { AwsFault, Conflict } from '../../functions/store/index.ts'
import { BadSetting } from '../local/settings.ts'
import { type Given, readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import { Unable } from './ground.ts'
import { help } from './help.ts'
import { localPlace, type Reached } from './local-place.ts'
import { serverPlace } from './server-place.ts'
import { stagePlace } from './stage-place.ts'

/** `npm run -s tenant -- <command>`: opens, exports, closes and restores a tenant. */
const say = (words: string): void => console.log(words)

const placeOf = async (given: Given): Promise<Reached> => {
  const stage = given.text('stage')
  if ([stage !== undefined, given.flag('lambda'), given.flag('server')].filter(Boolean).length > 1)
    throw new Unable('--stage、--lambda、--server 只能写一个。')
  if (given.flag('server')) return serverPlace(process.env, say)
  if (stage === undefined) return localPlace(process.env, given.flag('lambda'), say)
  return stagePlace(process.env, { stage, outputs: given.text('outputs') ?? 'outputs.json' }, say)
}

const main = async (): Promise<number> => {
  const given = readArguments(process.argv.slice(2))
  const command = commands[given.command ?? '']
  if (!command || given.flag('help')) {
    console.log(help)
    return given.flag('help') ? 0 : 1
  }
  let reached: Reached | undefined
  try {
    return await command(given, async () => (reached ??= await placeOf(given)), say)
  } finally {
    reached?.close()
  }
}

const wordsOf = (error: unknown): string | undefined => {
  if (error instanceof Unable || error instanceof BadSetting) return `✗ ${error.message}`
  if (error instanceof Refused) return `✗ ${error.detail}`
  if (error instanceof Conflict) return '✗ 另一条命令刚刚改动了这个城市，请查看后重新运行。'
  if (error instanceof AwsFault && error.code.startsWith('AccessDenied'))
    return `✗ 当前凭证没有这个权限（${error.message}）。请换用 infra/stages.ts 里列出的角色：开通用 operators，导出、关闭、恢复用 archivists。`
  return undefined
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(wordsOf(error) ?? error)
  process.exitCode = 1
}
