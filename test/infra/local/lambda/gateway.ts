import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { APIGatewayProxyEventV2WithJWTAuthorizer as Event } from 'aws-lambda'
import { authorizer } from '../../../../infra/local/lambda/gateway/authorizer.ts'
import { gateway } from '../../../../infra/local/lambda/gateway/index.ts'
import type { Outcome } from '../../../../infra/local/lambda/runtime-api.ts'
import { audience, issuer, testIssuer } from './issuer.ts'

export const json = (value: unknown): Outcome => ({ kind: 'answer', payload: JSON.stringify(value) })
const fine = async (): Promise<Outcome> => json({ statusCode: 200, body: 'fine' })

const routes = [
  { method: 'GET', path: '/api/health', isOpen: true },
  { method: 'ANY', path: '/api/things/{thing}', isOpen: false },
  { method: 'ANY', path: '/open/{rest+}', isOpen: true },
]

/** A gateway before functions that only write down what they are sent, and answer as a test tells them. */
export const openGateway = async () => {
  const by = await testIssuer()
  const authorization = `Bearer ${await by.token()}`
  const seen: Event[] = []
  const said: string[] = []
  let answer = fine
  const handle = gateway({
    routes,
    authorize: authorizer({ issuer, audience, keys: by.keys }),
    invoke: async (_, event) => {
      seen.push(JSON.parse(event))
      return answer()
    },
    say: (words) => said.push(words),
    patience: 300,
  })
  const server: Server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`

  return {
    by,
    origin,
    authorization,
    seen,
    said,
    answers: (how: () => Promise<Outcome>) => {
      answer = how
    },
    /** Asks with a good token. */
    ask: (path: string, init: RequestInit = {}) =>
      fetch(`${origin}${path}`, { ...init, headers: { authorization, ...init.headers } }),
    /** Bytes as they are, for what no client would send; the whole answer. */
    raw: (bytes: string): Promise<string> => {
      const socket = connect(port, '127.0.0.1')
      socket.write(bytes)
      return text(socket)
    },
    forget: () => {
      seen.length = 0
      said.length = 0
      answer = fine
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
export type OpenGateway = Awaited<ReturnType<typeof openGateway>>
