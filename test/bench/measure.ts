export const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

/**
 * Middle of the measured times, in milliseconds. `prepare` makes what one run needs and is not measured;
 * `warm` runs come first, so that the optimising compiler is done with both sides before the clock is looked at.
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
    const start = performance.now()
    work(input)
    times.push(performance.now() - start)
  }
  return middle(times)
}
