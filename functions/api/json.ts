import type { HonoRequest } from 'hono'
import { Refused } from '../problem.ts'

/** Bytes that a body may have unless its route says otherwise. */
export const bodyLimit = 256 * 1024
const maxDepth = 40
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

const tooLarge = (limit: number): Refused =>
  new Refused('too-large', `内容超过 ${Math.floor(limit / 1024)} KB，请删减后再提交。`)
const unreadable = (): Refused => new Refused('malformed', '提交的内容不是有效的 JSON，请刷新页面后重试。')

/** Counts what really arrives: `Content-Length` is only what the sender says. */
const readBytes = async (stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    // A sender who goes away in the middle has sent no JSON; that is no error of ours.
    const { done, value } = await reader.read().catch(() => {
      throw unreadable()
    })
    if (done) return Buffer.concat(parts)
    size += value.byteLength
    if (size > limit) {
      await reader.cancel().catch(() => undefined)
      throw tooLarge(limit)
    }
    parts.push(value)
  }
}

/** Throws for nesting over 40 levels and for keys that reach an object's prototype. Goes level by level, no recursion. */
const inspect = (root: unknown): void => {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) throw new Refused('malformed', `内容嵌套超过 ${maxDepth} 层，请减少层次后再提交。`)
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      if (!Array.isArray(value))
        for (const key of Object.keys(value))
          if (forbiddenKeys.has(key))
            throw new Refused('malformed', `内容含有不允许的字段名「${key}」，请去掉后再提交。`)
      for (const inner of Object.values(value)) next.push(inner)
    }
    level = next
  }
}

/** Reads a JSON body. Throws `Refused`: 415 for another type, 413 for too much, 400 for what is no plain JSON. */
export const readJson = async (request: HonoRequest, limit: number): Promise<unknown> => {
  const type = request.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new Refused('unsupported-media', '只接收 JSON 内容，请以 Content-Type: application/json 重新提交。')
  if (!/^(?:identity)?$/i.test(request.header('content-encoding') ?? ''))
    throw new Refused('unsupported-media', '不接收压缩过的内容，请去掉 Content-Encoding 后重新提交。')
  if (Number(request.header('content-length') ?? 0) > limit) throw tooLarge(limit)
  const stream = request.raw.body
  if (!stream) throw unreadable()
  const bytes = await readBytes(stream, limit)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw unreadable()
  }
  inspect(value)
  return value
}
