import { cityOptions } from '../../definition/index.ts'
import { runSamples as run } from '../../samples/index.ts'
import type { Documents, SampleResult } from '../finding.ts'
import { readForm } from '../form-document.ts'
import { keysInOrder } from '../kinds.ts'

/** A sample and its place in its form. */
export type PlacedSample = SampleResult & { readonly index: number }

/** Runs every sample of every form that has the shape of one; the others have findings of their own. */
export const runSamples = (documents: Documents): readonly PlacedSample[] => {
  const options = cityOptions(documents)
  return keysInOrder(Object.keys(documents))
    .filter((key) => key.startsWith('form:'))
    .flatMap((key) => {
      const form = readForm(documents[key])
      if (form === undefined) return []
      return run(form, { options }).map((result, index) => ({
        form: key.slice(5),
        index,
        ...result,
      }))
    })
}
