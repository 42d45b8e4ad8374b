import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cityOptions } from '#forms/definition'
import { documentKey } from '#forms/packs'
import { checkConfiguration, checkDocument, examine } from '#forms/release'

const folder = new URL('../../../forms/packs/341700-care/', import.meta.url)
const chizhou = (): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file !== 'pack.json')
      .map((file) => [documentKey(file), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  )
const form = (more: object = {}, components: readonly object[] = [field]) => ({
  schema: 1,
  key: 'visit',
  title: '入户调查',
  subject: 'household',
  definition: { display: 'form', components },
  ...more,
})
const field = { type: 'number', key: 'size', label: '家庭人口' }
const errors = (key: string, document: unknown) =>
  checkDocument(key, document)
    .filter(({ level }) => level === 'error')
    .map(({ pointer, message }) => `${pointer} ${message}`)

describe('one document', () => {
  it('is told where it has not the shape of its kind, by the name of the thing', () => {
    const { catalogue } = chizhou() as { catalogue: { items: Record<string, unknown>[] } }
    const [item] = catalogue.items
    Object.assign(item ?? {}, { name: '助浴', unit: 3, colour: 'red', objects: [], category: undefined })
    expect(errors('catalogue', catalogue)).toEqual([
      '/items/0/category 助浴：“服务类别”没有填写，请补上。',
      '/items/0/unit 助浴：“计量单位”应为文字。',
      '/items/0/objects 助浴：“可享受的对象类别”不能少于 1 条。',
      '/items/0/colour 助浴：多了“colour”这一项，配置文件里没有这种内容，请删除或改正拼写。',
    ])
  })

  it('is told of amounts that are no 分 and days that are none', () => {
    const row = { id: 'a', item: 'b', unit: '次', amount: 19.99, from: '2026-02-30' }
    expect(errors('fees', { schema: 1, title: '收费', demo: false, rows: [row] })).toEqual([
      '/rows/0/amount a：“价格”：金额应为整数（单位：分），不能有小数。',
      '/rows/0/from a：“起始”：日期应写作 2026-01-01，并且确有其日。',
    ])
  })

  it('is a form with its own key, its linted components and its rules, each with its place', () => {
    expect(errors('form:other', form())).toEqual([
      '/key 评估表自身的标识“visit”与文件名“form:other”不一致，请改为“other”。',
    ])
    const script = { ...field, customConditional: 'show = true' }
    const [finding] = checkDocument('form:visit', form({}, [script]))
    expect(finding).toMatchObject({ level: 'error', label: '家庭人口' })
    expect(finding?.pointer).toMatch(/^\/definition\/components\/0/)
    const outcomes = [{ key: 'a', title: '甲', value: { exec: ['rm'] }, rule: '某号文' }]
    const [rule] = checkDocument('form:visit', form({ outcomes }))
    expect(rule?.pointer).toMatch(/^\/outcomes\/0\/value/)
    expect(checkDocument('form:visit', form())).toEqual([])
  })

  it('hears of what stands in a definition from the linter alone, once', () => {
    expect(errors('form:visit', form({}, [{ key: 'a', label: '甲' }]))).toEqual([
      '/definition/components/0/type 这个组件没有写明类型（type）。',
    ])
    expect(errors('form:visit', form({ definition: {} }))).toEqual([
      '/definition/components 表单要有一个组件列表。',
    ])
    expect(errors('form:visit', form({ definition: { components: [field] } }))).toEqual([])
    expect(errors('form:visit', form({ definition: { display: 'pdf', components: [field] } }))).toHaveLength(
      1,
    )
    expect(errors('form:visit', form({ definition: 3 }))).toHaveLength(1)
  })

  it('lists what it leaves open', () => {
    const todo = [{ pointer: '/rows', message: '原文没有收费标准，由县（区）确定。' }]
    const open = checkDocument('fees', { schema: 1, title: '收费', demo: false, rows: [], todo })
    expect(open).toEqual([
      expect.objectContaining({ level: 'todo', pointer: '/rows', message: todo[0]?.message }),
    ])
  })

  it.each([null, undefined, 1, 'x', [], { schema: 2 }, JSON.parse('{"__proto__":{"a":1}}')])(
    'is never too strange to be told: %j',
    (strange) => {
      for (const key of ['profile', 'catalogue', 'fees', 'form:visit', 'nonsense', '__proto__']) {
        const found = checkDocument(key, strange)
        expect(found.length).toBeGreaterThan(0)
        for (const { message, document } of found) {
          expect(message).toMatch(/\p{Script=Han}.*。$/u)
          expect(document).toBe(key)
        }
      }
    },
  )
})

describe('a configuration', () => {
  it('of Chizhou can be published; only what the paper leaves open remains', () => {
    const { findings, samples, publishable } = examine(chizhou())
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(publishable).toBe(true)
    expect(findings.some(({ level }) => level === 'todo')).toBe(true)
    expect(samples.every(({ passed }) => passed)).toBe(true)
    const forms = Object.keys(chizhou()).filter((key) => key.startsWith('form:'))
    expect(new Set(samples.map((sample) => sample.form)).size).toBe(forms.length)
    const told = findings.map(({ document, pointer, message }) => `${document}${pointer} ${message}`)
    expect(new Set(told).size).toBe(told.length)
  })

  it('is told what its documents say wrongly about each other', () => {
    const documents = chizhou()
    const { fees: _, ...without } = documents
    expect(checkConfiguration(without)[0]).toMatchObject({ level: 'error', document: 'fees' })
    const row = { id: 'a', item: 'nobody', unit: '次', amount: 1, from: '2026-01-01' }
    const fees = { schema: 1, title: '收费', demo: true, rows: [row] }
    expect(checkConfiguration({ ...documents, fees })[0]).toMatchObject({
      level: 'error',
      document: 'fees',
      pointer: expect.stringMatching(/^\/rows\/0/),
    })
    expect(examine({}).publishable).toBe(false)
  })

  it('fails with a sample that fails, at its place', () => {
    const sample = (errors: readonly string[]) => ({
      title: '空表',
      answers: {},
      today: '2026-01-01',
      expect: { errors },
    })
    const documents = {
      ...chizhou(),
      'form:visit': form({ samples: [sample([]), sample(['size'])] }),
    }
    const { findings, samples, publishable } = examine(documents)
    expect(publishable).toBe(false)
    expect(samples.filter(({ form: key }) => key === 'visit').map(({ passed }) => passed)).toEqual([
      true,
      false,
    ])
    expect(findings.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({
        document: 'form:visit',
        pointer: '/samples/1',
        code: 'sample-failed',
        label: '空表',
      }),
    ])
  })

  it('says once what is wrong with a form, not again with every sample', () => {
    const sample = { title: '空表', answers: {}, today: '2026-01-01', expect: { errors: ['size'] } }
    const samples = [sample, { ...sample, title: '又一张' }]
    const broken = form({ samples }, [{ ...field, customConditional: 'show = false' }])
    const examined = examine({ ...chizhou(), 'form:visit': broken })
    expect(examined.publishable).toBe(false)
    expect(examined.samples.filter(({ passed }) => !passed)).toHaveLength(2)
    const errors = examined.findings.filter(({ level }) => level === 'error')
    expect(errors.map(({ code }) => code)).toEqual(['script'])
    const { 'form:visit': _, ...without } = chizhou()
    const missing = checkConfiguration(without).map(({ message }) => message)
    expect(missing).toContain('项目“‘物质+服务’社会救助”引用的表单“visit”不存在。')
    expect(missing).toContain('环节“入户调查”引用的表单“visit”不存在。')
  })

  it('tells errors first, then warnings, then what is open, each in reading order', () => {
    const documents = { ...chizhou(), 'form:visit': form({ outcomes: 3 }), catalogue: {} }
    const levels = checkConfiguration(documents).map(({ level }) =>
      ['error', 'warning', 'todo'].indexOf(level),
    )
    expect(levels).toEqual(levels.toSorted())
  })
})

describe('option lists', () => {
  it('come from the documents, active items alone, and are empty without them', () => {
    const documents = chizhou() as { catalogue: { items: { status: string; key: string }[] } }
    const [item] = documents.catalogue.items
    if (item) item.status = 'retired'
    const lists = cityOptions(documents)
    expect(lists['catalogue']?.length).toBe(
      documents.catalogue.items.filter(({ status }) => status === 'active').length,
    )
    expect(lists['catalogue']?.some(({ value }) => value === item?.key)).toBe(false)
    expect(lists['divisions']?.[0]).toEqual({ value: '341702', label: '贵池区' })
    expect(cityOptions({ catalogue: 7 })['catalogue']).toEqual([])
  })
})
