import { type Component, kindOf, nests } from '#forms/definition'
import { describe } from './describe.ts'
import { type Choices, isQuestion } from './options.ts'
import { valueAt } from './path.ts'

/** How many answers stand for a folded row. */
const SHOWN = 4

/** A folded row shows nothing that somebody beside the worker should not read; a bare 是 or 否 says nothing. */
const isTelling = (component: Component): boolean =>
  component.properties?.sensitivity !== 'sensitive' && component.type !== 'checkbox'

const questions = (component: Component): readonly Component[] =>
  nests(component, '').flatMap(({ components }) =>
    (components as readonly Component[]).flatMap((one) =>
      kindOf(one.type) === 'layout' ? questions(one) : isQuestion(one) && isTelling(one) ? [one] : [],
    ),
  )

/** The first answers of a row in words: 张三 · 配偶 · 72. */
export const summaryOf = (grid: Component, row: unknown, choices: Choices): string =>
  questions(grid)
    .map((one) => describe(one, valueAt(row, one.key ?? ''), choices))
    .filter(Boolean)
    .slice(0, SHOWN)
    .join(' · ')
