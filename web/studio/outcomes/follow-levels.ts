import type { FormDocument, OutcomeDefinition, RecommendDefinition } from '#forms/definition'
import type { Scene } from './model.ts'
import { readWhen, writeWhen } from './when.ts'

/**
 * Advice that goes by a level keeps going by that level when its limits move; levels that are gone leave the advice as
 * it was written, so that nothing is advised by accident.
 */
export const followLevels = (
  { recommends = [] }: FormDocument,
  outcomes: readonly OutcomeDefinition[],
  scene: Scene,
): readonly RecommendDefinition[] => {
  const bandsOf = (key: string) => outcomes.find((one) => one.key === key)?.bands ?? []
  return recommends.map((one) => {
    const when = readWhen(one.when, scene)
    if (when.kind !== 'groups') return one
    const levels = when.groups.flat().filter(({ test }) => test === 'level')
    const there = levels.every(({ of, values: [level] }) =>
      bandsOf(of.path).some((band) => band.level === level),
    )
    return levels.length === 0 || !there ? one : { ...one, when: writeWhen(when, { ...scene, bandsOf }) }
  })
}
