import type { Site } from '../api/contract/index.ts'

const has = (value: unknown, ...names: readonly string[]): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string')

/** Reads what a function is told of its place (`YIHU_SITE`, JSON). Throws at the start where something is missing. */
export const siteFrom = (text: string | undefined): Site => {
  const told: unknown = JSON.parse(text ?? 'null')
  if (has(told, 'stage') && has(told['signIn'], 'issuer', 'client', 'audience'))
    return told as unknown as Site
  throw new Error('YIHU_SITE must say the stage and, under signIn, issuer, client and audience')
}
