import { posix } from 'node:path'

/** Where pages are served, as far as their headers depend on it. */
export type HeaderPlace = {
  /** Address of the issuer; absent where it has the same origin as the pages. */
  readonly issuer?: string
  /** Whether browsers may be told to come over TLS alone. */
  readonly tls?: boolean
}

export type Headers = Readonly<Record<string, string>>

/** Nothing runs or loads but what this origin serves; no inline script, no inline style sheet, no foreign frame. */
const sitePolicy = (issuer?: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Tokens are fetched from the issuer by the page itself.
    issuer === undefined ? "connect-src 'self'" : `connect-src 'self' ${new URL(issuer).origin}`,
    "worker-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')

/**
 * The page of the form builder draws definitions that somebody wrote. It stands in a frame of the studio with an origin
 * of its own (`sandbox`, also when it is opened by itself), runs its own files alone and speaks to no server at all.
 */
const designerPolicy = [
  'sandbox allow-scripts allow-forms',
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // A few of the builder's own drawings carry an inline style; style sheets still come from here alone.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The strict headers, once: `site` for every address, whatever part answers, `designerPage` and `designerFile` for the
 * page of the form builder and for its files. Each is the whole set for its address, by names in lower case.
 */
export const headerSets = ({ issuer, tls = false }: HeaderPlace = {}) => {
  const site: Headers = {
    'content-security-policy': sitePolicy(issuer),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
    ...(tls && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
  const designerPage: Headers = {
    ...site,
    'content-security-policy': designerPolicy,
    'x-frame-options': 'SAMEORIGIN',
  }
  // An origin of nobody's may read a module script only with leave. They are public files without any secret.
  const designerFile: Headers = { ...site, 'access-control-allow-origin': '*' }
  return { site, designerPage, designerFile } as const
}

/** The two addresses that have headers of their own, as the content network matches them too. */
export const designerPaths = { page: '/designer/index.html', files: '/designer/assets/' } as const

/**
 * Says for any address which headers its answer has. The address is read as the folder is, so that no other spelling of
 * the builder's page gets it without its policy.
 */
export const headersFor = (place: HeaderPlace = {}): ((url: string) => Headers) => {
  const sets = headerSets(place)
  return (url) => {
    try {
      const path = posix.normalize(decodeURIComponent(url.split(/[?#]/)[0] ?? ''))
      if (path === designerPaths.page) return sets.designerPage
      return path.startsWith(designerPaths.files) ? sets.designerFile : sets.site
    } catch {
      return sets.site
    }
  }
}
