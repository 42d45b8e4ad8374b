import type { Site } from '../api/contract/index.ts'
import { codingOf } from './coding.ts'
import type { Headers } from './headers.ts'
import { isCompressible, mediaType } from './media.ts'
import { isNavigation } from './navigation.ts'
import { type Piece, shelf } from './shelf.ts'

/** A request for a page or a file, whatever carries it. */
export type Asked = {
  readonly method: string
  /** As it was sent: still encoded, with or without a query. */
  readonly url: string
  /** A header of the request by its name in lower case; empty if there is none. */
  readonly header: (name: string) => string
}

export type Reply = { readonly status: number; readonly headers: Headers; readonly body?: Buffer }

const plain = (status: number, text: string, headers: Headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache', ...headers },
  body: Buffer.from(text),
})

const decoded = (url: string): string | undefined => {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] as string)
  } catch {
    return undefined
  }
}

/** Names under these carry a hash of the content and are kept for ever; everything else is asked for again each time. */
export const hashed = /^\/(?:designer\/)?assets\//

const forEver = 'public, max-age=31536000, immutable'

/**
 * Answers with the built web client in `folder` (absolute), and with what the client must know of the place where it
 * runs as `/site.json`. Headers of the place (`headersFor`) are for the carrier to add.
 */
export const client = (folder: string, site: Site): ((asked: Asked) => Promise<Reply>) => {
  const pieces = shelf(folder, { '/site.json': JSON.stringify(site) })

  return async ({ method, url, header }) => {
    const head = method === 'HEAD'
    if (!head && method !== 'GET') return plain(405, '这里只能读取页面和文件。', { allow: 'GET, HEAD' })
    const path = decoded(url)
    if (path === undefined) return plain(400, '这个地址写得不对，请检查后重试。')
    const accepted = codingOf(header('accept-encoding'))

    const file = async (name: string): Promise<Reply | undefined> => {
      const type = mediaType(name)
      const coding = isCompressible(type) ? accepted : 'identity'
      const piece = await pieces(name, coding)
      if (!piece) return undefined
      const headers: Headers = {
        etag: `"${piece.hash}-${coding}"`,
        vary: 'accept-encoding',
        'cache-control': hashed.test(name) ? forEver : 'no-cache',
      }
      if (names(header('if-none-match'), headers['etag'] as string)) return { status: 304, headers }
      return { status: 200, ...sent(piece, head, { ...headers, 'content-type': type }, coding) }
    }

    return (
      (path === '/' ? undefined : await file(path)) ??
      (isNavigation(path, header('accept')) ? await file('/index.html') : undefined) ??
      plain(404, '没有这个文件。')
    )
  }
}

const sent = ({ body }: Piece, head: boolean, headers: Headers, coding: string) => ({
  headers: {
    ...headers,
    'content-length': String(body.length),
    ...(coding !== 'identity' && { 'content-encoding': coding }),
  },
  ...(!head && { body }),
})

/** Whether `If-None-Match` names this mark (RFC 9110 13.1.2: a list, compared weakly). */
const names = (list: string, etag: string): boolean =>
  list.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
