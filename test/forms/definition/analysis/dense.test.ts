import { expect, test } from 'vitest'
import { lint } from '#forms/definition'
import { bounded } from '../../bounded.ts'

const values = ['a', 'b'].map((value) => ({ value, label: value }))
const count = (n: number) => Array.from({ length: n }, (_, i) => i)

/** Every question asks for the fifty before it, so that everything hangs on everything. */
const dense = {
  components: count(900).map((i) => ({
    type: 'radio',
    key: `s${i}`,
    label: `s${i}`,
    values,
    ...(i >= 50 && {
      conditional: {
        show: true,
        conjunction: 'any',
        conditions: count(50).map((j) => ({
          component: `s${i - 50 + j}`,
          operator: 'isEqual',
          value: i === 899 ? 'gone' : 'a',
        })),
      },
    }),
  })),
}

test('a form in which everything hangs on everything is read in bounded time, and what is surely wrong still said', () => {
  const found = bounded(() => lint(dense), 10_000)
  expect(found.filter(({ path }) => path === 's899').map(({ code }) => code)).toContain('compare-never')
})
