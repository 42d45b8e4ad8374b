import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** An HTTP server of this process at a free port. */
export const listening = async (answer: (origin: string) => Answer) => {
  let handle: Answer | undefined
  const server = createServer((request, response) => void handle?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  handle = answer(origin)
  const stop = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { origin, stop }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * An issuer as a stage has one: at another origin than the pages, and it lets every origin ask. It asks nobody anything
 * and signs in whoever comes. `asked`: what the client said at the last sign-in.
 */
export const foreignIssuer = async (person: { readonly subject: string; readonly name: string }) => {
  const asked = new URLSearchParams()
  const { origin, stop } = await listening((issuer) => async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    response.setHeader('access-control-allow-origin', '*')
    const json = (value: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration')
      return void json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        end_session_endpoint: `${issuer}/end`,
        code_challenge_methods_supported: ['S256'],
      })
    if (url.pathname === '/authorize') {
      for (const [name, value] of url.searchParams) asked.set(name, value)
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.searchParams.set('code', 'code')
      back.searchParams.set('state', asked.get('state') ?? '')
      return void response.writeHead(302, { location: back.href }).end()
    }
    if (url.pathname === '/token') {
      const now = Math.floor(Date.now() / 1000)
      const claims = { iss: issuer, aud: asked.get('client_id'), sub: person.subject, name: person.name }
      return void json({
        access_token: 'token-of-the-issuer',
        id_token: `${part({ alg: 'ES256' })}.${part({ ...claims, iat: now, exp: now + 3600 })}.c2ln`,
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'openid profile api',
      })
    }
    response.writeHead(404).end()
  })
  return { origin, asked, stop }
}
