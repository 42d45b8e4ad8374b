import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { headersFor } from '../../../functions/front/headers.ts'
import type { Answer } from '../../../functions/front/node.ts'
import { httpServer, plain, under } from '../../../functions/server/http.ts'

export type { Answer } from '../../../functions/front/node.ts'

/** The three parts behind one address. */
export type Parts = { readonly oidc: Answer; readonly api: Answer; readonly client: Answer }

/** Here the issuer has the same address, and there is no TLS. */
const headersAt = headersFor()

/**
 * One HTTP server for issuer, API and web client. `localhost` is sent on to `127.0.0.1`, for sign-in is bound to one
 * origin; any other host name is refused, so that no foreign name can be pointed at this machine.
 */
export const frontServer = (parts: () => Parts | undefined): Server => {
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/'
    for (const [name, value] of Object.entries(headersAt(url))) response.setHeader(name, value)
    const port = request.socket.localPort
    const host = request.headers.host ?? ''
    if (host === `localhost:${port}` || host === `[::1]:${port}`) {
      response.writeHead(307, { location: `http://127.0.0.1:${port}${url}` }).end()
      return
    }
    if (host !== `127.0.0.1:${port}`) return plain(response, 421, `请打开 http://127.0.0.1:${port}/`)
    const ready = parts()
    if (!ready) {
      response.setHeader('retry-after', '2')
      return plain(response, 503, '一户正在启动，请稍候再打开。')
    }
    if (under(url, '/oidc')) return ready.oidc(request, response)
    if (under(url, '/api')) return ready.api(request, response)
    return ready.client(request, response)
  }
  return httpServer(route)
}
