import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Answer } from '../front/node.ts'

/** Bytes of all headers of a request together. */
const maxHeaderSize = 16 * 1024
/** Milliseconds for the headers, and for the whole of a request, to arrive. A slow line may need half a minute. */
const headersTimeout = 10_000
const requestTimeout = 60_000
/** Longer than load balancers keep a connection that nobody uses, or they send into one that just closed. */
const keepAliveTimeout = 75_000
const maxConnections = 5000

export const plain = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/** Whether an address lies at or below a path. */
export const under = (url: string, root: string): boolean =>
  url === root || url.startsWith(`${root}/`) || url.startsWith(`${root}?`)

/**
 * An HTTP server with bounds. What escapes `answer` is answered as a fault of ours, and said by its kind: the address
 * may name what nobody but the sender should know.
 */
export const httpServer = (answer: Answer): Server => {
  const server = createServer(
    { maxHeaderSize, headersTimeout, requestTimeout, keepAliveTimeout },
    (request: IncomingMessage, response: ServerResponse) => {
      const faulted = (error: unknown): void => {
        const name = error instanceof Error ? error.name : 'unknown'
        console.error(JSON.stringify({ failed: { method: request.method }, error: name }))
        if (response.headersSent) response.destroy()
        else plain(response, 500, '服务出错，请稍后再试；如果再次出现，请告诉管理员。')
      }
      try {
        Promise.resolve(answer(request, response)).catch(faulted)
      } catch (error) {
        faulted(error)
      }
    },
  )
  server.maxConnections = maxConnections
  return server
}

/** Takes no more connections, lets every request that runs be answered, and resolves when the last one is. */
export const drain = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((done) => server.close(() => done()))
  // A connection that is kept open for more requests goes as soon as its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await closed
  clearInterval(sweep)
}
