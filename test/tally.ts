import type { Reporter, TestModule } from 'vitest/node'

const count = (modules: readonly TestModule[], state: 'passed' | 'failed' | 'skipped') =>
  modules.reduce((sum, module) => sum + [...module.children.allTests(state)].length, 0)

/** Closes a run with one plain line that any reader of a log can find: `tests: 12 passed, 0 failed, 1 skipped`. */
export const tally: Reporter = {
  onTestRunEnd(modules) {
    const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map((state) =>
      count(modules, state),
    )
    console.log(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  },
}
