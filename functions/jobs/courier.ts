import { inBatches, type StreamHandler, type StreamJob, streamFunction } from './batch.ts'
import { deliver } from './deliver.ts'
import { type Letter, letterOf } from './letter.ts'
import type { JobDeps } from './report.ts'

const job = ({ link, failed }: JobDeps): StreamJob<Letter> => ({
  name: 'courier',
  changeOf: letterOf,
  carry: (letter) => deliver(link, letter),
  failed,
})

/** Carries messages between tenants. */
export const carryLetters = (deps: JobDeps): StreamHandler => inBatches(job(deps))

/** The Lambda handler. */
export const courier = (deps: JobDeps) => streamFunction(job(deps))
