import { inspect } from 'node:util'
import { Worker } from 'node:worker_threads'
import { examine } from './fuzz/examine.ts'
import { subjectOf, type Tally } from './fuzz/run.ts'
import { shrink } from './fuzz/shrink.ts'
import type { Work } from './fuzz/worker.ts'

/** A case that has not ended after this many seconds hangs. */
const patience = 20

/** Runs the cases in a thread of its own, so that a case that hangs can be seen, named and ended. */
const watched = (seed: number, first: number, cases: number): Promise<Tally> =>
  new Promise((resolve, reject) => {
    const at = new Int32Array(new SharedArrayBuffer(4))
    const work: Work = { seed, first, cases, at }
    const worker = new Worker(new URL('fuzz/worker.ts', import.meta.url), { workerData: work })
    const start = performance.now()
    let last = { number: -1, since: start, said: first }
    const timer = setInterval(() => {
      const number = Atomics.load(at, 0)
      const now = performance.now()
      if (number >= last.said + 10_000) {
        console.error(`${number - first} of ${cases} cases, ${((now - start) / 1000).toFixed(0)} s`)
        last = { ...last, said: number }
      }
      if (number !== last.number) last = { ...last, number, since: now }
      if (now - last.since < patience * 1000) return
      clearInterval(timer)
      const fault = { case: number, fault: `hangs: not done after ${patience} s` }
      void worker.terminate()
      resolve({ cases: number - first, compiled: 0, imported: 0, passed: 0, slowest: {}, faults: [fault] })
    }, 500)
    worker.on('message', (tally: Tally) => resolve(tally))
    worker.on('error', reject)
    worker.on('exit', () => clearInterval(timer))
  })

const same = (fault: string): string => fault.replaceAll(/[\d.]+|\n.*/g, '')

/** The smallest case that fails in the same way, to be read. */
const shrunk = (seed: number, number: number, fault: string): string => {
  if (fault.startsWith('hangs'))
    return inspect(subjectOf(seed, number), { depth: 12, maxStringLength: 300 }).slice(0, 5_000)
  const small = shrink(subjectOf(seed, number), (one) => same(examine(one).fault ?? '') === same(fault))
  return inspect(small, { depth: 30, maxArrayLength: 30, maxStringLength: 300, breakLength: 110 })
}

/**
 * Forms and answers made by chance, most of them nearly right, through the linter, the importer, the compiler and
 * the engine: nothing may throw, hang, change its input, change what everything inherits, give two results, write
 * without bound, or let a value through that the form does not allow. The same seed makes the same cases;
 * `--only n` runs one of them. Ends with exit code 1 where a case failed.
 */
export const fuzz = async (options: {
  readonly json: boolean
  readonly cases?: number | undefined
  readonly seed?: number | undefined
  readonly only?: number | undefined
}): Promise<void> => {
  const { json, cases = 100_000, seed = 20261121, only } = options
  const start = performance.now()
  const tally = await watched(seed, only ?? 0, only === undefined ? cases : 1)
  const seconds = (performance.now() - start) / 1000
  if (tally.faults.length > 0) process.exitCode = 1
  if (json) {
    console.log(JSON.stringify({ case: 'fuzz', seed, seconds, ...tally }))
    return
  }
  const share = (n: number) => `${n} (${((100 * n) / tally.cases).toFixed(1)} %)`
  console.log(
    `${tally.cases} cases with seed ${seed} in ${seconds.toFixed(1)} s: ${tally.faults.length} faults`,
  )
  console.log(
    `forms that compile ${share(tally.compiled)}, whose import can be filled ${share(tally.imported)} (half are imported); answers that pass ${share(tally.passed)}`,
  )
  for (const [stage, { ms, case: number }] of Object.entries(tally.slowest))
    console.log(`slowest ${stage.padEnd(9)} ${ms.toFixed(1)} ms in case ${number}`)
  for (const { case: number, fault } of tally.faults.slice(0, 3))
    console.log(
      `\ncase ${number} (--seed ${seed} --only ${number}): ${fault}\n${shrunk(seed, number, fault)}`,
    )
  for (const { case: number, fault } of tally.faults.slice(3)) console.log(`case ${number}: ${fault}`)
}
