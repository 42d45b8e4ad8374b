import { kindOf } from '../definition/index.ts'
import { type Element, elements, likeliest } from '../elements/index.ts'
import { fits } from './difference.ts'

/**
 * Elements of the dictionary that a question may mean, the likeliest first, at most `most`. `type` is the component's
 * type; elements whose answers it cannot give are left out. A guess for a person to accept, never applied by itself.
 */
export const suggestElements = (label: string, type: string, most = 3): readonly Element[] => {
  const kind = kindOf(type)
  const possible = elements.filter((element) => kind === undefined || fits(kind, element.type))
  return likeliest(label, possible, most)
}
