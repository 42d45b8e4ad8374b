import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from '../front/listen.ts'

/** The largest event, and the largest answer, that a function is given or may give. Bytes. */
export const payloadLimit = 6 * 1024 * 1024

/** How one invocation ended. */
export type Outcome =
  | { readonly kind: 'answer'; readonly payload: string }
  /** It threw, or its process died; `type` is the error's name. */
  | { readonly kind: 'error'; readonly type: string; readonly message: string }
  | { readonly kind: 'timeout' }

/** Milliseconds that a process has until it asks for its first event; they are not the event's. */
const beginLimit = 60_000

type Invocation = {
  readonly id: string
  readonly event: string
  readonly seconds: number
  readonly done: (outcome: Outcome) => void
}

export type RuntimeApi = {
  /** `127.0.0.1:<port>`, as the process finds it in `AWS_LAMBDA_RUNTIME_API`. */
  readonly address: string
  /** Gives the process one event, and so many seconds for it; only when the one before has ended. */
  invoke(event: string, seconds: number): Promise<Outcome>
  /** Ends whatever is under way with this outcome, and takes no more. */
  end(outcome: Outcome): void
  /** Whether it was ended, by us or by a process that could not begin. */
  isOver(): boolean
}

const errorIn = (text: string): Outcome => {
  try {
    const { errorType, errorMessage } = JSON.parse(text) as Record<string, unknown>
    return { kind: 'error', type: String(errorType), message: String(errorMessage) }
  } catch {
    return { kind: 'error', type: 'Unknown', message: '' }
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= payloadLimit) chunks.push(chunk)
  }
  return length <= payloadLimit ? Buffer.concat(chunks).toString() : undefined
}

/**
 * The Lambda Runtime API, as one process of a function sees it: `GET invocation/next` waits for an event, and
 * `POST invocation/<id>/response` or `…/error` ends it. Each process has one of its own, so none can take another's events.
 */
export const runtimeApi = async (arn: string): Promise<RuntimeApi> => {
  let current: Invocation | undefined
  let waiting: ServerResponse | undefined
  let taken = false
  let over: Outcome | undefined
  let timer: NodeJS.Timeout | undefined

  const cutOffAfter = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => end({ kind: 'timeout' }), ms)
  }
  const hand = (): void => {
    if (!waiting || !current || taken) return
    taken = true
    const { id, event, seconds } = current
    cutOffAfter(seconds * 1000)
    waiting.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': id,
      'lambda-runtime-deadline-ms': String(Date.now() + seconds * 1000),
      'lambda-runtime-invoked-function-arn': arn,
      'lambda-runtime-trace-id': `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${id.replaceAll('-', '').slice(0, 24)}`,
    })
    waiting.end(event)
    waiting = undefined
  }
  const settle = (outcome: Outcome): void => {
    clearTimeout(timer)
    const { done } = current ?? {}
    current = undefined
    taken = false
    done?.(outcome)
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, what = ''] = /^\/2018-06-01\/runtime\/(.+)$/.exec(request.url ?? '') ?? []
    if (request.method === 'GET' && what === 'invocation/next') {
      waiting = response
      return hand()
    }
    const body = await bodyOf(request)
    const reply = (status: number): void => {
      const text = JSON.stringify(status < 300 ? { status: 'OK' } : { errorMessage: `${status}` })
      response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    }
    if (request.method === 'POST' && what === 'init/error') {
      reply(202)
      return end(errorIn(body ?? ''))
    }
    const [, id, how] = /^invocation\/([\w-]+)\/(response|error)$/.exec(what) ?? []
    if (request.method !== 'POST' || id === undefined || id !== current?.id || !taken) return reply(400)
    if (body === undefined) {
      reply(413)
      return settle({ kind: 'error', type: 'Function.ResponseSizeTooLarge', message: '' })
    }
    reply(202)
    settle(how === 'error' ? errorIn(body) : { kind: 'answer', payload: body })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  // A process may wait for its next event as long as it likes.
  server.requestTimeout = 0
  const port = await listen(server, 0, () => {})
  const end = (outcome: Outcome): void => {
    over ??= outcome
    settle(over)
    server.close()
    server.closeAllConnections()
  }

  return {
    address: `127.0.0.1:${port}`,
    invoke: (event, seconds) =>
      over
        ? Promise.resolve(over)
        : new Promise((done) => {
            current = { id: randomUUID(), event, seconds, done }
            cutOffAfter(beginLimit)
            hand()
          }),
    end,
    isOver: () => over !== undefined,
  }
}
