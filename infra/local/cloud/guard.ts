import { Unjudged } from '../../rights/asked.ts'
import { UnknownCondition } from '../../rights/decide.ts'
import { rightsOf } from '../../rights/session.ts'
import { Refusal } from '../table/index.ts'
import type { Caller } from './callers.ts'
import { ground } from './place.ts'

const isAllowedAtTable = (caller: Caller, operation: string, body: unknown): boolean => {
  if (caller.kind !== 'session') return false
  try {
    return rightsOf(caller.role, caller.tags, ground).mayAskTable(operation, body)
  } catch (error) {
    // What cannot be judged is not done: a request of no known form throws a `TypeError`.
    if (error instanceof UnknownCondition || error instanceof Unjudged || error instanceof TypeError)
      return false
    throw error
  }
}

/** An answer of the table engine, to be handed on as it is. */
export type Forwarded = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/**
 * Stands before the table engine: what the policies of the caller's session do not allow is `AccessDeniedException`,
 * everything else is the engine's to answer. `target` = `DynamoDB_20120810.GetItem`.
 */
export const guardTable =
  (engine: string) =>
  async (caller: Caller, target: string, text: string): Promise<Forwarded> => {
    const operation = target.slice(target.indexOf('.') + 1)
    let body: unknown
    try {
      body = JSON.parse(text)
    } catch {
      throw new Refusal('SerializationException', 'The body is not JSON')
    }
    if (!target.startsWith('DynamoDB_20120810.') || !isAllowedAtTable(caller, operation, body))
      throw new Refusal('AccessDeniedException', `User is not authorized to perform: dynamodb:${operation}`)
    const answer = await fetch(engine, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target },
      body: text,
    })
    const kept = ['content-type', 'x-amz-crc32', 'x-amzn-requestid'].flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    return {
      status: answer.status,
      headers: Object.fromEntries(kept),
      body: Buffer.from(await answer.arrayBuffer()),
    }
  }
