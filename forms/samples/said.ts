import { isRecord } from '../definition/index.ts'
import type { Plan } from '../engine/index.ts'
import { type Naming, withoutRows } from './naming.ts'

/** One answer as people read it. */
export type Said = { readonly path: string; readonly label: string; readonly text: string }

const most = 300

/**
 * Every answer of a sample in words and in the order of the form, at most 300. They are as somebody sent them: what the form
 * does not know comes last and is said to be unknown.
 */
export const answersInWords = (answers: unknown, plan: Plan, naming: Naming): readonly Said[] => {
  const found: Said[] = []
  const walk = (value: unknown, above: string): void => {
    if (!isRecord(value)) return
    for (const [key, inner] of Object.entries(value)) {
      if (found.length >= most) return
      const path = above === '' ? key : `${above}.${key}`
      const kind = plan.fields.get(withoutRows(path))?.kind
      if (kind === 'container') walk(inner, path)
      else if (kind === 'grid' && Array.isArray(inner))
        for (const [i, row] of inner.slice(0, most).entries()) walk(row, `${path}[${i}]`)
      else
        found.push({
          path,
          label: naming.question(path),
          text: kind === undefined ? '表中没有这个问题' : naming.value(path, inner),
        })
    }
  }
  walk(answers, '')
  const places = new Map([...plan.fields.keys()].map((path, i) => [path, i]))
  // Rows of one grid stay together, as they came.
  const place = ({ path }: Said): number =>
    places.get(withoutRows(path.split('[', 1)[0] ?? path)) ?? places.size
  return found.sort((a, b) => place(a) - place(b))
}
