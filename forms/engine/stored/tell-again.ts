import { isList } from '../../logic/index.ts'
import type { Plan } from '../plan.ts'
import type { Outcome } from '../result.ts'
import { type From, most, outcomesOf, sourcesOf, told, valueAt } from '../trace.ts'
import { withoutRows } from '../watch.ts'

/**
 * Tells once more what stands in a trace under this path, from the evaluated answers and outcomes: so that only paths need
 * to be stored. Undefined where they do not say it. The choices of questions that take them from the city are told as codes
 * unless the plan was compiled with its lists.
 */
export const tellAgain = (
  path: string,
  plan: Plan,
  answers: unknown,
  outcomes: readonly Outcome[],
): From | undefined => {
  const paths = new Set(rowPaths(path, answers).slice(0, most.rows))
  const [source] = paths.size > 0 ? sourcesOf(new Map([[withoutRows(path), paths]]), plan) : []
  if (source) return told(source, answers)
  return path.startsWith('outcomes.')
    ? outcomesOf(new Set([path.slice('outcomes.'.length)]), outcomes)[0]
    : undefined
}

/** `items[].n` as `items[0].n`, `items[1].n` … */
const rowPaths = (path: string, answers: unknown): readonly string[] => {
  const at = path.indexOf('[]')
  if (at < 0) return [path]
  const rows = valueAt(answers, path.slice(0, at))
  if (!isList(rows)) return []
  return rows
    .slice(0, most.rows)
    .flatMap((_, i) => rowPaths(`${path.slice(0, at)}[${i}]${path.slice(at + 2)}`, answers))
}
