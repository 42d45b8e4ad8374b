import type { Problem, ProblemCode } from '../../functions/api/contract/index.ts'
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

/** Statuses of a throttle, of a function too many, of a proxy that waited in vain: the same may go well in a moment. */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504])

const codeOf = (status: number): ProblemCode => {
  if (passing.has(status)) return 'busy'
  if (status === 401) return 'unauthenticated'
  if (status === 404) return 'not-found'
  if (status === 413) return 'too-large'
  // A firewall's 403 says nothing about a person's role, and a 200 without an answer nothing at all.
  return status >= 500 || status === 403 || status < 400 ? 'internal' : 'malformed'
}

const detailOf = (status: number, code: ProblemCode): string => {
  if (status === 429) return i18next.t('tooMany')
  if (code === 'busy') return i18next.t('overloaded')
  if (code === 'unauthenticated') return i18next.t('sessionOver')
  return code === 'too-large' ? i18next.t('tooLarge') : i18next.t('noAnswer', { status })
}

/**
 * What an answer that the API did not write is turned into: the gateway's own `{"message":"Too Many Requests"}`, a
 * proxy's page. The API never saw the request, or could not say what became of it.
 */
export const unknownProblem = (status: number): Problem => {
  const code = codeOf(status)
  const detail = detailOf(status, code)
  return { type: 'about:blank', status, code, title: i18next.t('failed'), detail, requestId: '' }
}

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem
