export const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

/** Milliseconds from which a run is long enough for its processor time to be known. */
const long = 20

/** Milliseconds of processor time that this thread has used. */
const used = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/**
 * Starts to measure; what it gives says how many milliseconds it has been. A machine with neighbours stops a long run
 * for a while: there the processor time of the thread counts where it is shorter than the clock on the wall. It is
 * only known in steps of some milliseconds, so short runs go by the clock.
 */
export const stopwatch = (): (() => number) => {
  const before = used()
  const start = performance.now()
  return () => {
    const wall = performance.now() - start
    return wall < long ? wall : Math.min(wall, used() - before)
  }
}

/**
 * Middle of the measured times, in milliseconds. `prepare` makes what one run needs and is not measured; `warm` runs
 * come first, so that the optimising compiler is done with both sides before the clock is looked at.
 */
export const measured = <T>(
  runs: number,
  prepare: () => T,
  work: (input: T) => unknown,
  warm: number = runs,
): number => {
  for (let i = 0; i < warm; i++) work(prepare())
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const input = prepare()
    const elapsed = stopwatch()
    work(input)
    times.push(elapsed())
  }
  return middle(times)
}
