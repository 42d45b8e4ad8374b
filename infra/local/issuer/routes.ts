import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import { personOf } from '../people.ts'
import { fontFile } from './font.ts'
import { errorPage, pickerPage } from './pages.ts'

const css = readFileSync(new URL('issuer.css', import.meta.url))

const html = (response: ServerResponse, status: number, body: string): void => {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(body)
}

/** Reads a small form; undefined if it is longer than any form we send. */
const formOf = async (request: IncomingMessage): Promise<URLSearchParams | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > 4096) return undefined
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

const choose = async (
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { uid } = await provider.interactionDetails(request, response)
  if (request.method === 'GET') return html(response, 200, pickerPage(uid))
  const subject = (await formOf(request))?.get('subject') ?? ''
  if (!personOf(subject)) return html(response, 422, pickerPage(uid))
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: subject } },
    { mergeWithLastSubmission: false },
  )
}

/** Answers everything under `/oidc`: the list of people, its style sheet, and the issuer itself. */
export const issuerRoutes = (provider: Provider) => {
  const issuer = provider.callback()
  return async (
    request: IncomingMessage & { originalUrl?: string },
    response: ServerResponse,
  ): Promise<void> => {
    const url = request.url ?? '/oidc'
    const [path = '/'] = url.slice('/oidc'.length).split('?')
    if (path === '/issuer.css') {
      response
        .writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=600' })
        .end(css)
      return
    }
    const font = request.method === 'GET' ? await fontFile(path) : undefined
    if (font) {
      response.writeHead(200, { 'content-type': font.type, 'cache-control': 'max-age=86400' }).end(font.body)
      return
    }
    if (path.startsWith('/people/') && (request.method === 'GET' || request.method === 'POST')) {
      try {
        await choose(provider, request, response)
      } catch {
        // The only way here: the interaction is over or was never this browser's.
        html(response, 400, errorPage('interaction', '这次登录已经结束或已过期'))
      }
      return
    }
    // The provider finds its mount point by comparing the two.
    request.originalUrl = url
    request.url = url.slice('/oidc'.length) || '/'
    await issuer(request, response)
  }
}
