import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Answer } from './server.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = /^(text|application)\/|svg/

type Coding = 'br' | 'gzip' | 'identity'
type Kept = { readonly stamp: string; readonly body: Buffer }

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)
const encode = (coding: Coding, body: Buffer): Promise<Buffer> =>
  coding === 'br'
    ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
    : coding === 'gzip'
      ? gz(body)
      : Promise.resolve(body)

const codingOf = (request: IncomingMessage, type: string): Coding => {
  if (!compressible.test(type)) return 'identity'
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

/** True for somebody who opens an address; a script or a style sheet that is missing must never get the page instead. */
const navigates = (request: IncomingMessage, path: string): boolean =>
  extname(path) === '' &&
  !/^\/(?:assets|designer)\//.test(path) &&
  String(request.headers.accept ?? '').includes('text/html')

/** The file of the folder that the path names; undefined if there is none or the path leads out of the folder. */
const fileOf = async (folder: string, path: string): Promise<{ file: string; stamp: string } | undefined> => {
  const file = join(folder, normalize(path))
  // Names that begin with a dot are the build's own notes.
  if (!file.startsWith(folder + sep) || /[\\/]\.|\0/.test(path)) return undefined
  const found = await stat(file).catch(() => undefined)
  return found?.isFile()
    ? { file, stamp: `${found.size.toString(36)}-${found.mtimeMs.toString(36)}` }
    : undefined
}

const decoded = (url: string): string | undefined => {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] as string)
  } catch {
    return undefined
  }
}

/**
 * Serves the built web client. Names under `/assets/` and `/designer/assets/` carry a hash and are kept for ever;
 * everything else is asked for again each time. What is compressed once stays in memory until the file changes.
 */
export const clientFiles = (folder: string): Answer => {
  const kept = new Map<string, Kept>()

  return async (request, response) => {
    const head = request.method === 'HEAD'
    if (!head && request.method !== 'GET') return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
    const path = decoded(request.url ?? '/')
    if (path === undefined) return void response.writeHead(400).end()
    const found =
      (path === '/' ? undefined : await fileOf(folder, path)) ??
      (path === '/' || navigates(request, path) ? await fileOf(folder, '/index.html') : undefined)
    if (!found) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个文件。')
      return
    }
    const type = types[extname(found.file)] ?? 'application/octet-stream'
    const coding = codingOf(request, type)
    const etag = `"${found.stamp}-${coding}"`
    response.setHeader('etag', etag)
    response.setHeader('vary', 'accept-encoding')
    response.setHeader(
      'cache-control',
      /^\/(?:designer\/)?assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
    const key = `${coding} ${found.file}`
    let entry = kept.get(key)
    if (entry?.stamp !== found.stamp) {
      entry = { stamp: found.stamp, body: await encode(coding, await readFile(found.file)) }
      kept.set(key, entry)
    }
    response.setHeader('content-type', type)
    if (coding !== 'identity') response.setHeader('content-encoding', coding)
    response.writeHead(200, { 'content-length': entry.body.length }).end(head ? undefined : entry.body)
  }
}
