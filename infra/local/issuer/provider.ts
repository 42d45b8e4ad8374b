import { type Configuration, Provider } from 'oidc-provider'
import type { IssuerKeys } from '../keys.ts'
import { personOf } from '../people.ts'
import { audience } from '../settings.ts'
import type { Shelf } from './adapter.ts'
import { errorPage, logoutPage } from './pages.ts'

export const clientId = 'web'
const scope = 'openid profile offline_access api'
const hour = 3600
const day = 24 * hour

/**
 * The OIDC issuer of this machine: authorization code with PKCE, access tokens as JWT (`at+jwt`), rotating
 * refresh tokens. It stands in for whatever issuer a stage has; the API trusts only issuer, audience and keys.
 */
export const localProvider = (issuer: string, keys: IssuerKeys, shelf: Shelf): Provider => {
  const origin = new URL(issuer).origin
  const alg = keys.keys[0]?.alg === 'RS256' ? 'RS256' : 'ES256'
  const configuration: Configuration = {
    adapter: shelf.factory,
    jwks: { keys: [...keys.keys] as NonNullable<Configuration['jwks']>['keys'] },
    responseTypes: ['code'],
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        // 'native' would ask for consent at every sign-in.
        application_type: 'web',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${origin}/callback`],
        post_logout_redirect_uris: [origin, `${origin}/`, `${origin}/signed-out`],
        id_token_signed_response_alg: alg,
        scope,
      },
    ],
    scopes: scope.split(' '),
    claims: { profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: {
      keys: [...keys.cookies],
      names: { session: 'op_session', interaction: 'op_interaction', resume: 'op_resume' },
    },
    clientBasedCORS: (_context, candidate) => candidate === origin,
    findAccount: async (_context, subject) => {
      const person = personOf(subject)
      return person && { accountId: subject, claims: async () => ({ sub: subject, name: person.name }) }
    },
    interactions: { url: (_context, interaction) => `/oidc/people/${interaction.uid}` },
    // Everybody here consented by choosing a demo person; every scope must be granted or a consent page appears.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc
      if (!client || !session?.accountId) return undefined
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(scope)
      grant.addResourceScope(audience, 'api')
      await grant.save()
      return grant
    },
    rotateRefreshToken: true,
    // Otherwise offline_access is dropped unless the client asks for consent.
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      IdToken: hour,
      RefreshToken: 14 * day,
      Session: 14 * day,
      Interaction: hour,
      Grant: 14 * day,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = logoutPage(form)
        },
        postLogoutSuccessSource: async (context) => {
          context.redirect('/')
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'api',
          audience,
          accessTokenTTL: hour,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => {
      const person = 'accountId' in token && token.accountId ? personOf(token.accountId) : undefined
      return person ? { name: person.name } : undefined
    },
    renderError: async (context, out) => {
      context.type = 'html'
      context.body = errorPage(out.error, out.error_description)
    },
  }
  // Its name in tokens of every kind; where it answers follows from the request.
  return new Provider(keys.realm, configuration)
}
