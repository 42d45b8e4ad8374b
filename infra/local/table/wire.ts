import { Refusal } from './refusal.ts'

const streamOperations = ['ListStreams', 'DescribeStream', 'GetShardIterator', 'GetRecords']

/**
 * Calls one operation over the wire, unsigned: for jobs and tests on this machine.
 * Throws `Refusal` with the kind, message and details that came back.
 */
export async function wireCall<T = Record<string, unknown>>(
  endpoint: string,
  operation: string,
  body: object,
): Promise<T> {
  const service = streamOperations.includes(operation) ? 'DynamoDBStreams' : 'DynamoDB'
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${service}_20120810.${operation}`,
    },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Record<string, unknown>
  if (response.ok) return answer as T
  const { __type: type, message, Message, ...details } = answer
  const kind = String(type).replace(/^.*#/, '')
  throw new Refusal(kind, String(message ?? Message ?? ''), details, response.status)
}
