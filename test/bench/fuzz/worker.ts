import { parentPort, workerData } from 'node:worker_threads'
import { fuzzed } from './run.ts'

/** What the watcher hands over. `at` is one number that both see: the case that runs now. */
export type Work = {
  readonly seed: number
  readonly first: number
  readonly cases: number
  readonly at: Int32Array
}

const { seed, first, cases, at } = workerData as Work
parentPort?.postMessage(fuzzed(seed, first, cases, (number) => Atomics.store(at, 0, number)))
