import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Site } from '../api/contract/index.ts'
import { client } from './client.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** The built web client for a Node server; headers of the place are set before by whoever owns the server. */
export const clientFiles = (folder: string, site: Site): Answer => {
  const answer = client(folder, site)
  return async (request, response) => {
    const { status, headers, body } = await answer({
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      header: (name) => String(request.headers[name] ?? ''),
    })
    response.writeHead(status, headers).end(body)
  }
}
