import { abilityElements } from './ability.ts'
import { assessmentElements } from './assessment.ts'
import { caseworkElements } from './casework.ts'
import type { Element } from './element.ts'
import { peopleElements } from './people.ts'
import type { CommonService } from './service.ts'
import { commonServices } from './services.ts'

export { abilityElement } from './ability.ts'
export type { Element, ElementType, Sensitivity } from './element.ts'
export { type CommonService, commonCategories } from './service.ts'
export { commonServices } from './services.ts'

/** The shared dictionary of data elements. */
export const elements: readonly Element[] = [
  ...peopleElements,
  ...caseworkElements,
  ...assessmentElements,
  ...abilityElements,
]

const elementByCode = new Map(elements.map((one) => [one.code, one]))
const serviceByCode = new Map(commonServices.map((one) => [one.code, one]))

/** The element with this code, e.g. `person.name`; undefined if the dictionary has none. */
export const elementOf = (code: string): Element | undefined => elementByCode.get(code)

/** The common service with this code, e.g. `svc.bath`; undefined if the dictionary has none. */
export const commonServiceOf = (code: string): CommonService | undefined => serviceByCode.get(code)
