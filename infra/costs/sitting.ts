import { gunzipSync } from 'node:zlib'
import { invocation } from '../../functions/invocation.ts'
import { withMetrics } from '../../functions/metrics.ts'
import type { Instance, Place } from './place.ts'

/** What one request took. */
export type Step = {
  readonly who: string
  /** `POST /api/cities/:city/households`. */
  readonly route: string
  readonly rcu: number
  readonly wcu: number
  readonly trips: number
  /** Bytes that left: the body as the gateway sends it, and headers. */
  readonly bytes: number
  /** Bytes of the function's own line of log. */
  readonly log: number
}

type Line = Pick<Step, 'rcu' | 'wcu' | 'trips'> & { readonly method: string; readonly route: string }
type Answer = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded: boolean
}
type Handler = (event: object, context: object) => Promise<Answer>

/** Asks for `path`, with a body or with nothing but `POST`. Answers with the JSON, and throws for a refusal. */
// biome-ignore lint/suspicious/noExplicitAny: ids are read out of answers of every shape
export type Asking = (path: string, sent?: object | null) => Promise<any>

/**
 * One person sits down: a function that has just started answers every request, through the same adapter as in the
 * cloud. `sent` = `null` posts nothing.
 */
export const sitDown = async (
  place: Place,
  who: string,
): Promise<{ readonly ask: Asking; readonly steps: readonly Step[]; readonly instance: Instance }> => {
  const instance = place.start()
  const handler = invocation(instance.app) as unknown as Handler
  const authorization = `Bearer ${await place.token(who)}`
  const steps: Step[] = []

  const ask: Asking = async (path, sent) => {
    const { statusCode, headers, body, isBase64Encoded } = await handler(
      {
        version: '2.0',
        rawPath: `/api${path}`,
        rawQueryString: '',
        headers: {
          authorization,
          'accept-encoding': 'gzip',
          ...(sent && { 'content-type': 'application/json' }),
        },
        requestContext: {
          http: { method: sent === undefined ? 'GET' : 'POST' },
          domainName: 'yihu.test',
          stage: '$default',
        },
        ...(sent ? { body: JSON.stringify(sent) } : {}),
        isBase64Encoded: false,
      },
      { getRemainingTimeInMillis: () => 20_000 },
    )
    const packed = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
    if (statusCode >= 400) throw new Error(`${who} ${path}: ${statusCode} ${packed}`)
    const line = instance.lines.at(-1) as Line
    // Two digits of milliseconds: how long it took on this machine is not what is measured.
    const logged = JSON.stringify(withMetrics('city', { ...line, ms: 10 }))
    steps.push({
      who,
      route: `${line.method} ${line.route}`,
      rcu: line.rcu,
      wcu: line.wcu,
      trips: line.trips,
      bytes: packed.length + Buffer.byteLength(JSON.stringify(headers)),
      log: Buffer.byteLength(logged) + 1,
    })
    const plain = headers['content-encoding'] === 'gzip' ? gunzipSync(packed) : packed
    return JSON.parse(plain.toString())
  }
  return { ask, steps, instance }
}
