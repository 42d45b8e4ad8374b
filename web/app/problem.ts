import type { Problem } from '../../functions/api/contract/index.ts'
import { i18next } from './i18n.ts'

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
    super(i18next.t('offline'))
    this.name = 'Unreachable'
  }
}

/** What an answer that is no problem document (a proxy's page, say) is turned into. */
export const unknownProblem = (status: number): Problem => ({
  type: 'about:blank',
  status,
  code: status === 404 ? 'not-found' : status >= 500 ? 'internal' : 'malformed',
  title: i18next.t('failed'),
  detail: i18next.t('noAnswer', { status }),
  requestId: '',
})

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem
