import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a person has to mend before the server can start; each line names the setting. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

const text = (what: string) => z.string(`没有填写，应为${what}。`).min(1, `是空的，应为${what}。`)
const address = (what: string) => z.url({ protocol: /^https?$/, error: `应为${what}，以 https:// 开头。` })
const arn = (what: string) => text(what).regex(/^arn:[\w-]+:/, `应为${what}，以 arn: 开头。`)
const folder = (what: string, needed: string) =>
  text(what)
    .transform((path) => resolve(path))
    .refine(
      (path) => existsSync(join(path, needed)),
      `所指的文件夹里没有${what}（${needed || '文件夹不存在'}）。`,
    )

const common = z.object({
  AWS_REGION: text('区域名称，例如 cn-north-1'),
  AWS_ACCESS_KEY_ID: text('访问数据库的密钥编号'),
  AWS_SECRET_ACCESS_KEY: text('访问数据库的密钥'),
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  AWS_ENDPOINT_URL_DYNAMODB: address('数据库地址').optional(),
  AWS_ENDPOINT_URL_DYNAMODB_STREAMS: address('数据库变更流地址').optional(),
  YIHU_TABLE: text('数据表名称'),
  YIHU_ISSUER: address('身份服务地址'),
  YIHU_AUDIENCE: text('令牌的受众，例如 urn:yihu:api'),
  YIHU_JWKS: address('身份服务公钥地址'),
  /** Id of the web client at the issuer. */
  YIHU_CLIENT: z.string().min(1).default('web'),
  YIHU_STAGE: z.string().min(1).default('server'),
  YIHU_ICP: z.string().min(1).optional(),
  YIHU_HOST: z.string().min(1).default('0.0.0.0'),
  YIHU_PORT: z
    .string()
    .regex(/^\d{1,5}$/, '应为 0 到 65535 的端口号。')
    .transform(Number)
    .refine((port) => port <= 65_535, '应为 0 到 65535 的端口号。')
    .default(8300),
  YIHU_JOBS: z.enum(['on', 'off'], '只能写 on 或 off。').default('on'),
  YIHU_WEB: folder('构建好的网页，请先运行 npm run build', 'index.html').prefault(join(root, 'dist/web')),
  YIHU_PACKS: folder('内置配置包', '310000-bridge').prefault(join(root, 'forms/packs')),
})

/** Keys in files: the process reaches every row by itself, and the files are all that keeps cities apart from its holder. */
const files = z.object({ YIHU_KEYS: folder('密钥文件', '') })

/** Keys under KMS, and a session for each city, as the functions have it in the cloud. */
const sessions = z.object({
  YIHU_MASTER_KEY: arn('主密钥'),
  YIHU_CITY_ROLE: arn('城市角色'),
  YIHU_PROVINCE_ROLE: arn('省级角色'),
  YIHU_MEMBER_ROLE: arn('个人角色'),
})
/** The roles of the jobs, which may read and write other rows than the API. */
const jobRoles = z.object({
  YIHU_ROLLUP_CITY_ROLE: arn('汇总的城市角色'),
  YIHU_ROLLUP_PROVINCE_ROLE: arn('汇总的省级角色'),
  YIHU_ROLLUP_MEMBER_ROLE: arn('汇总的个人角色'),
  YIHU_COURIER_CITY_ROLE: arn('传递消息的城市角色'),
  YIHU_COURIER_PROVINCE_ROLE: arn('传递消息的省级角色'),
})

export type Environment = Readonly<Record<string, string | undefined>>
export type Settings = z.output<typeof common> & {
  readonly keys:
    | { readonly kind: 'files'; readonly folder: string }
    | { readonly kind: 'sessions'; readonly jobs: z.output<typeof jobRoles> | undefined }
}

const linesOf = (error: z.ZodError): readonly string[] =>
  error.issues.map(({ path, message }) => `设置 ${String(path[0])} ${message}`)

/** Reads every setting. Throws `BadSetting` with one sentence for each that is missing or wrong. */
export const readSettings = (environment: Environment): Settings => {
  const lines: string[] = []
  const take = <S extends z.ZodType>(schema: S): z.output<S> | undefined => {
    const { data, error } = schema.safeParse(environment)
    if (error) lines.push(...linesOf(error))
    return data
  }
  const set = take(common)
  const [hasFiles, hasSessions] = [environment['YIHU_KEYS'], environment['YIHU_MASTER_KEY']]
  if (hasFiles && hasSessions) lines.push('设置 YIHU_KEYS 和 YIHU_MASTER_KEY 只能填写一个。')
  if (!hasFiles && !hasSessions)
    lines.push('没有写明密钥在哪里：填写 YIHU_KEYS（密钥文件夹），或 YIHU_MASTER_KEY（主密钥）和各个角色。')
  let keys: Settings['keys'] | undefined
  if (hasFiles && !hasSessions) keys = { kind: 'files', folder: take(files)?.YIHU_KEYS ?? '' }
  if (hasSessions && !hasFiles) {
    take(sessions)
    const jobs = environment['YIHU_JOBS'] === 'off' ? undefined : take(jobRoles)
    keys = { kind: 'sessions', jobs }
  }
  if (lines.length > 0 || !set || !keys) throw new BadSetting(lines.join('\n'))
  return { ...set, keys }
}
