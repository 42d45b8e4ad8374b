import { createHash, randomBytes } from 'node:crypto'

export type Tokens = {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly token_type: string
}

/** A browser with cookies and nothing else; it follows no redirect by itself. */
export const browser = (origin: string) => {
  const cookies = new Map<string, string>()
  const go = async (path: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (pair.slice(at + 1) === '') cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  return { go }
}

export const authorization = (origin: string, more: Readonly<Record<string, string>> = {}): string =>
  `/oidc/auth?${new URLSearchParams({
    client_id: 'web',
    redirect_uri: `${origin}/callback`,
    response_type: 'code',
    scope: 'openid profile offline_access api',
    resource: 'urn:yihu:api',
    state: 's1',
    ...more,
  })}`

/** Signs in by choosing a person, as the web client does: code with PKCE. */
export const signIn = async (origin: string, subject: string, { go } = browser(origin)): Promise<Tokens> => {
  const verifier = randomBytes(32).toString('base64url')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const asked = await go(authorization(origin, { code_challenge: challenge, code_challenge_method: 'S256' }))
  let at = asked.headers.get('location') ?? ''
  const picker = await go(at)
  if (picker.status !== 200) throw new Error(`the list of people answered ${picker.status}`)
  let answer = await go(at, { subject })
  for (at = answer.headers.get('location') ?? ''; !new URL(at, origin).pathname.startsWith('/callback'); ) {
    answer = await go(at)
    at = answer.headers.get('location') ?? ''
    if (at === '') throw new Error(`sign-in ended with ${answer.status}`)
  }
  const code = new URL(at, origin).searchParams.get('code') ?? ''
  const response = await exchange(origin, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${origin}/callback`,
    code_verifier: verifier,
  })
  if (response.status !== 200) throw new Error(`no token: ${await response.text()}`)
  return (await response.json()) as Tokens
}

export const exchange = (origin: string, form: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(`${origin}/oidc/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'web', ...form }) })
