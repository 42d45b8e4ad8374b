import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { headerSets } from '../../../functions/front/headers.ts'
import type { Stage } from '../../stages.ts'
import { siteOf } from './site.ts'

const handler = fileURLToPath(new URL('edge-handler.ts', import.meta.url))

/**
 * The text of the function at the edge (`cloudfront-js-2.0`: no modules, one function called `handler`, at most 10 KB).
 * What the stage tells the client is written into it, so that one build of the client serves every stage.
 */
export const edgeCode = (stage: Stage): string => {
  const { site } = headerSets({ issuer: stage.issuer.url, tls: true })
  const headers = Object.fromEntries(Object.entries(site).map(([name, value]) => [name, { value }]))
  const { outputFiles } = buildSync({
    entryPoints: [handler],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2015',
    define: {
      SITE: JSON.stringify(JSON.stringify(siteOf(stage))),
      HEADERS: JSON.stringify(headers),
    },
  })
  const [text = '', end] = (outputFiles[0]?.text ?? '').split(/^export \{\n {2}handler\n\};\n/m)
  if (end !== '' || !text.includes('function handler('))
    throw new Error('the function at the edge does not end with its one export')
  return text
}
