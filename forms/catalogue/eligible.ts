import type { Condition, Objects } from './objects.ts'
import type { Source } from './source.ts'

/** A person as eligibility sees one: keys of the `objects` document. */
export type Person = { readonly householdClass: string; readonly traits: readonly string[] }

/** `because` is a Chinese sentence for the worker; `objectClass` is the first class that fits. */
export type Eligibility =
  | {
      readonly eligible: true
      readonly objectClass: string
      readonly label: string
      readonly because: string
      readonly source?: Source
    }
  | { readonly eligible: false; readonly because: string }

/** Whether a person meets a condition. Never throws. */
export const meets = (rule: Condition, person: Person): boolean =>
  (rule.householdClasses?.includes(person.householdClass) ?? true) &&
  (rule.all?.every((trait) => person.traits.includes(trait)) ?? true) &&
  (rule.any?.some((trait) => person.traits.includes(trait)) ?? true)

const names = (list: readonly { readonly key: string; readonly label: string }[], keys: readonly string[]) =>
  keys.map((one) => list.find((entry) => entry.key === one)?.label ?? one).join('、')

/**
 * Whether a person may be served and as what. A class that names traits needs both the household class and the
 * trait (S2 三(一)4): a healthy adult of a 低保边缘 household is refused.
 */
export const eligible = (objects: Objects, person: Person): Eligibility => {
  const fits = objects.classes.find((one) => meets(one.rule, person))
  const household = names(objects.householdClasses, [person.householdClass])
  if (fits) {
    const asked = [...(fits.rule.all ?? []), ...(fits.rule.any ?? [])]
    const met = asked.filter((trait) => person.traits.includes(trait))
    const because = met.length === 0 ? household : `${household}，且为${names(objects.traits, met)}`
    return {
      eligible: true,
      objectClass: fits.key,
      label: fits.label,
      because: `${because}，属于“${fits.label}”。`,
      ...(fits.source && { source: fits.source }),
    }
  }
  const near = objects.classes.find((one) => one.rule.householdClasses?.includes(person.householdClass))
  if (!near) return { eligible: false, because: `“${household}”不在服务对象范围内。` }
  const wanted = names(objects.traits, [...(near.rule.all ?? []), ...(near.rule.any ?? [])])
  return { eligible: false, because: `${household}中只有${wanted}属于服务对象，此人不符合。` }
}
