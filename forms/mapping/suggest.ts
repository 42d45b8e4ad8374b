import { kindOf } from '../definition/index.ts'
import { type Element, elements } from '../elements/index.ts'
import { likeliest } from '../elements/search/index.ts'
import { fits } from './difference.ts'

/**
 * Elements of the dictionary that a question may mean, the likeliest first, at most `most`. `type` is the component's
 * type; elements whose answers it cannot give are left out. A guess for a person to accept, never applied by itself.
 */
export const suggestElements = (label: string, type: string, most = 3): readonly Element[] => {
  const kind = kindOf(type)
  return likeliest(label, elements, most, ({ type: answers }) => kind === undefined || fits(kind, answers))
}
