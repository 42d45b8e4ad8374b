import { abilityElements } from './ability.ts'
import { assessmentElements } from './assessment.ts'
import { caseworkElements } from './casework.ts'
import type { Element } from './element.ts'
import { outreachElements } from './outreach.ts'
import { peopleElements } from './people.ts'
import { projectElements } from './project.ts'
import { provisionElements } from './provision.ts'
import { reportElements } from './report.ts'
import { stationElements } from './station.ts'

/** The shared dictionary of data elements. */
export const elements: readonly Element[] = [
  ...peopleElements,
  ...caseworkElements,
  ...assessmentElements,
  ...abilityElements,
  ...outreachElements,
  ...projectElements,
  ...provisionElements,
  ...reportElements,
  ...stationElements,
]

const elementByCode = new Map(elements.map((one) => [one.code, one]))

/** The element with this code, e.g. `person.name`; undefined if the dictionary has none. */
export const elementOf = (code: string): Element | undefined => elementByCode.get(code)
