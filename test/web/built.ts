import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type ManifestEntry = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}

export type Built = {
  readonly folder: string
  readonly manifest: Readonly<Record<string, ManifestEntry>>
  readonly remove: () => void
}

/** Builds into a folder of its own: the real client (`web`), or the page that shows one form (`test/web/page`). */
export async function build(what: 'web' | 'test/web/page'): Promise<Built> {
  const { build: vite } = await import('vite')
  const folder = mkdtempSync(join(tmpdir(), 'yihu-web-'))
  // The test runner says NODE_ENV=test, under which React would bring its development build.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await vite({
      configFile: join(root, 'web/vite.config.ts'),
      root: join(root, what),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    })
  } finally {
    process.env['NODE_ENV'] = before
  }
  return {
    folder,
    manifest: JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The policy that the real server sends; a page that breaks it breaks here. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'"

export type Served = { readonly origin: string; readonly stop: () => Promise<void> }

/** Serves a built folder under the strict policy, and `cases` as `/cases/<name>.json`. */
export async function serve(folder: string, cases: Readonly<Record<string, unknown>>): Promise<Served> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    const name = /^\/cases\/([\w-]+)\.json$/.exec(path)?.[1]
    response.setHeader('content-security-policy', POLICY)
    if (name) return response.setHeader('content-type', 'application/json').end(JSON.stringify(cases[name]))
    const file = path === '/' ? '/index.html' : path
    try {
      const bytes = readFileSync(join(folder, file))
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(bytes)
    } catch {
      response.writeHead(404).end()
    }
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
