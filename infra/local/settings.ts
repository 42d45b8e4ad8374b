import { resolve } from 'node:path'

/**
 * What a start may be told: by environment (`YIHU_PORT`, `YIHU_DATA`, `YIHU_TABLE_PORT`), by `--fresh`, and by
 * `--lambda`, which runs the functions as the cloud gets them and keeps its data in a folder of its own.
 */
export type Settings = {
  /** First port to try; the next free one is taken if it is in use. */
  readonly port: number
  /** Absolute folder that holds table, keys and sessions. */
  readonly data: string
  /** Port of the table engine; 0 = any free one. */
  readonly tablePort: number
  /** Begin anew: what the folder holds of an earlier start is removed. */
  readonly fresh: boolean
  readonly lambda: boolean
}

/** Keys are in envelopes there, and files cannot open them: the two kinds of system share no data. */
export const lambdaFolder = '.data/lambda'

export class BadSetting extends Error {}

const port = (name: string, text: string | undefined, fallback: number): number => {
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!/^\d{1,5}$/.test(text) || value > 65_535)
    throw new BadSetting(`${name} 应为 0 到 65535 的端口号，现在是「${text}」。请改正后重试。`)
  return value
}

/** Reads the settings; throws `BadSetting` with a Chinese sentence. Unknown arguments are refused by name. */
export const readSettings = (
  environment: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Settings => {
  const unknown = args.find((arg) => arg !== '--fresh' && arg !== '--lambda')
  if (unknown !== undefined)
    throw new BadSetting(
      `不认识参数「${unknown}」。可用的只有 --fresh（清空本机数据，重新开始）和 --lambda（按云上的方式运行打包好的函数）。`,
    )
  const lambda = args.includes('--lambda')
  return {
    port: port('YIHU_PORT', environment['YIHU_PORT'], 8300),
    data: resolve(environment['YIHU_DATA'] || (lambda ? lambdaFolder : '.data')),
    tablePort: port('YIHU_TABLE_PORT', environment['YIHU_TABLE_PORT'], 0),
    fresh: args.includes('--fresh'),
    lambda,
  }
}

/** The command that begins anew. */
export const again = (lambda: boolean): string =>
  lambda ? 'npm run lambda -- --fresh' : 'npm start -- --fresh'

export const audience = 'urn:yihu:api'
export const tableName = 'yihu'
export const originOf = (port: number): string => `http://127.0.0.1:${port}`
export const issuerOf = (port: number): string => `${originOf(port)}/oidc`
