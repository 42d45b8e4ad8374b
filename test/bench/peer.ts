import { Processors, processSync } from '@formio/core/process'
import { Evaluator } from '@formio/core/utils'
import type { BenchCase } from './engine-cases.ts'

/** What one side found: where it saw errors, and the cleaned answers. */
export type Found = { readonly errors: readonly string[]; readonly answers: unknown }

/** Everything one run of the peer needs. It writes into form and answers, so each run has its own. */
export type PeerInput = {
  readonly components: unknown
  data: unknown
  readonly scope: { errors?: readonly { readonly context: { readonly path: string } }[] }
}

/** Copies form and answers for one run; callers leave this out of what they measure. */
export const peerInput = ({ definition, answers }: BenchCase): PeerInput => {
  const components = structuredClone(definition.components)
  const data = structuredClone(answers)
  return Object.assign(
    { form: { ...definition, components }, submission: { data }, components, data },
    { processors: Processors, scope: {}, config: { server: true } },
  )
}

/** One run of `@formio/core`: all its processors, synchronous (its quicker form), no script ever run. */
export const runPeer = (input: PeerInput): Found => {
  Evaluator.noeval = true
  processSync(input as never)
  return { errors: (input.scope.errors ?? []).map(({ context }) => context.path), answers: input.data }
}
