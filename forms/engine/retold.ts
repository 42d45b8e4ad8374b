import { failureOf, isList, newScope, type Scope } from '../logic/index.ts'
import type { Plan } from './plan.ts'
import type { TraceStep } from './result.ts'
import { basis, type Source, sourcesOf, told, valueAt, words } from './trace.ts'
import { type Seen, watched } from './watch.ts'

/** Work that telling may cost; what lies beyond is left out of the trace, it never refuses a submission. */
const fuel = 100_000

/** Tells what calculated answers were worked out from. One object serves one evaluation. */
export type Teller = (sources: readonly Source[], rule: string) => readonly TraceStep[]

/**
 * Each calculated answer among the sources gives one step with the answers that its calculation read this time: one
 * level, as those of them that are calculated are not followed further.
 */
export const tellerOf = (plan: Plan, { data, form, today }: Scope): Teller => {
  const scope = newScope(data, today, fuel)
  scope.form = form
  return (sources, rule) =>
    sources.flatMap((source): readonly TraceStep[] => {
      const { calculate, entry } = source.field
      const seen: Seen = new Map()
      if (!calculate || !source.paths.every((path) => replay(calculate, path, data, seen, scope))) return []
      const { path, label, value } = told(source, data)
      const from = sourcesOf(seen, plan).map((one) => told(one, data))
      return [
        {
          rule: basis(entry.component.properties?.source, rule),
          text: `「${label}」由表中的计算得出：${isList(value) ? value.map(words).join('、') : words(value)}`,
          from,
          of: path,
        },
      ]
    })
}

/** Runs a calculation once more where it stood, to see what it reads. */
const replay = (
  run: (scope: Scope) => unknown,
  path: string,
  data: unknown,
  seen: Seen,
  scope: Scope,
): boolean => {
  const above = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : ''
  const row = /\[(\d+)\](?!.*\[)/.exec(above)
  scope.data = watched(data, seen)
  scope.row = above === '' ? scope.data : watched(valueAt(data, above), seen, above)
  scope.rowIndex = row ? Number(row[1]) : null
  try {
    run(scope)
    return true
  } catch (error) {
    failureOf(error)
    return false
  }
}
