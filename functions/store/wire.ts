import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** One request as it leaves for the table. */
export type WireCall = {
  readonly op: string
  /** Every partition key that the request names, of the table and of the index. */
  readonly partitions: readonly string[]
  readonly body: unknown
}

const partitionNames = new Set(['pk', ':pk', 'gsi1pk'])

const partitionsIn = (body: unknown): string[] => {
  if (typeof body !== 'object' || body === null) return []
  if (Array.isArray(body)) return body.flatMap(partitionsIn)
  return Object.entries(body).flatMap(([name, inner]) =>
    partitionNames.has(name) && typeof inner?.S === 'string' ? [inner.S] : partitionsIn(inner),
  )
}

/** Reports the serialised requests of a client: what is recorded is what was sent, not what was meant. */
export const watchWire = (client: DynamoDBClient, report: (call: WireCall) => void): void => {
  client.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { headers: Record<string, string>; body: string | Uint8Array }
      const target = request.headers['x-amz-target'] ?? ''
      const text = typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body)
      const body = JSON.parse(text)
      report({ op: target.slice(target.indexOf('.') + 1), partitions: partitionsIn(body), body })
      return next(args)
    },
    { step: 'build', name: 'watchWire', priority: 'low' },
  )
}
