import type { Reporter, TestModule, TestSuite } from 'vitest/node'

const count = (modules: readonly TestModule[], state: 'passed' | 'failed' | 'skipped') =>
  modules.reduce((sum, module) => sum + [...module.children.allTests(state)].length, 0)

/** Why a file, or what stands before and after its tests, went wrong by itself. */
const broken = (one: TestModule | TestSuite): readonly string[] => one.errors().map(({ message }) => message)

/** Everything that failed, one line each: tests by their names, files and what lies outside of tests by the reason. */
const faults = (
  modules: readonly TestModule[],
  outside: readonly { readonly message: string }[],
): readonly string[] => [
  ...modules.flatMap((module) => {
    const { relativeModuleId: file, children } = module
    return [
      ...broken(module).map((why) => `${file}: ${why}`),
      ...[...children.allSuites()].flatMap((suite) =>
        broken(suite).map((why) => `${file} > ${suite.fullName}: ${why}`),
      ),
      ...[...children.allTests('failed')].map(({ fullName }) => `${file} > ${fullName}`),
    ]
  }),
  ...outside.map(({ message }) => `outside of any test: ${message}`),
]

/**
 * Closes a run with what failed by name, and one plain line that any reader of a log can find:
 * `tests: 12 passed, 0 failed, 1 skipped`.
 */
export const tally: Reporter = {
  onTestRunEnd(modules, outside) {
    for (const fault of faults(modules, outside)) console.log(`✗ ${fault.split('\n')[0]}`)
    const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map((state) =>
      count(modules, state),
    )
    console.log(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  },
}
