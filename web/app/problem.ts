import type { Problem } from '../../functions/api/contract/index.ts'

/** The API answered with a problem document; its `detail` is a Chinese sentence that can be shown as it is. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** No answer at all: no network, or the server is away. */
export class Unreachable extends Error {
  constructor() {
    super('现在没有网络')
    this.name = 'Unreachable'
  }
}

/** What an answer that is no problem document (a proxy's page, say) is turned into. */
export const unknownProblem = (status: number): Problem => ({
  type: 'about:blank',
  status,
  code: status === 404 ? 'not-found' : status >= 500 ? 'internal' : 'malformed',
  title: '服务器没有正常回答',
  detail: `服务器没有正常回答（${status}），请稍后重试。`,
  requestId: '',
})

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem
