import { Agent, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

/**
 * What the platform's own runtime does in the process of a function: loads the handler, then asks for one event after
 * the other and tells what came of each. https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
const { AWS_LAMBDA_RUNTIME_API: api = '', LAMBDA_TASK_ROOT: root = '' } = process.env
const agent = new Agent({ keepAlive: true })
type Handler = (event: unknown, context: object) => Promise<unknown>

const ask = (method: string, path: string, body?: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const [host, port] = api.split(':')
    const options = { agent, host, port, method, path: `/2018-06-01/runtime/${path}` }
    request(options, resolve).once('error', reject).end(body)
  })
const tell = async (path: string, body: string): Promise<void> =>
  void (await ask('POST', path, body)).resume()
const told = (thrown: unknown): string => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  return JSON.stringify({
    errorType: error.name,
    errorMessage: error.message,
    trace: error.stack?.split('\n'),
  })
}

const load = async (): Promise<Handler> => {
  try {
    return (await import(pathToFileURL(join(root, 'index.mjs')).href)).handler
  } catch (error) {
    await tell('init/error', told(error))
    return process.exit(1)
  }
}

const handler = await load()
for (;;) {
  const next = await ask('GET', 'invocation/next')
  const id = String(next.headers['lambda-runtime-aws-request-id'])
  const deadline = Number(next.headers['lambda-runtime-deadline-ms'])
  const context = {
    awsRequestId: id,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    invokedFunctionArn: next.headers['lambda-runtime-invoked-function-arn'],
    getRemainingTimeInMillis: () => deadline - Date.now(),
  }
  try {
    const answer = await handler(JSON.parse(await text(next)), context)
    await tell(`invocation/${id}/response`, JSON.stringify(answer) ?? 'null')
  } catch (error) {
    await tell(`invocation/${id}/error`, told(error))
  }
}
