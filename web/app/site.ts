import type { Site } from '../../functions/api/contract/index.ts'

const KEY = 'yihu.site'
/** How long a slow network may hold up the first screen where the place is remembered, ms. */
const PATIENCE = 3_000

let known: Site | undefined

const remembered = (): Site | undefined => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

const remember = (site: Site): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(site))
  } catch {
    // Asked for anew at the next start.
  }
}

async function fetched(signal: AbortSignal | null): Promise<Site> {
  const answer = await fetch('/site.json', { signal })
  const told: unknown = answer.ok ? await answer.json() : undefined
  if (typeof told !== 'object' || told === null || !('signIn' in told))
    throw new Error(`/site.json: ${answer.status}`)
  return told as Site
}

/**
 * Where this client runs and whom it signs in with. It is asked of the server at every start; without a network what
 * the server said last time holds, so that a device that has been here before still opens. Rejects if neither knows.
 */
export async function readSite(): Promise<Site> {
  if (known) return known
  const last = remembered()
  try {
    known = await fetched(last ? AbortSignal.timeout(PATIENCE) : null)
    remember(known)
  } catch (error) {
    if (!last) throw error
    known = last
  }
  return known
}

/** The filing number to show, once the place is known. */
export const icpNumber = (): string | undefined => known?.icp
