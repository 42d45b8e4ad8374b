import * as z from 'zod'
import { lineOf, type Path } from './stage-lines.ts'
import { isChina, type Stage } from './stages.ts'

/** A stage that cannot be built. The message is one sentence: where it stands and what to mend. */
export class BadStage extends Error {
  override readonly name = 'BadStage'
}

/** The numbers of days that the log service knows. */
export const logDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]

const text = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error })
const count = (most: number, error: string) => z.int({ error }).min(1, { error }).max(most, { error })
const address = (error: string) => text(/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(:\d+)?(\/[\w.~%/-]*)?$/i, error)
const group = (...parts: readonly string[]) => ({ error: `应写明 ${parts.join('、')}` })
/** The partition of China has two regions; any other that begins like them would be built for a place that is not there. */
const region = /^(?:cn-(?:north|northwest)-1|(?!cn-)[a-z]{2}(?:-[a-z]+)+-\d)$/
const people = (who: string) =>
  z
    .array(text(/^[\w+=,.@/-]{1,512}$/, '应为 IAM 角色名'), { error: `应列出${who}的 IAM 角色名` })
    .min(1, { error: `应至少列出一个${who}的 IAM 角色名` })
    .refine(once, { error: '有重复的角色名，请删去多余的' })
const once = (values: readonly string[]): boolean => new Set(values).size === values.length
const host = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/

/** What each part must be; its words finish the sentence "x 的 y …". */
const StageForm: z.ZodType<Stage> = z
  .strictObject(
    {
      name: text(/^[a-z][a-z0-9]{0,15}$/, '应为小写字母开头的 1 至 16 位小写字母和数字'),
      region: text(region, '应为区域代码，例如 us-east-1；在中国是 cn-north-1 或 cn-northwest-1'),
      keepsData: z.boolean({ error: '应为 true（删除时保留数据）或 false' }),
      domain: text(host, '应为系统的域名，只写主机名，不带 https:// 和路径'),
      certificate: text(
        /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        '应为域名证书的编号（证书 ARN 的最后一段，形如 00000000-0000-4000-8000-000000000000）',
      ),
      icp: text(
        /^\p{Script=Han}ICP[备证]\d{4,14}号(-\d{1,3})?$/u,
        '应为 ICP 备案号，例如 京ICP备00000000号-1',
      ).optional(),
      issuer: z.strictObject(
        {
          url: address('应为登录服务的 https 地址，与令牌里的 iss 一字不差'),
          audience: text(/^\S+$/, '应为令牌写明的接收方，例如 urn:yihu:api'),
          keys: address('应为登录服务公钥的 https 地址'),
          client: text(/^\S+$/, '应为网页在登录服务登记的编号').optional(),
        },
        group('url', 'audience', 'keys'),
      ),
      operators: people('运维人员'),
      archivists: people('归档人员（导出、关闭、恢复城市）'),
      alarmEmail: z.email({ error: '应为接收告警的邮箱' }),
      cities: z
        .array(text(/^\d{6}$/, '应为六位城市代码'), { error: '应列出单独告警的城市，可以为空' })
        .refine(once, { error: '有重复的城市，请删去多余的' }),
      retention: z.strictObject(
        {
          logs: z.literal([...logDays], { error: `应为日志服务支持的天数：${logDays.join('、')}` }),
          exports: count(3650, '应为备份保存的天数，1 至 3650'),
        },
        group('logs', 'exports'),
      ),
      throttle: z.strictObject(
        {
          rate: count(10_000, '应为每秒请求数，1 至 10000'),
          burst: count(5000, '应为瞬时请求数，1 至 5000'),
        },
        group('rate', 'burst'),
      ),
    },
    { error: '不是一个部署环境' },
  )
  .check(({ value, issues }) => {
    const say = (path: Path, message: string) =>
      issues.push({ code: 'custom', path: [...path], message, input: value })
    if (isChina(value) && value.icp === undefined) say(['icp'], '没有写：在中国的区域必须写明 ICP 备案号')
    if (!isChina(value) && value.icp !== undefined) say(['icp'], '多写了：只有中国的区域才有 ICP 备案号')
    const both = value.archivists.findIndex((name) => value.operators.includes(name))
    if (value.keepsData && both >= 0)
      say(
        ['archivists', both],
        '也在 operators 里：保留数据的环境，开通城市的人和能导出、关闭城市的人应当分开',
      )
    // Cybersecurity Law of the PRC, article 21 (3): network logs for no less than six months.
    if (isChina(value) && value.retention.logs < 180)
      say(
        ['retention', 'logs'],
        '太短：按网络安全法第二十一条，在中国的区域日志至少保存六个月，请写 180 或更多',
      )
  }) as z.ZodType<Stage>

type Fault = { readonly path: Path; readonly says: string }

const unknownKey = '不认识，请检查拼写或删去'

const faultsOf = (stage: unknown, index: number): readonly Fault[] => {
  const { error } = StageForm.safeParse(stage)
  return (error?.issues ?? []).map(({ path, message, ...issue }) => {
    const below = path as Path
    return issue.code === 'unrecognized_keys'
      ? { path: [index, ...below, issue.keys[0] ?? ''], says: unknownKey }
      : { path: [index, ...below], says: message }
  })
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (at as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    value,
  )

/** Two stages of one name would be one stack; two of one domain would be one address. */
const doubled = (stages: readonly unknown[], key: 'name' | 'domain'): readonly Fault[] =>
  stages.flatMap((stage, index) => {
    const value = valueAt(stage, [key])
    const before = stages.slice(0, index).some((other) => valueAt(other, [key]) === value)
    return before && value !== undefined
      ? [{ path: [index, key], says: `与前面的环境重复（${value}），请改成不同的` }]
      : []
  })

/**
 * The stages, if every one can be built. Throws `BadStage` at the first that cannot; `source` is the text of
 * `infra/stages.ts`, in which it finds the line.
 */
export const checkStages = (stages: readonly unknown[], source: string): readonly Stage[] => {
  const faults = [...stages.flatMap(faultsOf), ...doubled(stages, 'name'), ...doubled(stages, 'domain')]
  const [first] = faults
    .map((fault) => ({ ...fault, line: lineOf(source, 'stages', fault.path) }))
    // A word that is not known comes first in its stage: it is the likely reason that another is missing.
    .sort(
      (a, b) =>
        Number(a.path[0]) - Number(b.path[0]) ||
        Number(b.says === unknownKey) - Number(a.says === unknownKey) ||
        a.line - b.line,
    )
  if (!first) {
    if (stages.length > 0) return stages as readonly Stage[]
    throw new BadStage(
      `infra/stages.ts 第 ${lineOf(source, 'stages', [])} 行：还没有部署环境，请至少写一个。`,
    )
  }
  const [index, ...below] = first.path
  const name = valueAt(stages, [index ?? 0, 'name'])
  const called = typeof name === 'string' && name !== '' ? `${name} ` : `第 ${Number(index) + 1} 个环境`
  const missing = valueAt(stages, first.path) === undefined && !first.says.startsWith('没有写')
  throw new BadStage(
    `infra/stages.ts 第 ${first.line} 行：${called}的 ${below.join('.') || '内容'} ${missing ? '没有写，' : ''}${first.says}。`,
  )
}
