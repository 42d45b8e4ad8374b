import { describe, expect, test } from 'vitest'
import { fromPage, longest, toPage } from '../../../web/designer/protocol.ts'

const one = { tag: 'c0', type: 'textfield', key: 'a' }
const drawn = (...components: readonly unknown[]) => ({ say: 'drawn', round: 1, components })
const nested = (depth: number): object =>
  depth === 0 ? one : { ...one, type: 'well', cells: [{ components: [nested(depth - 1)] }] }

describe('the studio', () => {
  test('takes what the page says', () => {
    expect(fromPage({ say: 'ready' })).toEqual({ say: 'ready' })
    expect(fromPage(drawn(one, nested(9)))).toEqual(drawn(one, nested(9)))
  })

  test('takes nothing else along', () => {
    const more = { ...one, extra: 1, props: { label: '甲' }, cells: [{ components: [], extra: 1 }] }
    expect(fromPage({ ...drawn(more), extra: 1 })).toEqual(
      drawn({ ...one, props: { label: '甲' }, cells: [{ components: [] }] }),
    )
  })

  test.each([
    ['nothing', undefined],
    ['a text', 'drawn'],
    ['another message', { say: 'token' }],
    ['no round', { say: 'drawn', components: [] }],
    ['no list', { say: 'drawn', round: 1, components: {} }],
    ['a component that is none', drawn(null)],
    ['a tag that is no word', drawn({ ...one, tag: 1 })],
    ['a long key', drawn({ ...one, key: 'a'.repeat(200) })],
    ['settings that are a list', drawn({ ...one, props: [] })],
    ['deep nesting', drawn(nested(40))],
    ['too many', drawn(...Array.from({ length: 1_200 }, () => one))],
    [
      'too many inside of each other',
      drawn(
        ...Array.from({ length: 40 }, () => ({
          ...one,
          cells: [{ components: Array.from({ length: 40 }, () => one) }],
        })),
      ),
    ],
    ['too much', drawn({ ...one, props: { label: 'x'.repeat(longest) } })],
  ])('passes over %s', (_, message) => expect(fromPage(message)).toBeUndefined())

  test('passes over a circle', () => {
    const circle: Record<string, unknown> = { say: 'drawn', round: 1 }
    circle['components'] = [circle]
    expect(fromPage(circle)).toBeUndefined()
  })
})

describe('the page', () => {
  test.each([
    [null],
    [{ say: 'select', tag: 1 }],
    [{ say: 'load', components: [] }],
    [{ say: 'context', elements: [] }],
    [{ say: 'run' }],
  ])('passes over %j', (message) => expect(toPage(message)).toBeUndefined())
  test('takes a form', () =>
    expect(toPage({ say: 'load', round: 2, display: 'wizard', components: [one] })).toMatchObject({
      round: 2,
    }))
})
