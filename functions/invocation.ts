import middy from '@middy/core'
import type { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { ulid } from 'ulid'
import type { Problem } from './api/contract/index.ts'

/** Milliseconds that are kept to answer before the platform cuts the invocation off without a word. */
const reserve = 500

const tooSlow = () => {
  const problem: Problem = {
    type: 'urn:yihu:problem:busy',
    status: 503,
    code: 'busy',
    title: '系统繁忙',
    detail: '这次操作用时太久，没有得到结果；请先刷新查看是否已经保存，再决定是否重试。',
    requestId: ulid(),
  }
  return {
    statusCode: 503,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '3',
    },
    body: JSON.stringify(problem),
    isBase64Encoded: false,
  }
}

/** A Lambda handler of an app. HTTP is Hono's alone; middy owns the invocation: it answers before time runs out. */
// biome-ignore lint/suspicious/noExplicitAny: any app
export const invocation = (app: Hono<any>) =>
  middy(handle(app), { timeoutEarlyInMillis: reserve, timeoutEarlyResponse: tooSlow })
