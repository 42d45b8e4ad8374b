import { cloudDeps } from '../cloud.ts'
import { rollup } from './rollup.ts'

/** The stream's function in the cloud. A failure is logged by place and kind; its message may quote data. */
export const handler = rollup({
  ...cloudDeps(process.env),
  failed: (change, error) =>
    console.error(
      JSON.stringify({ rollup: 'failed', ...change, error: error instanceof Error ? error.name : 'unknown' }),
    ),
})
