import { Refused } from '../../functions/problem.ts'
import { BadSetting } from '../local/settings.ts'
import { type Given, readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import { Unable } from './ground.ts'
import { help } from './help.ts'
import { localPlace, type Reached } from './local-place.ts'
import { stagePlace } from './stage-place.ts'

/** `npm run -s tenant -- <command>`: opens, exports, closes and restores a tenant. */
const say = (words: string): void => console.log(words)

const placeOf = (given: Given): Promise<Reached> => {
  const stage = given.text('stage')
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

try {
  process.exitCode = await main()
} catch (error) {
  const isExpected = error instanceof Unable || error instanceof BadSetting
  console.error(isExpected ? `✗ ${error.message}` : error instanceof Refused ? `✗ ${error.detail}` : error)
  process.exitCode = 1
}
