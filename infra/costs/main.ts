import { figures } from './figures.ts'
import { readOn } from './prices.ts'
import { report } from './report.ts'

/** `npm run -s costs`, `npm run -s costs -- --json`. Returns the exit code. */
export const costs = async (args: readonly string[], say = console.log, warn = console.error) => {
  const unknown = args.find((one) => one !== '--json')
  if (unknown !== undefined) {
    warn(`不认识参数「${unknown}」。可用的只有 --json（输出数据）。`)
    return 1
  }
  const all = await figures()
  say(args.includes('--json') ? JSON.stringify({ readOn, ...all }, undefined, 2) : report(all))
  return 0
}

if (import.meta.main) process.exitCode = await costs(process.argv.slice(2))
