import { expect, test } from 'vitest'
import { catalogueRows } from '../../../functions/oversight/catalogue.ts'
import { formRows } from '../../../functions/oversight/forms.ts'
import { city, item } from './city.ts'

test('items meet under their shared code, and who lacks one is seen', () => {
  const { rows } = catalogueRows([
    city('1', { items: [item('wash', 'svc.bath'), item('hair', 'svc.haircut')] }),
    city('2', { items: [item('bathing', 'svc.bath')] }),
  ])
  expect(rows.map(({ common, coverage }) => [common, coverage])).toEqual([
    ['svc.bath', { numerator: 2, denominator: 2 }],
    ['svc.haircut', { numerator: 1, denominator: 2 }],
  ])
  expect(rows[1]?.cells).toEqual([{ item: 'hair', name: 'hair', unit: '次' }, null])
})

test('a city that discloses nothing does not count as lacking', () => {
  const silent = city('2', { parts: { catalogue: false, fees: false, forms: false } })
  const { rows } = catalogueRows([city('1', { items: [item('wash', 'svc.bath')] }), silent])
  expect(rows[0]?.coverage).toEqual({ numerator: 1, denominator: 1 })
})

test('two items of one code are one cell with both names', () => {
  const { rows } = catalogueRows([city('1', { items: [item('a', 'svc.bath'), item('b', 'svc.bath')] })])
  expect(rows).toHaveLength(1)
  expect(rows[0]?.cells[0]).toEqual({ item: 'a', name: 'a、b', unit: '次' })
})

test('the share that is mapped to nothing is told for each city', () => {
  const { unmapped } = catalogueRows([
    city('1', { items: [item('a', 'svc.bath'), item('b', null), item('c', null), item('d', 'svc.meal')] }),
    city('2'),
  ])
  expect(unmapped).toEqual([
    { city: '1', items: ['b', 'c'], share: 0.5 },
    { city: '2', items: [], share: 0 },
  ])
})

test('a code that the dictionary does not know is in no row', () =>
  expect(catalogueRows([city('1', { items: [item('a', 'svc.unheard-of')] })]).rows).toEqual([]))

test('forms: which city asks which element, in any of its forms', () => {
  const form = (...elements: string[]) => ({ form: 'form:visit', title: '入户', elements })
  const rows = formRows([
    city('1', { forms: [form('person.name'), form('person.birth', 'unknown.element')] }),
    city('2', { forms: [form('person.name')] }),
  ])
  expect(rows.find(({ element }) => element === 'person.name')).toMatchObject({
    cells: [true, true],
    coverage: { numerator: 2, denominator: 2 },
  })
  expect(rows.map(({ element }) => element)).not.toContain('unknown.element')
})
