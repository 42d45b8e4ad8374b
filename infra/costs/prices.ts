/**
 * What the cloud asks, on the day named. One list for a region elsewhere, one for a region of China. Free tiers, taxes
 * and discounts are left out: the figures are what one pays at most.
 */
export const readOn = '2026-11-22'

/** Everything that is charged for, and how many of it one price is for. */
export const items = {
  writeUnits: { name: '表写入单位', per: 1_000_000 },
  readUnits: { name: '表读取单位', per: 1_000_000 },
  tableGb: { name: '表存储（GB·月）', per: 1 },
  restoreGb: { name: '任意时间点恢复（GB·月）', per: 1 },
  exportGb: { name: '表导出（GB）', per: 1 },
  functionGbSeconds: { name: '函数运行（GB·秒，arm64）', per: 1 },
  functionRequests: { name: '函数调用', per: 1_000_000 },
  apiRequests: { name: 'HTTP API 请求', per: 1_000_000 },
  pageRequests: { name: '内容网络请求', per: 10_000 },
  outGb: { name: '流出流量（GB）', per: 1 },
  keys: { name: '主密钥（个·月）', per: 1 },
  keyRequests: { name: '密钥请求', per: 10_000 },
  logGb: { name: '日志写入（GB）', per: 1 },
  logStoredGb: { name: '日志保存（GB·月）', per: 1 },
  metrics: { name: '自定义指标（个·月）', per: 1 },
  alarms: { name: '告警（个·月）', per: 1 },
  dashboards: { name: '仪表盘（个·月）', per: 1 },
  objectGb: { name: '对象存储（GB·月）', per: 1 },
} as const
export type Item = keyof typeof items

export type Price = {
  readonly amount: number
  /** Whether it was found in public material; otherwise it is from memory or inferred, and is said to be. */
  readonly confirmed: boolean
  readonly source: string
}

export type PriceList = {
  readonly name: string
  readonly region: string
  readonly sign: '$' | '¥'
  readonly prices: Readonly<Record<Item, Price>>
}

const seen = (amount: number, source: string): Price => ({ amount, confirmed: true, source })
const remembered = (amount: number, source: string): Price => ({ amount, confirmed: false, source })

const aws = (page: string): string => `https://aws.amazon.com/${page}/pricing/`
const china = (page: string): string => `https://www.amazonaws.cn/en/${page}/pricing/`
const inferred = (page: string): string => `凭记忆或按比例推算，请以 ${china(page)} 为准`

const elsewhere: PriceList = {
  name: '中国以外',
  region: 'us-east-1',
  sign: '$',
  prices: {
    writeUnits: seen(0.625, aws('dynamodb')),
    readUnits: seen(0.125, aws('dynamodb')),
    tableGb: seen(0.25, aws('dynamodb')),
    restoreGb: seen(0.2, aws('dynamodb')),
    exportGb: remembered(0.1, aws('dynamodb')),
    functionGbSeconds: seen(0.0000133334, aws('lambda')),
    functionRequests: seen(0.2, aws('lambda')),
    apiRequests: seen(1, aws('api-gateway')),
    pageRequests: remembered(0.01, aws('cloudfront')),
    outGb: seen(0.085, aws('cloudfront')),
    keys: seen(1, aws('kms')),
    keyRequests: seen(0.03, aws('kms')),
    logGb: seen(0.5, aws('cloudwatch')),
    logStoredGb: seen(0.03, aws('cloudwatch')),
    metrics: seen(0.3, aws('cloudwatch')),
    alarms: seen(0.1, aws('cloudwatch')),
    dashboards: seen(3, aws('cloudwatch')),
    objectGb: seen(0.023, aws('s3')),
  },
}

const inChina: PriceList = {
  name: '中国',
  region: 'cn-north-1',
  sign: '¥',
  prices: {
    writeUnits: seen(11.1538, china('dynamodb')),
    readUnits: remembered(2.2308, inferred('dynamodb')),
    tableGb: remembered(2.1, inferred('dynamodb')),
    restoreGb: remembered(1.68, inferred('dynamodb')),
    exportGb: remembered(0.84, inferred('dynamodb')),
    functionGbSeconds: remembered(0.0000907, inferred('lambda')),
    functionRequests: remembered(1.36, inferred('lambda')),
    apiRequests: remembered(8.27, inferred('api-gateway')),
    // Pages come from the same HTTP API there; no content network stands before it.
    pageRequests: remembered(0, '中国区域不用内容网络'),
    outGb: remembered(0.933, inferred('ec2')),
    keys: remembered(6.9, inferred('kms')),
    keyRequests: remembered(0.21, inferred('kms')),
    logGb: remembered(3.11, inferred('cloudwatch')),
    logStoredGb: remembered(0.19, inferred('cloudwatch')),
    metrics: seen(2, china('cloudwatch')),
    alarms: seen(0.622, china('cloudwatch')),
    dashboards: remembered(18.66, inferred('cloudwatch')),
    objectGb: remembered(0.1755, inferred('s3')),
  },
}

export const priceLists: readonly PriceList[] = [elsewhere, inChina]
