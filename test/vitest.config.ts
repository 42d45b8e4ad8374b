import { defineConfig } from 'vitest/config'
import { tally } from './tally.ts'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    env: { TZ: 'UTC' },
    // Only what hangs is stopped: a wait ends with what it waits for, however busy the machine is.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000, interval: 50 } },
    maxWorkers: 2,
    reporters: ['default', tally],
  },
})
