import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Folder of the Chinese font that the web client brings too, for machines that have none; undefined if left out. */
const folder = (() => {
  try {
    return dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/400.css'))
  } catch {
    return undefined
  }
})()

type File = { readonly type: string; readonly body: Buffer | string }

/**
 * `/font.css` and `/files/<name>.woff2` below the issuer. The font is cut into pieces by character, of which a browser
 * fetches those it needs. It stands first in the style sheet: behind the system's own, Chromium keeps the empty boxes
 * of its first layout even after the pieces are there.
 */
export const fontFile = async (path: string): Promise<File | undefined> => {
  if (!folder) return undefined
  if (path === '/font.css') {
    const css = await readFile(join(folder, '400.css'), 'utf8')
    return { type: 'text/css; charset=utf-8', body: css.replaceAll('url(./files/', 'url(/oidc/files/') }
  }
  const name = /^\/files\/([a-z0-9-]+\.woff2)$/.exec(path)?.[1]
  if (name === undefined) return undefined
  const body = await readFile(join(folder, 'files', name)).catch(() => undefined)
  return body && { type: 'font/woff2', body }
}
