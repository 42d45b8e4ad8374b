/** One thing that must hold of a running system. */
export type Check = {
  readonly name: string
  /** What must be seen, for whoever reads a failure. */
  readonly expects: string
  /** Undefined where it holds; otherwise what was seen instead, in Chinese. */
  readonly look: () => Promise<string | undefined>
  /** Why it cannot be looked at here. */
  readonly skipped?: string | undefined
}

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** Looks at one after the other and says each at once; a check that throws has failed. */
export const runChecks = async (
  title: string,
  checks: readonly Check[],
  say: (line: string) => void,
): Promise<Tally> => {
  say(title)
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, expects, look, skipped } of checks) {
    if (skipped !== undefined) {
      tally.skipped += 1
      say(`  – 跳过    ${name}：${skipped}`)
      continue
    }
    const seen = await look().catch((error: unknown) =>
      error instanceof Error ? error.message : '没有得到回答',
    )
    tally[seen === undefined ? 'passed' : 'failed'] += 1
    say(seen === undefined ? `  ✓ 通过    ${name}` : `  ✗ 未通过  ${name}：应为${expects}；实际：${seen}`)
  }
  return tally
}
