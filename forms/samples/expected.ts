import type { Sample } from '../definition/index.ts'
import { foundOut, type Naming } from './naming.ts'
import type { Said } from './said.ts'

const listed = (items: readonly string[]): string => items.join('、') || '无'

/** What a sample wants, in words and in the order in which it is compared. Takes what `readSample` has read. */
export const expected = ({ expect }: Sample, naming: Naming): readonly Said[] => [
  ...(expect.errors
    ? [{ path: 'errors', label: '应报错的问题', text: listed(expect.errors.map(naming.question)) }]
    : []),
  ...Object.entries(expect.answers ?? {}).map(([path, value]) => ({
    path: `answers.${path}`,
    label: naming.question(path),
    text: naming.value(path, value),
  })),
  ...(expect.hidden?.length
    ? [{ path: 'hidden', label: '应隐藏的问题', text: listed(expect.hidden.map(naming.question)) }]
    : []),
  ...Object.entries(expect.outcomes ?? {}).map(([key, { value, level }]) => ({
    path: `outcomes.${key}`,
    label: naming.outcome(key),
    text: level === undefined ? foundOut(value) : naming.level(key, level),
  })),
  ...(expect.recommended
    ? [{ path: 'recommended', label: '应建议的事项', text: listed(expect.recommended.map(naming.item)) }]
    : []),
]
