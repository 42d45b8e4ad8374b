import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import type { Me } from '../../functions/api/contract/index.ts'
import { people } from '../../infra/local/people.ts'
import { ask, environment, read, system, token } from './running.ts'
import { authorization, browser, exchange, signIn } from './sign-in.ts'
import { run } from './system.ts'

/** What must hold of the issuer, on the system that the file which calls this has started. */
export const signingIn = (): void => {
  test('discovery names the issuer where it is', async () => {
    const found = await (await fetch(`${system.origin}/oidc/.well-known/openid-configuration`)).json()
    expect(found).toMatchObject({
      issuer: `${system.origin}/oidc`,
      token_endpoint: `${system.origin}/oidc/token`,
      code_challenge_methods_supported: ['S256'],
    })
  })

  test('as a demo person gives a token that the API takes', async () => {
    const { access_token: access, id_token: id } = await signIn(system.origin, '341700.worker')
    expect(decodeProtectedHeader(access)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    expect(decodeJwt(access)).toMatchObject({ sub: '341700.worker', aud: 'urn:yihu:api' })
    expect(decodeJwt(id)).toMatchObject({ name: '江一帆', iss: `${system.origin}/oidc` })
    const me = await read<Me>('/me', '', access)
    expect(me).toMatchObject({ subject: '341700.worker', name: '江一帆' })
    expect(me.memberships).toMatchObject([{ kind: 'city', code: '341700', name: '池州市' }])
  })

  test('a refresh token works once', async () => {
    const { refresh_token: first } = await signIn(system.origin, '349901.admin')
    const renewed = await exchange(system.origin, { grant_type: 'refresh_token', refresh_token: first })
    expect(renewed.status).toBe(200)
    const { access_token: access } = (await renewed.json()) as { access_token: string }
    expect((await ask('/me', '', access)).status).toBe(200)
    const again = await exchange(system.origin, { grant_type: 'refresh_token', refresh_token: first })
    expect(await again.json()).toMatchObject({ error: 'invalid_grant' })
  })

  test('without PKCE, or to another address, is refused', async () => {
    const { go } = browser(system.origin)
    const plain = await go(authorization(system.origin))
    expect(new URL(plain.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request')
    const away = await go(authorization(system.origin, { redirect_uri: 'https://elsewhere.test/callback' }))
    expect(away.status).toBe(400)
    expect(await away.text()).toContain('登录没有完成')
  })

  test('the list of people answers only the browser that asked, and only for people on it', async () => {
    const { go } = browser(system.origin)
    const asked = await go(
      authorization(system.origin, { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }),
    )
    const list = asked.headers.get('location') ?? ''
    expect((await browser(system.origin).go(list, { subject: '341700.admin' })).status).toBe(400)
    expect((await go(list, { subject: 'somebody' })).status).toBe(422)
    expect((await go(list, { subject: 'x'.repeat(9000) })).status).toBe(422)
    expect((await go(list, { subject: '341700.admin' })).status).toBe(303)
  })

  test('somebody without a membership may sign in and open nothing', async () => {
    const { access_token: access } = await signIn(system.origin, '000000.visitor')
    expect(await (await ask('/me', '', access)).json()).toMatchObject({ memberships: [] })
    expect((await ask('/cities/341700/tasks/mine', '', access)).status).toBe(404)
  })

  test('out asks once, ends the session, and the next sign-in shows the list again', async () => {
    const own = browser(system.origin)
    const { id_token: hint } = await signIn(system.origin, '341700.worker', own)
    const challenge = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }
    const again = await own.go(authorization(system.origin, challenge))
    expect(again.headers.get('location')).toContain('/callback?code=')

    const back = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: `${system.origin}/` })
    const page = await (await own.go(`/oidc/session/end?${back}`)).text()
    expect(page).toContain('确认退出')
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const out = await own.go('/oidc/session/end/confirm', { xsrf, logout: 'yes' })
    expect(out.headers.get('location')).toMatch(new RegExp(`^${system.origin}/(\\?|$)`))
    const next = await own.go(authorization(system.origin, challenge))
    expect(next.headers.get('location')).toContain('/oidc/people/')
  })

  test('the token command prints a token and nothing else; for an unknown person the list', async () => {
    expect(await token('341700.admin')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    const { said, over } = run('infra/local/token.ts', ['341700.nobody'], environment)
    expect(await over).toBe(1)
    for (const { subject } of people) expect(said()).toContain(subject)
  })
}
