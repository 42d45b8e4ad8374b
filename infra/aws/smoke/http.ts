import type { Check } from './check.ts'

/** A running system, and somebody of one of its cities. */
export type Visitor = {
  /** `https://yihu.example.org`, without a path. */
  readonly origin: string
  readonly cityA: string
  readonly cityB: string
  /** Token of a member of A who is none of B. */
  readonly tokenA: string
  /** Token of a member of B who is none of A, if there is one. */
  readonly tokenB?: string | undefined
  readonly fetch?: typeof fetch
}

type Seen = { readonly status: number; readonly headers: Headers; readonly text: string }
type Ask = {
  readonly method?: string
  readonly token?: string | undefined
  readonly body?: string
  readonly accept?: string
}

const show = ({ status, headers, text }: Seen): string =>
  `${status} ${headers.get('content-type') ?? '无类型'} ${text.slice(0, 120).replace(/\s+/g, ' ')}`

const problemOf = (seen: Seen, status: number, code: string): string | undefined => {
  try {
    const said = JSON.parse(seen.text)
    const isProblem = /^application\/problem\+json/.test(seen.headers.get('content-type') ?? '')
    return seen.status === status && isProblem && said.code === code ? undefined : show(seen)
  } catch {
    return show(seen)
  }
}

/** Wrong where one of the headers is not what it should be. */
const wrongHeaders = (seen: Seen, wanted: Readonly<Record<string, RegExp>>): string | undefined => {
  if (seen.status !== 200) return show(seen)
  const wrong = Object.entries(wanted).filter(([name, form]) => !form.test(seen.headers.get(name) ?? ''))
  return wrong.length === 0
    ? undefined
    : wrong.map(([name]) => `${name}: ${seen.headers.get(name) ?? '没有'}`).join('；')
}

const secret = 'A'.repeat(43)
const once = 40

