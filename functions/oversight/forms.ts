import { elements } from '#forms/elements'
import type { FormComparison } from '../api/contract/index.ts'
import type { City } from './disclosed.ts'

/** Which city asks which shared data element, in any of its forms; in the order of the dictionary. */
export const formRows = (cities: readonly City[]): FormComparison['rows'] => {
  const asked = cities.map((city) => new Set(city.forms.flatMap((form) => form.elements)))
  const denominator = cities.filter(({ parts }) => parts.forms).length
  const rows = elements.map(({ code, name }) => {
    const cells = asked.map((codes) => codes.has(code))
    return { element: code, name, cells, coverage: { numerator: cells.filter(Boolean).length, denominator } }
  })
  return rows.filter(({ coverage }) => coverage.numerator > 0)
}
