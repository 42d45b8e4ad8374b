/** What one case says with `--json`, one line each; more keys stand beside these. */
export type Line = {
  readonly case: string
  readonly oursMs: number
  readonly peerMs: number
  readonly ratio: number
  readonly [more: string]: unknown
}

/** What a case must reach, in words, and whether this line does. */
export type Must = { readonly says: string; readonly reached: (line: Line) => boolean }

export const faster = (times: number): Must => ({
  says: `must ≥ ${times}x`,
  reached: ({ ratio }) => ratio >= times,
})

const milliseconds = (ms: number): string => (ms < 10 ? ms.toFixed(3) : ms.toFixed(1))

/** Writes a line as it is measured: JSON, or columns with what must be reached beside it. */
export const report = (line: Line, json: boolean, must?: Must, notes: readonly string[] = []): void => {
  if (json) {
    console.log(JSON.stringify(line))
    return
  }
  const columns = [
    line.case.padEnd(36),
    milliseconds(line.oursMs).padStart(9),
    milliseconds(line.peerMs).padStart(10),
    `${line.ratio.toFixed(0)}x`.padStart(9),
  ]
  const said = must ? `   ${must.says}: ${must.reached(line) ? 'yes' : 'NO'}` : ''
  console.log(columns.join(' ') + said)
  for (const note of notes) console.log(`    ${note}`)
}
