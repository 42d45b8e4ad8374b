import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { endpointsIn } from '../../../functions/store/index.ts'
import { type Stage, stages } from '../../stages.ts'
import { stackName } from '../names.ts'
import { runChecks, type Tally } from './check.ts'
import { httpChecks } from './http.ts'
import { isolationChecks, type Locks } from './isolation.ts'

const usage = `用法：
  npm run -s smoke -- <网址> --city-a 341700 --city-b 210381 --token-a <令牌> [--token-b <令牌>]
另外检查云上的隔离（需要操作员的 AWS 凭证，名称取自 cdk deploy --outputs-file 写下的文件）：
    --stage cn [--outputs outputs.json] [--tenant-role <函数所用城市角色的 ARN>]
令牌也可以写在环境变量 YIHU_TOKEN_A、YIHU_TOKEN_B 里，免得留在命令记录中。`

const options = {
  'token-a': { type: 'string' },
  'token-b': { type: 'string' },
  'city-a': { type: 'string' },
  'city-b': { type: 'string' },
  stage: { type: 'string' },
  outputs: { type: 'string' },
  'tenant-role': { type: 'string' },
} as const

const Outputs = z.object({
  TableName: z.string().min(1),
  OperatorRoleArn: z.string().startsWith('arn:'),
  MasterKeyArn: z.string().startsWith('arn:'),
})
type Environment = Readonly<Record<string, string | undefined>>

class BadUse extends Error {}

const read = (args: readonly string[], environment: Environment) => {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new BadUse(error instanceof Error ? `参数不对：${error.message}` : '参数不对')
  }
  const { values, positionals } = parsed
  const [address = '', ...more] = positionals
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol) || more.length > 0)
    throw new BadUse('请写一个网址，例如 https://yihu.example.org')
  const needed = (text: string | undefined, form: RegExp, what: string): string => {
    if (text === undefined || !form.test(text)) throw new BadUse(`请写${what}`)
    return text
  }
  const cityA = needed(values['city-a'], /^\d{6}$/, '六位的 --city-a')
  const cityB = needed(values['city-b'], /^\d{6}$/, '六位的 --city-b')
  if (cityA === cityB) throw new BadUse('--city-a 和 --city-b 应是两个城市')
  const tokenA = needed(
    values['token-a'] ?? environment['YIHU_TOKEN_A'],
    /^[\w-]+\.[\w-]+\.[\w-]+$/,
    ' --token-a',
  )
  const tokenB = values['token-b'] ?? environment['YIHU_TOKEN_B']
  const visitor = { origin: new URL(address).origin, cityA, cityB, tokenA, tokenB }
  return { visitor, locks: locksOf(values, environment, cityA, cityB) }
}

/** What the stage's data stack printed when it was deployed. */
const outputsOf = (stage: Stage, file: string): z.infer<typeof Outputs> => {
  const stack = stackName(stage, 'data')
  try {
    return Outputs.parse(JSON.parse(readFileSync(file, 'utf8'))[stack])
  } catch {
    throw new BadUse(
      `在 ${file} 里读不到 ${stack} 的输出；部署时请带上 --outputs-file outputs.json，或用 --outputs 指定那份文件`,
    )
  }
}

type Values = { readonly [name in keyof typeof options]?: string | undefined }

const locksOf = (
  values: Values,
  environment: Environment,
  cityA: string,
  cityB: string,
): Locks | undefined => {
  const { stage: name, outputs = 'outputs.json', 'tenant-role': tenantRole } = values
  if (name === undefined) return undefined
  const stage = stages.find((one) => one.name === name)
  if (!stage) throw new BadUse(`没有名为「${name}」的环境，只有 ${stages.map((one) => one.name).join('、')}`)
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = environment
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY)
    throw new BadUse(
      '检查隔离需要操作员的 AWS 凭证：AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY（临时凭证再加 AWS_SESSION_TOKEN）',
    )
  const credentials = {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  }
  const told = outputsOf(stage, outputs)
  return {
    cloud: {
      region: stage.region,
      endpoints: endpointsIn(environment),
      credentials: () => credentials,
    },
    table: told.TableName,
    operatorRole: told.OperatorRoleArn,
    masterKey: told.MasterKeyArn,
    tenantRole,
    cityA,
    cityB,
  }
}

/** `npm run -s smoke`: what only a running system can show. Returns the exit code: 0 only where everything held. */
export const smoke = async (
  args: readonly string[],
  environment: Environment,
  say: (line: string) => void = console.log,
): Promise<number> => {
  try {
    const { visitor, locks } = read(args, environment)
    const tallies: Tally[] = [await runChecks(`从外面看 ${visitor.origin}`, httpChecks(visitor), say)]
    if (locks) tallies.push(await runChecks('在云里看：隔离', isolationChecks(locks), say))
    else say('在云里看：隔离\n  – 跳过    没有给 --stage')
    const sum = (part: keyof Tally): number => tallies.reduce((total, tally) => total + tally[part], 0)
    const failed = sum('failed')
    say(
      `${failed === 0 ? '✓' : '✗'} 通过 ${sum('passed')} 项，未通过 ${failed} 项，跳过 ${sum('skipped') + (locks ? 0 : 1)} 项`,
    )
    return failed === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof BadUse)) throw error
    say(`${error.message}。\n${usage}`)
    return 2
  }
}

if (import.meta.main) process.exitCode = await smoke(process.argv.slice(2), process.env)
