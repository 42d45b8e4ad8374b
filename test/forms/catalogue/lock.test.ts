import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/catalogue/index.ts'
import { demoChizhou } from '../packs/disk.ts'
import { changed, codes, entry } from './changed.ts'

const parsed = catalogue.parse(demoChizhou['catalogue'])
const at = (key: string) => parsed.items.findIndex((item) => item.key === key)
const bath = `catalogue/items/${at('bath')}`
const proposed = { status: 'proposed' }
const approval = { by: '省民政厅', number: '民函〔2026〕12号', on: '2026-03-01' }

/** Every item of the catalogue is 可选 under a lock, but for what `more` says of 助浴. */
const locked = (more: object) =>
  changed({
    catalogue: (document) => {
      for (const item of document['items'] as object[]) Object.assign(item, { lock: 'optional' })
      const one = entry(document, 'items', 'bath')
      delete one['lock']
      Object.assign(one, more)
      Object.assign(document, { locked: { by: '省民政厅' } })
    },
    fees: (document) => {
      if ('status' in more)
        document['rows'] = (document['rows'] as { item: string }[]).filter(({ item }) => item !== 'bath')
    },
  })

describe('a locked catalogue (S3-14)', () => {
  test('takes no item beside 必做, 可选, 拟增 and what was approved', () => {
    expect(codes(locked({}))).toEqual([`${bath}/lock lock-missing`])
    for (const more of [{ lock: 'required' }, { lock: 'optional' }, { approval }])
      expect(codes(locked(more))).toEqual([])
  })

  test('names its office and what to do', () => {
    const [found] = locked({}).filter(({ level }) => level === 'error')
    expect(found).toMatchObject({ label: '助浴' })
    expect(found?.message).toContain('省民政厅')
    expect(found?.message).toContain('报批')
  })

  test('a proposal may stand in it, but cannot be used: no price, no form, no county', () => {
    const free = locked(proposed).filter(({ level }) => level === 'error')
    expect(free.map(({ document, code }) => [document, code])).not.toContainEqual([
      'catalogue',
      'lock-missing',
    ])
    const used = changed({
      catalogue: (document) => {
        Object.assign(entry(document, 'items', 'bath'), proposed)
        document['activations'] = [{ item: 'bath', division: '341702', active: true, from: '2026-01-01' }]
      },
      'form:visit': (document) => {
        const [first] = document['recommends'] as { item: string }[]
        if (first) first.item = 'bath'
      },
    })
    const found = codes(used).filter((code) => code.endsWith('item-proposed'))
    expect(found.map((code) => code.split('/')[0])).toEqual(
      expect.arrayContaining(['fees', 'form:visit', 'catalogue']),
    )
    expect(found).toContain('form:visit/recommends/0/item item-proposed')
    expect(found).toContain('catalogue/activations/0/active item-proposed')
  })

  test('an approval that is not used yet is told; 拟增 is neither 必做 nor 可选; 必做 does not end', () => {
    const warned = codes(locked({ ...proposed, approval }), 'warning')
    expect(warned).toContain(`${bath}/status approval-unused`)
    expect(codes(locked({ ...proposed, lock: 'optional' }))).toContain(`${bath}/lock lock-proposed`)
    expect(codes(locked({ status: 'retired', lock: 'required' }))).toContain(
      `${bath}/status required-retired`,
    )
  })

  test('an approval names office, number and day', () => {
    const having = (one: object) =>
      catalogue.safeParse({ ...parsed, items: [{ ...parsed.items[0], approval: one }] }).success
    expect(having(approval)).toBe(true)
    for (const key of ['by', 'number', 'on']) expect(having({ ...approval, [key]: '' })).toBe(false)
    expect(having({ ...approval, on: '2026-02-30' })).toBe(false)
  })
})

test('a method that nobody defined', () => {
  const methods = [{ key: 'group', label: '小组' }]
  const having = (one: string) =>
    codes(
      changed({
        catalogue: (document) => {
          Object.assign(document, { methods })
          Object.assign(entry(document, 'items', 'bath'), { methods: [one] })
        },
      }),
    )
  expect(having('group')).toEqual([])
  expect(having('case')).toEqual([`${bath}/methods/0 method-unknown`])
})
