import { describe, expect, test } from 'vitest'
import { coverage, fieldsOf, isMapped, suggestElements } from '../../../forms/mapping/index.ts'
import { packOf } from '../packs/disk.ts'

const form = (...components: readonly object[]) => ({ definition: { display: 'form', components } })
const radio = (properties: object, ...values: readonly string[]) => ({
  type: 'radio',
  key: 'urgency',
  label: '紧急程度',
  input: true,
  values: values.map((value) => ({ value, label: `选${value}` })),
  properties,
})

describe('the fields of a form in the shared dictionary', () => {
  test('every question with an answer is one, wherever it stands; panels, texts and boxes are none', () => {
    const fields = fieldsOf(
      form(
        { type: 'panel', key: 'p', components: [{ type: 'textfield', key: 'name', label: '姓名' }] },
        { type: 'content', key: 'c', html: '说明' },
        { type: 'container', key: 'box', components: [{ type: 'number', key: 'age', label: '年龄' }] },
        {
          type: 'datagrid',
          key: 'grid',
          label: '成员',
          components: [{ type: 'textfield', key: 'who', label: '称呼' }],
        },
      ),
    )
    expect(fields.map(({ label }) => label)).toEqual(['姓名', '年龄', '成员', '称呼'])
    expect(fields[0]).toMatchObject({ pointer: '/definition/components/0/components/0', element: undefined })
  })

  test('a field that means the same is mapped; one that differs says where', () => {
    const [good] = fieldsOf(
      form(radio({ element: 'case.urgency', sensitivity: 'internal' }, 'normal', 'urgent')),
    )
    expect(good && isMapped(good)).toBe(true)
    const [odd] = fieldsOf(form(radio({ element: 'case.urgency', sensitivity: 'public' }, 'normal', 'later')))
    expect(odd?.differences).toEqual([
      '选项“选later”不在数据元的选项里，不能参加比较。',
      '敏感级别是“公开”，低于数据元的“内部”。',
    ])
    const [wrong] = fieldsOf(
      form({ type: 'number', key: 'n', label: '姓名', properties: { element: 'person.name' } }),
    )
    expect(wrong?.differences).toEqual(['数据元“姓名”是文字，这一题的类型不同。'])
    const [unknown] = fieldsOf(
      form({ type: 'textfield', key: 'n', label: '姓名', properties: { element: 'constructor' } }),
    )
    expect(unknown?.element).toBeUndefined()
  })

  test('whatever is no form has no fields', () => {
    for (const odd of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { definition: 3 },
      { definition: { components: 'x' } },
    ])
      expect(fieldsOf(odd)).toEqual([])
  })
})

describe('coverage of a city', () => {
  const { documents } = packOf('341700-care')

  test('counts fields and items, and knows who asks what', () => {
    const found = coverage(documents)
    expect(found.fields.all).toBe(found.forms.reduce((sum, { all }) => sum + all, 0))
    expect(found.fields.mapped / found.fields.all).toBeGreaterThan(0.7)
    expect(found.used.get('person.name')?.length).toBeGreaterThan(0)
    expect(found.items.all).toBeGreaterThan(20)
    expect(found.items.mapped + found.items.unmapped.length).toBe(found.items.all)
  })

  test('an item that loses its common code is named with its place, a retired one is not counted', () => {
    const before = coverage(documents).items
    const { items, ...rest } = documents['catalogue'] as {
      items: { status: string; common: string | null }[]
    }
    const at = items.findIndex(({ common }) => common !== null)
    const changed = (more: object) =>
      coverage({
        catalogue: { ...rest, items: items.map((item, i) => (i === at ? { ...item, ...more } : item)) },
      })
    expect(changed({ common: null }).items.unmapped.map(({ pointer }) => pointer)).toContain(
      `/items/${at}/common`,
    )
    expect(changed({ status: 'retired' }).items.all).toBe(before.all - 1)
  })

  test('unreadable documents count as nothing', () => {
    expect(coverage({ catalogue: { items: 'x' }, 'form:a': null })).toMatchObject({
      fields: { all: 0, mapped: 0 },
      items: { all: 0, mapped: 0, unmapped: [] },
    })
  })
})

describe('suggestions', () => {
  test('find what a question means by its words and its type', () => {
    const first = (label: string, type: string) => suggestElements(label, type)[0]?.code
    expect(first('姓名', 'textfield')).toBe('person.name')
    expect(first('申请人姓名', 'textfield')).toBe('person.name')
    expect(first('紧急程度', 'radio')).toBe('case.urgency')
    expect(first('登记日期：', 'datetime')).toBe('case.registered-on')
  })

  test('leave out what the type cannot answer, and guess nothing from nothing', () => {
    expect(suggestElements('登记日期', 'number').map(({ type }) => type)).not.toContain('date')
    for (const label of ['', '？', '最喜欢的颜色是', '<b></b>'])
      expect(suggestElements(label, 'textfield')).toEqual([])
    expect(suggestElements('日期', 'datetime', 2).length).toBeLessThanOrEqual(2)
  })
})
