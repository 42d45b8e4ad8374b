import { describe, expect, test } from 'vitest'
import { catalogueFindings, documentSchemas } from '../../../forms/catalogue/index.ts'
import { cityOptions, lint } from '../../../forms/definition/index.ts'
import { elementOf } from '../../../forms/elements/index.ts'
import { compile, evaluate } from '../../../forms/engine/index.ts'
import { documentFile, documentKey, readPack } from '../../../forms/packs/index.ts'
import { documentKinds } from '../../../forms/release/index.ts'
import { runSamples } from '../../../forms/samples/index.ts'
import { allPacks, demoChizhou, eachObject, formsOf, packOf } from './disk.ts'

const configurations = [
  ...allPacks.map(({ key, documents }) => ({ name: key, documents })),
  { name: '341700 demo', documents: demoChizhou },
]
const kindOf = (key: string) =>
  documentKinds.find((kind) => (kind.prefix ? key.startsWith(kind.key) : kind.key === key))

describe.each(configurations)('$name', ({ documents }) => {
  test('every document fits its schema', () => {
    for (const [key, document] of Object.entries(documents)) {
      const result = kindOf(key)?.schema.safeParse(document)
      expect(result?.error?.issues, key).toBeUndefined()
      expect(result?.success, key).toBe(true)
    }
  })

  test('has every document but forms, and at least one form', () => {
    for (const key of Object.keys(documentSchemas)) expect(documents, key).toHaveProperty(key)
    expect(formsOf(documents).length).toBeGreaterThan(0)
  })

  test('no document contradicts another', () => {
    expect(catalogueFindings(documents).filter(({ level }) => level === 'error')).toEqual([])
  })

  test('every form is clean and its key is its name', () => {
    for (const [key, document] of Object.entries(documents).filter(([key]) => key.startsWith('form:'))) {
      const form = document as ReturnType<typeof formsOf>[number]
      expect(`form:${form.key}`).toBe(key)
      expect(lint(form.definition), key).toEqual([])
    }
  })

  test('every sample passes', () => {
    for (const form of formsOf(documents)) {
      const results = runSamples(form, { options: cityOptions(documents) })
      expect(results.length, form.key).toBeGreaterThan(1)
      for (const { title, passed, message } of results)
        expect({ title, passed, message }).toMatchObject({ passed: true })
    }
  })

  test('an empty form concludes nothing: no level, no advice', () => {
    for (const form of formsOf(documents)) {
      const plan = compile(form.definition, {
        ...(form.outcomes && { outcomes: form.outcomes }),
        ...(form.recommends && { recommends: form.recommends }),
      })
      const result = evaluate(plan, {}, { today: '2026-03-10' })
      expect(result.recommended, form.key).toEqual([])
      expect(result.errors.map(({ code }) => code).filter((code) => code !== 'required')).toEqual([])
    }
  })

  test('every question has a sensitivity, and never a lower one than its element', () => {
    const order = ['public', 'internal', 'personal', 'sensitive']
    for (const form of formsOf(documents))
      eachObject(form.definition, (node) => {
        const properties = node['properties'] as { element?: string; sensitivity?: string } | undefined
        if (node['input'] !== true) return
        expect(properties?.sensitivity, `${form.key} ${node['key']}`).toBeDefined()
        const element = properties?.element === undefined ? undefined : elementOf(properties.element)
        if (element)
          expect(
            order.indexOf(properties?.sensitivity ?? ''),
            `${form.key} ${node['key']}`,
          ).toBeGreaterThanOrEqual(order.indexOf(element.sensitivity))
      })
  })

  test('answers are codes of the shared dictionary, so that cities can be compared', () => {
    for (const form of formsOf(documents))
      eachObject(form.definition, (node) => {
        const { element } = (node['properties'] ?? {}) as { element?: string }
        const codes = element === undefined ? undefined : elementOf(element)?.options
        if (!codes) return
        const data = node['data'] as { values?: unknown } | undefined
        for (const { value } of (node['values'] ?? data?.values ?? []) as { value: string }[])
          expect(Object.hasOwn(codes, value), `${form.key} ${node['key']} ${value}`).toBe(true)
      })
  })

  test('a price is only there with the demo flag', () => {
    const fees = documents['fees'] as { demo: boolean; rows: { amount: number | null }[] }
    if (!fees.demo) expect(fees.rows.filter(({ amount }) => amount !== null)).toEqual([])
    if (fees.demo) expect(JSON.stringify(fees)).toContain('演示数据')
  })
})

describe('readPack', () => {
  const card = { schema: 1, key: '341700-care', city: '341700', title: '池州', summary: '说明' }
  test('file names become document keys and back', () => {
    expect(documentKey('form-self-care.json')).toBe('form:self-care')
    expect(documentKey('catalogue.json')).toBe('catalogue')
    expect(documentFile('form:self-care')).toBe('form-self-care.json')
  })
  test('reads a card and its documents', () => {
    expect(readPack({ 'pack.json': card, 'fees.json': 1 })).toEqual({
      key: '341700-care',
      city: '341700',
      title: '池州',
      summary: '说明',
      documents: { fees: 1 },
    })
  })
  test.each([
    [{}],
    [{ 'pack.json': { ...card, city: '池州' } }],
    [{ 'pack.json': card, 'notes.json': {} }],
    [{ 'pack.json': card, 'fees.json.bak': {} }],
    [{ 'pack.json': card, 'form-.json': {} }],
    [{ 'pack.json': card, '__proto__.json': {} }],
  ])('refuses %j', (files) => expect(() => readPack(files)).toThrow())
  test('every pack is one city', () => {
    for (const pack of allPacks) {
      expect((pack.documents['profile'] as { city: string }).city).toBe(pack.city)
      expect(pack.key.startsWith(pack.city)).toBe(true)
    }
    expect(packOf('341700-care').title).toContain('池州')
  })
})
