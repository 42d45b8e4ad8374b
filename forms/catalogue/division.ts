import * as z from 'zod'
import { divisionCode, label, localDate, source, text } from './source.ts'

/** `zone`: functional zone that works like a county but has no GB/T 2260 code of its own. */
export const divisionKind = z.enum(['county', 'zone', 'township', 'village'])

/** One node of a city's tree. First-level divisions have the city as `parent`. */
export const division = z.strictObject({
  code: divisionCode,
  name: label,
  kind: divisionKind,
  parent: divisionCode,
  standard: z.enum(['GB/T 2260', 'NBS', 'local']),
  /** The city must still confirm the name or the code. */
  verify: z.boolean().optional(),
  /** Where the work was tried first (试点). */
  pilot: z.boolean().optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  note: text.optional(),
  source: source.optional(),
})
export type Division = z.infer<typeof division>

/**
 * Reads a tree once and tells for each code those from the first level down to it, e.g. `[county, township, village]`;
 * empty for an unknown code or the city itself. Follows `parent`, because functional zones share no prefix with what
 * lies below them.
 */
export const divisionPaths = (divisions: readonly Division[]): ((code: string) => readonly string[]) => {
  const byCode = new Map(divisions.map((one) => [one.code, one]))
  return (code) => {
    const path = new Set<string>()
    for (let at = byCode.get(code); at && !path.has(at.code); at = byCode.get(at.parent)) path.add(at.code)
    return [...path].reverse()
  }
}

/** The path of one code alone; whoever asks for many reads the tree once with `divisionPaths`. */
export const divisionPath = (divisions: readonly Division[], code: string): readonly string[] =>
  divisionPaths(divisions)(code)
