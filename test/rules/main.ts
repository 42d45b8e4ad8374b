import { prove } from './prove.ts'
import { ruleTable, totals } from './table.ts'

const lines = ruleTable()
const wide = (text: string, width: number) =>
  (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width)

if (process.argv.includes('--prove')) await prove(lines)
else if (process.argv.includes('--json')) for (const line of lines) console.log(JSON.stringify(line))
else {
  for (const { rule, state, place, test } of lines)
    console.log(`${rule}  ${wide(state, 10)}  ${wide(place.replace('forms/packs/', ''), 64)}  ${test}`)
  const { enforced, configured, todo, nowhere } = totals(lines)
  console.log(`\nenforced ${enforced} · configured ${configured} · todo ${todo} · of ${lines.length} rules`)
  if (nowhere > 0) console.log(`nowhere ${nowhere}`)
}
process.exitCode ||= lines.some(({ state }) => state === 'nowhere') ? 1 : 0
