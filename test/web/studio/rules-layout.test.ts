import { describe, expect, test } from 'vitest'
import { analyse } from '#forms/definition'
import { layOut, size } from '../../../web/studio/form/rules-layout.ts'

const number = (key: string, more: object = {}) => ({ type: 'number', key, label: key, ...more })
const sum = (...keys: readonly string[]) => ({
  calculateValue: { '+': keys.map((key) => ({ var: `data.${key}` })) },
})
const laid = (...components: readonly object[]) => layOut(analyse({ display: 'form', components }))
const columns = (layout: ReturnType<typeof laid>) =>
  Object.fromEntries(
    layout.boxes.map(({ parties, x }) => [
      parties.map(({ path }) => path).join(' '),
      Math.round((x - size.edge) / (size.width + size.across)),
    ]),
  )

describe('the picture of the rules', () => {
  test('puts whatever is looked at on the left, and leaves out who stands alone', () => {
    const layout = laid(number('c', sum('b', 'a')), number('b', sum('a')), number('a'), number('alone'))
    expect(columns(layout)).toEqual({ a: 0, b: 1, c: 2 })
    expect(layout.lines).toHaveLength(3)
    expect(layout.width).toBe(2 * size.edge + 3 * size.width + 2 * size.across)
  })

  test('puts together three and more that are alike, and counts their lines once', () => {
    const layout = laid(
      number('a'),
      number('b'),
      number('c'),
      number('t', sum('a', 'b', 'c')),
      number('u', sum('t')),
    )
    expect(columns(layout)).toEqual({ 'a b c': 0, t: 1, u: 2 })
    expect(layout.lines).toHaveLength(2)
    expect(columns(laid(number('a'), number('b'), number('t', sum('a', 'b'))))).toEqual({ a: 0, b: 0, t: 1 })
  })

  test('lets no two boxes lie on each other, whatever the form', () => {
    const chain = Array.from({ length: 20 }, (_, i) =>
      number(`k${i}`, i < 5 ? {} : sum(`k${i - 1}`, `k${i - 3}`, `k${i % 5}`)),
    )
    const { boxes } = laid(...chain)
    expect(boxes.length).toBeGreaterThan(10)
    for (const a of boxes)
      for (const b of boxes)
        if (a !== b)
          expect(a.x !== b.x || Math.abs(a.y - b.y) >= size.height, `${a.x} ${a.y} ${b.y}`).toBe(true)
  })

  test('ends where rules go in a circle, and is empty where there are none', () => {
    const { boxes } = laid(number('a', sum('b')), number('b', sum('a')), number('c', sum('c')))
    expect(boxes.length).toBeLessThanOrEqual(3)
    expect(laid(number('a'))).toEqual({ boxes: [], lines: [], width: 0, height: 0 })
  })
})
