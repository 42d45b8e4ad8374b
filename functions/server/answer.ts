import { getRequestListener } from '@hono/node-server'
import { createApi } from '../api/app.ts'
import { headersFor } from '../front/headers.ts'
import type { Answer } from '../front/node.ts'
import { clientFiles } from '../front/node.ts'
import { refusing } from '../gateway/problem.ts'
import type { Ground } from './ground.ts'
import { under } from './http.ts'
import type { Settings } from './settings.ts'

/** Milliseconds after which somebody who waits is told so. The same as in the cloud. */
const patience = 27_500

const refuse = refusing((line) => console.log(JSON.stringify(line)))

/** An answer of the API, or after a time the sentence that there is none yet. What was begun goes on to its end. */
const timely = async (answer: Response | Promise<Response>): Promise<Response> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Response>((tell) => {
    timer = setTimeout(() => {
      const { statusCode: status = 503, headers, body } = refuse('tooSlow')
      tell(new Response(body ?? '', { status, headers: headers as Record<string, string> }))
    }, patience)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The API and the web client behind one address, with the strict headers on every answer. */
export const answerOf = (set: Settings, { link, ring }: Ground): Answer => {
  const { YIHU_ISSUER: issuer, YIHU_AUDIENCE: audience } = set
  const app = createApi({ issuer, audience, keys: set.YIHU_JWKS, link, ring, packs: set.YIHU_PACKS })
  const api = getRequestListener((request) => timely(app.fetch(request)), { overrideGlobalObjects: false })
  const client = clientFiles(set.YIHU_WEB, {
    stage: set.YIHU_STAGE,
    ...(set.YIHU_ICP !== undefined && { icp: set.YIHU_ICP }),
    signIn: { issuer, client: set.YIHU_CLIENT, audience },
  })
  const headersAt = headersFor({ issuer, tls: true })
  return (request, response) => {
    const url = request.url ?? '/'
    for (const [name, value] of Object.entries(headersAt(url))) response.setHeader(name, value)
    return under(url, '/api') ? api(request, response) : client(request, response)
  }
}
