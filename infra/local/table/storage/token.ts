import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'

const window = 10 * 60 * 1000

/** True when this very transaction was committed under the token in the last ten minutes; another one is refused. */
export function readToken(engine: Engine, token: string | undefined, digest: string): boolean {
  if (token === undefined) return false
  const known = engine.db.first<{ digest: string }>(
    'SELECT digest FROM tokens WHERE token = ? AND at >= ?',
    token,
    engine.clock() - window,
  )
  if (known === undefined) return false
  if (known.digest === digest) return true
  throw new Refusal(
    'IdempotentParameterMismatchException',
    'The request uses the same client token as a previous, but non-identical request. ' +
      'Do not reuse a client token with different requests, unless the requests are identical',
  )
}

export function rememberToken(engine: Engine, token: string | undefined, digest: string): void {
  if (token === undefined) return
  engine.db.run(
    'INSERT OR REPLACE INTO tokens (token, at, digest) VALUES (?, ?, ?)',
    token,
    engine.clock(),
    digest,
  )
}

/** Forgets the tokens whose ten minutes are over. */
export function trimTokens(engine: Engine): void {
  engine.db.run('DELETE FROM tokens WHERE at < ?', engine.clock() - window)
}
