import { extname } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

/** Content type of a file by the end of its name. */
export const mediaType = (name: string): string => types[extname(name)] ?? 'application/octet-stream'

/** Whether compressing such a file makes it smaller: fonts and pictures are compressed already. */
export const isCompressible = (type: string): boolean => /^(?:text|application)\/(?!octet)|svg/.test(type)