/** What anybody with a token sees from outside. */
export const httpChecks = (visitor: Visitor): readonly Check[] => {
  const { origin, cityA, cityB, tokenA, tokenB } = visitor
  const isLocal = new URL(origin).protocol === 'http:'
  const ask = async (path: string, { method = 'GET', token, body, accept }: Ask = {}): Promise<Seen> => {
    const response = await (visitor.fetch ?? fetch)(origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(accept !== undefined && { accept }),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(30_000),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const page = (path = '/') => ask(path, { accept: 'text/html' })
  const releases = (city: string, token: string) => ask(`/api/cities/${city}/releases`, { token })
  const refused = async (path: string, token?: string): Promise<string | undefined> => {
    const seen = await ask(path, { token })
    return seen.status === 401 ? undefined : show(seen)
  }
  const forged = tokenA.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/\.([^.]{4})/, '.AAAA')

  return [
    {
      name: '健康',
      expects: '200 {"status":"ok"}',
      look: async () => {
        const seen = await ask('/api/health')
        return seen.status === 200 && seen.text === '{"status":"ok"}' ? undefined : show(seen)
      },
    },
    {
      name: '接口的安全标头',
      expects: '不缓存、不猜类型、不可嵌入、有请求编号',
      look: async () =>
        wrongHeaders(await ask('/api/health'), {
          'cache-control': /no-store/,
          'x-content-type-options': /^nosniff/,
          'content-security-policy': /frame-ancestors 'none'/,
          'strict-transport-security': isLocal ? /^/ : /max-age=\d{7,}/,
          'x-request-id': /^\w{26}$/,
        }),
    },
    { name: '没有令牌', expects: '401', look: () => refused('/api/me') },
    { name: '改过的令牌', expects: '401', look: () => refused('/api/me', forged) },
    {
      name: `本人所在单位（${cityA}）`,
      expects: `单位里有 ${cityA}、没有 ${cityB}`,
      look: async () => {
        const seen = await ask('/api/me', { token: tokenA })
        if (seen.status !== 200) return show(seen)
        const codes: string[] = JSON.parse(seen.text).memberships.map(({ code }: { code: string }) => code)
        return codes.includes(cityA) && !codes.includes(cityB) ? undefined : codes.join('、')
      },
    },
    {
      name: `本市（${cityA}）的配置可读`,
      expects: '200',
      look: async () => {
        const seen = await releases(cityA, tokenA)
        return seen.status === 200 && Array.isArray(JSON.parse(seen.text).items) ? undefined : show(seen)
      },
    },
    {
      name: `别市（${cityB}）如同不存在`,
      expects: '404 not-found',
      look: async () => problemOf(await releases(cityB, tokenA), 404, 'not-found'),
    },
    {
      name: `${cityB} 的人读得到本市、读不到 ${cityA}`,
      expects: '200 和 404',
      skipped: tokenB === undefined ? '没有给 --token-b' : undefined,
      look: async () => {
        const own = await releases(cityB, tokenB ?? '')
        return own.status === 200
          ? problemOf(await releases(cityA, tokenB ?? ''), 404, 'not-found')
          : show(own)
      },
    },
    {
      name: '没有的地址',
      expects: '404 not-found（本系统的错误格式，不是网关的）',
      look: async () => problemOf(await ask('/api/no/such/address', { token: tokenA }), 404, 'not-found'),
    },
    {
      name: '读不懂的内容',
      expects: '400 malformed',
      look: async () =>
        problemOf(await ask('/api/invitations/look', { method: 'POST', body: '{' }), 400, 'malformed'),
    },
    {
      name: '首页',
      expects: '200，只运行本站脚本，不可嵌入，每次核对新旧',
      look: async () =>
        wrongHeaders(await page(), {
          'content-type': /^text\/html/,
          'content-security-policy': /script-src 'self'(?!.*unsafe-eval).*frame-ancestors 'none'/,
          'x-frame-options': /^DENY$/,
          'cache-control': /no-cache/,
        }),
    },
    {
      name: '页面地址直接打开',
      expects: '200 页面',
      look: async () => wrongHeaders(await page('/field/'), { 'content-type': /^text\/html/ }),
    },
    {
      name: '表单设计页隔离',
      expects: '沙箱、不能联网',
      look: async () =>
        wrongHeaders(await page('/designer/index.html'), {
          'content-security-policy': /^sandbox allow-scripts allow-forms;.*connect-src 'none'/,
          'x-frame-options': /^SAMEORIGIN$/,
        }),
    },
    {
      name: '带指纹的文件长期缓存',
      expects: '200 immutable',
      look: async () => {
        const file = /(?:src|href)="(\/assets\/[^"]+\.js)"/.exec((await page()).text)?.[1]
        if (file === undefined) return '首页没有引用 /assets/ 里的脚本'
        return wrongHeaders(await ask(file), {
          'content-type': /javascript/,
          'cache-control': /max-age=31536000.*immutable/,
        })
      },
    },
    {
      name: '没有的文件不会变成页面',
      expects: '404',
      look: async () => {
        const seen = await ask('/assets/no-such-00000000.js', { accept: '*/*' })
        return seen.status === 404 && !/<html/i.test(seen.text) ? undefined : show(seen)
      },
    },
    {
      name: '客户端知道登录地址',
      expects: '/site.json 有登录服务',
      look: async () => {
        const seen = await ask('/site.json')
        return seen.status === 200 && JSON.parse(seen.text).signIn?.issuer ? undefined : show(seen)
      },
    },
    {
      name: '猜邀请码会被限流',
      expects: `一次发 ${once} 个，至少一个 429`,
      skipped: isLocal ? '本机没有网关限流' : undefined,
      look: async () => {
        const body = JSON.stringify({ city: cityA, secret })
        const seen = await Promise.all(
          Array.from({ length: once }, () => ask('/api/invitations/look', { method: 'POST', body })),
        )
        const statuses = [...new Set(seen.map(({ status }) => status))].sort()
        return statuses.includes(429) && statuses.every((status) => status < 500)
          ? undefined
          : statuses.join('、')
      },
    },
  ]
}
