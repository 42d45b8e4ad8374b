import { posix } from 'node:path'

/** Nothing runs or loads but what this origin serves; no inline script, no inline style sheet, no foreign frame. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** Set on every answer of the local server, whatever part gives it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
}

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

const designerPage: Readonly<Record<string, string>> = {
  'content-security-policy': designerPolicy,
  'x-frame-options': 'SAMEORIGIN',
}

/** An origin of nobody's may read a module script only with leave. They are public files without any secret. */
const designerFile: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' }

/**
 * What is sent otherwise for the page of the form builder and for its files; nothing for every other address. The
 * address is read as the folder is, so that no other spelling of it gets the page without its policy.
 */
export const headersOf = (url: string): Readonly<Record<string, string>> => {
  try {
    const path = posix.normalize(decodeURIComponent(url.split(/[?#]/)[0] ?? ''))
    if (path === '/designer/index.html') return designerPage
    return path.startsWith('/designer/assets/') ? designerFile : {}
  } catch {
    return {}
  }
}
