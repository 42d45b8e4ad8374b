import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda'
import { ulid } from 'ulid'
import type { Problem, ProblemCode } from '../api/contract/index.ts'

/** Status, title and sentence of what the platform's own limits refuse, beside all that Hono refuses. */
const limits = {
  unreadable: [400, 'malformed', '请求无法读取', '请求的地址、标头或内容编码不完整，请刷新页面后重试。'],
  broken: [
    500,
    'internal',
    '系统出错',
    '系统没能完成这次操作，请稍后再试；如果再次出现，请把请求编号告诉管理员。',
  ],
  tooMuch: [
    500,
    'internal',
    '系统出错',
    '结果太大，一次发不回来；请缩小范围（少选一些内容，或分几次查看）后再试。',
  ],
  tooSlow: [
    503,
    'busy',
    '系统繁忙',
    '这次操作用时太久，没有得到结果；请先刷新查看是否已经保存，再决定是否重试。',
  ],
} as const satisfies Readonly<
  Record<string, readonly [status: number, code: ProblemCode, title: string, detail: string]>
>
export type Limit = keyof typeof limits

/** Refuses for a limit; `seen` stands in the line of log. */
export type Refuse = (limit: Limit, seen?: Readonly<Record<string, unknown>>) => Answer

/** The problem document (RFC 9457) of a limit, in the gateway's own shape. One line of log names the same request. */
export const refusing =
  (log: (line: Readonly<Record<string, unknown>>) => void): Refuse =>
  (limit, seen) => {
    const [status, code, title, detail] = limits[limit]
    const requestId = ulid()
    const problem: Problem = { type: `urn:yihu:problem:${code}`, status, code, title, detail, requestId }
    log({ at: new Date().toISOString(), requestId, status, limit, ...seen })
    return {
      statusCode: status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': requestId,
        ...(code === 'busy' && { 'retry-after': '3' }),
      },
      body: JSON.stringify(problem),
      isBase64Encoded: false,
    }
  }
