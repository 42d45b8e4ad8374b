/**
 * One place where Yihu runs, as data. The partition follows from the region: `cn-…` is a world of its own, with its own
 * domain, its own accounts, and without a part of the services.
 */
export type Stage = {
  /** Begins the name of every stack: lower-case letters and digits. */
  readonly name: string
  readonly region: string
  /** Whether tables, keys and buckets outlive their stacks and refuse deletion. */
  readonly keepsData: boolean
  /** The one host name under which people open it; web client and API share it. */
  readonly domain: string
  /** Id of the certificate for that name (the last part of its ARN), in us-east-1, or in the region itself in China. */
  readonly certificate: string
  /** ICP filing number that the client shows on every page. China asks for it, elsewhere there is none. */
  readonly icp?: string
  /**
   * Who signs the tokens (with RSA: the gateway knows no other signature), for whom they are meant, and where its public
   * keys are.
   */
  readonly issuer: {
    readonly url: string
    readonly audience: string
    readonly keys: string
    /** Id of the web client there; `web` where nothing is said. */
    readonly client?: string
  }
  /** Names of the IAM roles whose holders may open a tenant. */
  readonly operators: readonly string[]
  /** Names of those whose holders may export, close and restore one. Such a role should ask for a second factor. */
  readonly archivists: readonly string[]
  /** Where alarms are sent. */
  readonly alarmEmail: string
  /** Cities that have alarms of their own; add a city here when it opens. */
  readonly cities: readonly string[]
  /** Days that logs and monthly exports are kept. */
  readonly retention: { readonly logs: number; readonly exports: number }
  /** Requests a second over all routes, and how many at once. */
  readonly throttle: { readonly rate: number; readonly burst: number }
}

/** Whether it lies in the partition of China. */
export const isChina = ({ region }: Pick<Stage, 'region'>): boolean => region.startsWith('cn-')

export const stages: readonly Stage[] = [
  {
    name: 'dev',
    region: 'us-east-1',
    keepsData: false,
    domain: 'dev.yihu.example.org',
    certificate: '00000000-0000-4000-8000-000000000001',
    issuer: {
      url: 'https://login.dev.yihu.example.org',
      audience: 'urn:yihu:api',
      keys: 'https://login.dev.yihu.example.org/jwks',
    },
    operators: ['YihuOperator'],
    archivists: ['YihuOperator'],
    alarmEmail: 'dev@yihu.example.org',
    cities: ['341700'],
    retention: { logs: 30, exports: 90 },
    throttle: { rate: 100, burst: 200 },
  },
  {
    name: 'cn',
    region: 'cn-north-1',
    keepsData: true,
    domain: 'yihu.example.cn',
    certificate: '00000000-0000-4000-8000-000000000002',
    icp: '京ICP备00000000号-1',
    issuer: {
      url: 'https://login.yihu.example.cn',
      audience: 'urn:yihu:api',
      keys: 'https://login.yihu.example.cn/jwks',
    },
    operators: ['YihuOperator'],
    archivists: ['YihuArchivist'],
    alarmEmail: 'ops@yihu.example.cn',
    cities: ['341700', '210381'],
    retention: { logs: 180, exports: 1095 },
    throttle: { rate: 500, burst: 1000 },
  },
  {
    name: 'prod',
    region: 'eu-central-1',
    keepsData: true,
    domain: 'yihu.example.org',
    certificate: '00000000-0000-4000-8000-000000000003',
    issuer: {
      url: 'https://login.yihu.example.org',
      audience: 'urn:yihu:api',
      keys: 'https://login.yihu.example.org/jwks',
    },
    operators: ['YihuOperator'],
    archivists: ['YihuArchivist'],
    alarmEmail: 'ops@yihu.example.org',
    cities: ['341700'],
    retention: { logs: 180, exports: 1095 },
    throttle: { rate: 500, burst: 1000 },
  },
]
