import type { Context } from 'hono'
import { Refused } from '../problem.ts'
import { BlobTooLarge, Busy, Conflict, isPassing } from '../store/index.ts'
import type { Problem, ProblemCode } from './contract/index.ts'

/** Status and title of every code there is. */
export const problems: { readonly [code in ProblemCode]: readonly [status: number, title: string] } = {
  malformed: [400, '请求无法读取'],
  unauthenticated: [401, '需要登录'],
  forbidden: [403, '没有权限'],
  'not-found': [404, '没有找到'],
  'method-not-allowed': [405, '不支持这种操作'],
  conflict: [409, '与现有资料冲突'],
  'release-too-old': [409, '所用配置版本已过期'],
  stale: [412, '资料已被他人更新'],
  'too-large': [413, '内容过大'],
  'unsupported-media': [415, '内容格式不支持'],
  invalid: [422, '有内容需要更正'],
  'key-reused': [422, '编号已用于另一份内容'],
  'check-failed': [422, '配置检查未通过'],
  'precondition-required': [428, '缺少修订号'],
  busy: [503, '系统繁忙'],
  internal: [500, '系统出错'],
}

const stale = '这份资料在您打开之后已被他人保存，请刷新后核对差异，再重新提交。'

/** What an error means to the person who asked. Everything unknown is `internal`, and its text stays in the log. */
export const refusalOf = (error: unknown): Refused => {
  if (error instanceof Refused) return error
  if (error instanceof Busy)
    return new Refused('busy', '同一份资料正有多人在保存，请稍等几秒再试；您填写的内容没有丢失。')
  if (error instanceof BlobTooLarge)
    return new Refused('too-large', '这份文件压缩后超过 300 KB，请拆分或删减后再保存。')
  if (error instanceof Conflict) {
    const rev = error.existing?.['rev']
    if (error.expected === 'rev' && error.existing)
      return new Refused('stale', stale, typeof rev === 'number' ? { rev } : {})
    if (error.expected === 'absent') return new Refused('conflict', '同一编号的资料已经存在，请刷新后核对。')
    return new Refused('conflict', '这份资料刚刚被改动或删除，请刷新后再试。')
  }
  if (isPassing(error))
    return new Refused('busy', '数据库暂时没有响应，请稍等几秒再试；您填写的内容没有丢失。')
  return new Refused('internal', '系统没能完成这次操作，请稍后再试；如果再次出现，请把请求编号告诉管理员。')
}

const headersOf = ({ code, rev }: Refused): Record<string, string> => ({
  ...(code === 'unauthenticated' && { 'WWW-Authenticate': 'Bearer' }),
  ...(code === 'busy' && { 'Retry-After': '3' }),
  ...(rev !== undefined && { ETag: `"${rev}"` }),
})

/** The problem document (RFC 9457) of a refusal. */
export const problemResponse = (c: Context, refused: Refused): Response => {
  const [status, title] = problems[refused.code]
  const problem: Problem = {
    type: `urn:yihu:problem:${refused.code}`,
    status,
    code: refused.code,
    title,
    detail: refused.detail,
    requestId: c.get('requestId') ?? '',
    ...(refused.errors && { errors: refused.errors }),
    ...(refused.rev !== undefined && { rev: refused.rev }),
  }
  // What a handler had already said of its answer is not true of this one.
  c.header('ETag', undefined)
  c.header('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(headersOf(refused))) c.header(name, value)
  c.header('Content-Type', 'application/problem+json; charset=utf-8')
  return c.body(JSON.stringify(problem), status as 400)
}
