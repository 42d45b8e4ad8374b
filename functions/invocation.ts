import middy from '@middy/core'
import type {
  APIGatewayProxyStructuredResultV2 as Answer,
  Context,
  APIGatewayProxyEventV2 as Event,
} from 'aws-lambda'
import type { Hono } from 'hono'
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'
import { arrival } from './gateway/arrival.ts'
import { departure, isBinary } from './gateway/departure.ts'
import { type Refuse, refusing } from './gateway/problem.ts'
import { metricsLog } from './metrics.ts'

/** Milliseconds that are kept to answer before the platform cuts the invocation off without a word. */
const reserve = 500

/** Kind and place of what was thrown. What it says may quote a person's data. */
const described = (thrown: unknown): Readonly<Record<string, unknown>> =>
  thrown instanceof Error
    ? {
        name: thrown.name,
        stack: thrown.stack
          ?.split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 8),
      }
    : { name: typeof thrown }

/**
 * A request of the gateway through the app. What the adapter cannot make a request of never comes to Hono, and what
 * escapes Hono would end the invocation: both are problem documents too.
 */
// biome-ignore lint/suspicious/noExplicitAny: any app
const serve = async (app: Hono<any>, refuse: Refuse, event: Event, context: Context): Promise<Answer> => {
  let arrived = false
  const fetch: typeof app.fetch = (...request) => {
    arrived = true
    return app.fetch(...request)
  }
  try {
    const adapter = handle({ fetch } as unknown as typeof app, { isContentTypeBinary: isBinary })
    // The adapter has types of its own for the very same shapes.
    const request = arrival(event) as unknown as LambdaEvent
    const answer = await adapter(request, context as unknown as LambdaContext)
    return arrived ? departure(answer as Answer, event, refuse) : refuse('unreadable')
  } catch (thrown) {
    return refuse(arrived ? 'broken' : 'unreadable', { error: described(thrown) })
  }
}

/** A Lambda handler of an app. HTTP is Hono's alone; middy owns the invocation: it answers before time runs out. */
// biome-ignore lint/suspicious/noExplicitAny: any app
export const invocation = (app: Hono<any>) => {
  const refuse = refusing(metricsLog(process.env['YIHU_FUNCTION'] ?? 'unnamed'))
  return middy((event: Event, context: Context) => serve(app, refuse, event, context), {
    timeoutEarlyInMillis: reserve,
    timeoutEarlyResponse: () => refuse('tooSlow'),
  })
}
