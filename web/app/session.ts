import { ErrorResponse, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { useSyncExternalStore } from 'react'
import { wipeDevice } from './device.ts'
import { readSite } from './site.ts'

export type Session =
  | { readonly status: 'out' }
  /** The issuer ended the session; drafts stay until somebody signs in or out. */
  | { readonly status: 'ended'; readonly subject: string }
  | { readonly status: 'in'; readonly issuer: string; readonly subject: string; readonly name: string }

const { origin } = window.location

/** Tokens live in sessionStorage: a reload keeps them, a closed tab does not. */
async function makeManager(): Promise<UserManager> {
  const { issuer, client, audience } = (await readSite()).signIn
  const manager = new UserManager({
    authority: issuer.startsWith('/') ? origin + issuer : issuer,
    client_id: client,
    redirect_uri: `${origin}/callback`,
    post_logout_redirect_uri: `${origin}/`,
    response_type: 'code',
    scope: 'openid profile offline_access api',
    resource: audience,
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: true,
    monitorSession: false,
  })
  manager.events.addUserLoaded((user) => change(signedIn(user)))
  manager.events.addAccessTokenExpired(() => void renewSession())
  return manager
}

let making: Promise<UserManager> | undefined
/** Made once the place is known. Where it is not known yet, the next who asks tries again. */
const managed = (): Promise<UserManager> => {
  making ??= makeManager().catch((error: unknown) => {
    making = undefined
    throw error
  })
  return making
}

let session: Session = { status: 'out' }
const listeners = new Set<() => void>()
const change = (next: Session) => {
  session = next
  for (const listener of listeners) listener()
}

const signedIn = (user: User): Session => ({
  status: 'in',
  issuer: user.profile.iss,
  subject: user.profile.sub,
  name: user.profile.name ?? user.profile.sub,
})

const end = () => {
  if (session.status === 'in') change({ status: 'ended', subject: session.subject })
}

/** Reads what the tab remembers. Call once, before the first render. */
export async function startSession(): Promise<void> {
  const user = await managed()
    .then((manager) => manager.getUser())
    .catch(() => null)
  if (!user) return
  change(signedIn(user))
  if (user.expired) await renewSession()
}

let renewal: Promise<boolean> | undefined

async function renew(): Promise<boolean> {
  const manager = await managed()
  const user = await manager.getUser()
  if (user?.refresh_token) return (await manager.signinSilent()) !== null
  // Without a refresh token the library would try a hidden frame, which the server's policy forbids.
  end()
  return false
}

/** Takes new tokens with the refresh token. `false`: the session is over (or there is no network, then it stays). */
export function renewSession(): Promise<boolean> {
  renewal ??= renew()
    .catch((error: unknown) => {
      // Only the issuer's own no ends the session: without a network nothing is known about it, so it stays.
      if (error instanceof ErrorResponse) end()
      return false
    })
    .finally(() => {
      renewal = undefined
    })
  return renewal
}

export async function accessToken(): Promise<string | undefined> {
  const manager = await managed().catch(() => undefined)
  const user = await manager?.getUser()
  if (!manager || !user) return undefined
  if (!user.expired) return user.access_token
  return (await renewSession()) ? (await manager.getUser())?.access_token : user.access_token
}

/** Leaves for the issuer and comes back to `returnTo` (a path of this site). */
export const signIn = async (returnTo: string): Promise<void> =>
  (await managed()).signinRedirect({ state: { returnTo } })

/** Ends a sign-in at `/callback`. @returns the path to go on to; only ever one of this site. */
export async function finishSignIn(): Promise<string> {
  const user = await (await managed()).signinRedirectCallback()
  change(signedIn(user))
  const state: unknown = user.state
  const path = typeof state === 'object' && state !== null && 'returnTo' in state ? state.returnTo : '/'
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/'
}

/** Wipes what this device kept, forgets the tokens and ends the issuer's session too. */
export async function signOut(): Promise<void> {
  await wipeDevice()
  const manager = await managed()
  await manager.signoutRedirect().catch(async () => {
    await manager.removeUser()
    window.location.assign('/')
  })
}

export const useSession = (): Session =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => session,
  )
