import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'
import { chizhou, noteForm, putRelease } from './city.ts'
import { city, startVisit, submit, visitForm } from './visit.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  const sensitive = { properties: { sensitivity: 'sensitive' }, input: true }
  const state = { type: 'textfield', key: 'state', label: '状况', input: true }
  const more = [
    {
      ...sensitive,
      type: 'selectboxes',
      key: 'ills',
      label: '病症',
      values: [
        { value: 'blind', label: '失明' },
        { value: 'deaf', label: '失聪' },
      ],
    },
    { ...sensitive, type: 'datagrid', key: 'rows', label: '成员', components: [state] },
  ]
  const outcomes = [
    { key: 'choice', title: '一', value: { var: 'data.ills.blind' }, rule: '演示' },
    { key: 'place', title: '二', value: { var: 'data.rows.0.state' }, rule: '演示' },
  ]
  const recommends = [
    {
      item: 'meal',
      when: { '==': [{ var: 'data.rows.0.state' }, '演示状况'] },
      because: '需要',
      quantity: 1,
    },
  ]
  await putRelease(await yihu.store('341700'), {
    ...chizhou(),
    'form:visit': { ...noteForm(more), outcomes, recommends },
  })
})
afterAll(() => yihu.stop())

test('a trace hides one choice and one row as it hides the whole answer', async () => {
  const visit = await startVisit(yihu)
  const answers = { findings: '无', ills: { blind: true, deaf: false }, rows: [{ state: '演示状况' }] }
  const body = visitForm(yihu, visit, { answers })
  const sent = await submit(yihu, visit, body)
  expect(sent.status, sent.text).toBe(201)
  expect(sent.json.outcomes.map(({ value }: { value: unknown }) => value)).toEqual([true, '演示状况'])

  const path = `${city}/households/${visit.household}/assessments/${body['id']}`
  const township = await yihu.as('341700.township', path)
  expect(township.json.masked).toEqual(expect.arrayContaining(['ills', 'rows[0].state']))
  expect(township.text).not.toContain('演示状况')
  for (const { value, trace } of township.json.outcomes) {
    expect(value).toBeNull()
    expect(trace[0].from[0].value).toBe('***')
  }
  const [advice] = township.json.recommended
  expect(sent.json.recommended[0].trace[0].from[0].value).toBe('演示状况')
  expect(advice).toMatchObject({ item: 'meal', quantity: 1 })
  expect(advice.trace[0].from).toEqual([{ path: 'rows[0].state', label: '状况', value: '***' }])
})
