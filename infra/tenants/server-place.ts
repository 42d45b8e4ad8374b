import { userInfo } from 'node:os'
import * as z from 'zod'
import { awsPost } from '../../functions/store/aws.ts'
import { type Cloud, connect, endpointsIn } from '../../functions/store/index.ts'
import { OperatorStore } from '../../functions/store/operator-store.ts'
import { createTable, type TableCall } from '../table.ts'
import { packs } from './cloud-place.ts'
import { type Ground, Unable } from './ground.ts'
import type { Reached } from './local-place.ts'
import { fileVault } from './vault.ts'

type Environment = Readonly<Record<string, string | undefined>>

const text = (what: string) => z.string(`应为${what}`).min(1, `应为${what}`)

/** The settings of the server that reach its table and its keys, by the names that the server itself reads. */
const Reach = z.object({
  AWS_REGION: text('区域名称'),
  AWS_ACCESS_KEY_ID: text('访问数据库的密钥编号'),
  AWS_SECRET_ACCESS_KEY: text('访问数据库的密钥'),
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  YIHU_TABLE: text('数据表名称'),
})
const Tenancy = Reach.extend({
  YIHU_KEYS: text('密钥文件夹'),
  YIHU_ISSUER: z.url('应为身份服务地址'),
  YIHU_ORIGIN: z.url('应为人们打开一户的网址，例如 https://yihu.example.cn'),
})

const read = <S extends z.ZodType>(schema: S, environment: Environment): z.output<S> => {
  const { success, data, error } = schema.safeParse(environment)
  if (success) return data
  const lines = error.issues.map(
    ({ path, message }) => `设置 ${String(path[0])} 没有填写或写错，${message}。`,
  )
  throw new Unable(`${lines.join('\n')}\n用与 npm run server 相同的环境变量运行本命令。`)
}

const cloudOf = (environment: Environment): Cloud => {
  const set = read(Reach, environment)
  return {
    region: set.AWS_REGION,
    endpoints: endpointsIn(environment),
    credentials: () => ({
      accessKeyId: set.AWS_ACCESS_KEY_ID,
      secretAccessKey: set.AWS_SECRET_ACCESS_KEY,
      ...(set.AWS_SESSION_TOKEN !== undefined && { sessionToken: set.AWS_SESSION_TOKEN }),
    }),
  }
}

/** Makes the table of the server where there is none yet. */
const prepareTable = async (environment: Environment): Promise<string> => {
  const { YIHU_TABLE: table } = read(Reach, environment)
  const cloud = cloudOf(environment)
  const type = 'application/x-amz-json-1.0'
  const call = ((operation, body) =>
    awsPost(
      cloud,
      'dynamodb',
      { 'content-type': type, 'x-amz-target': `DynamoDB_20120810.${operation}` },
      JSON.stringify(body),
    )) as TableCall
  await createTable(call, table)
  return table
}

/** The one process of `npm run server` with its keys in files: told by the same settings, and reaching the same rows. */
export const serverPlace = (environment: Environment, say: (words: string) => void): Reached => {
  const set = read(Tenancy, environment)
  const { region, endpoints, credentials } = cloudOf(environment)
  const endpoint = endpoints?.dynamodb
  const link = connect({
    table: set.YIHU_TABLE,
    region,
    ...(endpoint !== undefined && { endpoint }),
    credentials: credentials() as { accessKeyId: string; secretAccessKey: string },
  })
  const words = {
    place: set.YIHU_ORIGIN,
    issuer: set.YIHU_ISSUER,
    origin: set.YIHU_ORIGIN.replace(/\/$/, ''),
    by: `${userInfo().username}（${set.YIHU_ORIGIN}）`,
    say,
  }
  return {
    async at(city, province): Promise<Ground> {
      const store = new OperatorStore(link, { city, province })
      const vault = fileVault(set.YIHU_KEYS)
      return { ...words, table: set.YIHU_TABLE, store, link, vault, packs, backups: async () => ({}) }
    },
    prepare: () => prepareTable(environment),
    close: () => link.close(),
  }
}
