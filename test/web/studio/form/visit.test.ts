import { expect, test } from 'vitest'
import { noVisit, type Visit, visitAt } from '../../../../web/studio/form/visit.ts'

const field = (kind: 'written' | 'list') => ({ matches: () => kind === 'written' })
const name = field('written')
const age = field('written')

/** The steps of changes made one after another: where, and when in seconds. */
const steps = (...changes: readonly (readonly [ReturnType<typeof field> | null, number])[]) => {
  let visit: Visit = noVisit
  return changes.map(([at, seconds]) => {
    visit = visitAt(visit, at, seconds * 1_000)
    return visit.field ? visit.count : 'alone'
  })
}

test('letters written into one field are one step, those of the next field another', () => {
  expect(steps([name, 10], [name, 10.2], [name, 11], [age, 11.2], [age, 12])).toEqual([1, 1, 1, 2, 2])
})

test('a pause ends a step, and so does any other change', () => {
  expect(steps([name, 10], [name, 13])).toEqual([1, 2])
  expect(steps([name, 10], [null, 10.5], [name, 11])).toEqual([1, 'alone', 3])
})

test('choices and presses are never joined', () => {
  const list = field('list')
  expect(steps([list, 1], [list, 1.1], [null, 1.2])).toEqual(['alone', 'alone', 'alone'])
})
