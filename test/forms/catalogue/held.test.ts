import { describe, expect, test } from 'vitest'
import {
  type Catalogue,
  catalogue,
  heldFindings,
  heldMembers,
  type Item,
} from '../../../forms/catalogue/index.ts'
import { demoChizhou } from '../packs/disk.ts'

const parsed = catalogue.parse(demoChizhou['catalogue'])
const approval = { by: '省民政厅', number: '民函〔2026〕12号', on: '2026-03-01' }
const [first, second, third] = parsed.items as [Item, Item, Item]
/** 必做, 可选, one that waits, one that ended, one that was approved. */
const items: readonly Item[] = [
  { ...first, key: 'must', name: '必做的', lock: 'required' },
  { ...second, key: 'may', name: '可选的', lock: 'optional' },
  { ...third, key: 'wish', name: '拟增的', status: 'proposed' },
  { ...third, key: 'ended', name: '停用的', status: 'retired' },
  { ...third, key: 'asked', name: '批过的', approval },
]
const inUse = { ...parsed, items, locked: { by: '省民政厅' } } as Catalogue
const held = (change: Partial<Catalogue>, before: unknown = inUse) =>
  heldFindings(before, { ...inUse, ...change }).map(({ code, pointer }) => `${pointer} ${code}`)
const having = (key: string, change: Partial<Item>) =>
  held({ items: items.map((item) => (item.key === key ? { ...item, ...change } : item)) })
const adding = (change: Partial<Item>) => held({ items: [...items, { ...third, key: 'new', ...change }] })
const fresh = { ...approval, number: '民函〔2027〕3号' }

describe('S3-14 a locked catalogue in use', () => {
  test('S3-14 takes a new item as a proposal or with an approval, and no other way', () => {
    expect(adding({ status: 'proposed' })).toEqual([])
    expect(adding({ approval })).toEqual([])
    const refused = ['/items/5/status added-unapproved']
    expect(adding({})).toEqual(refused)
    expect(adding({ lock: 'required' })).toEqual(refused)
    expect(adding({ lock: 'optional' })).toEqual(refused)
    expect(adding({ governmentOnly: true })).toEqual(refused)
    // Or it would be an item of old in the release after.
    expect(adding({ status: 'retired', lock: 'optional' })).toEqual(refused)
  })

  test('says who must approve, at the item', () => {
    const [found] = heldFindings(inUse, {
      ...inUse,
      items: [...items, { ...third, key: 'new', name: '理发' }],
    })
    expect(found).toMatchObject({
      level: 'error',
      document: 'catalogue',
      label: '理发',
      message:
        '清单由省民政厅统一管理，新增事项“理发”须经省民政厅批准，请填写批复机关、文号和日期，或改回原样。',
    })
  })

  test('lets a proposal become an item with its approval alone', () => {
    expect(having('wish', { status: 'active' })).toEqual(['/items/2/status activated-unapproved'])
    expect(having('wish', { status: 'active', lock: 'optional' })).toHaveLength(1)
    expect(having('wish', { status: 'active', approval })).toEqual([])
    expect(having('wish', { status: 'active', lock: 'optional', approval })).toEqual([])
    expect(having('wish', { name: '改了名的', status: 'retired' })).toEqual([])
  })

  test('keeps 必做 and 可选 as they are, unless a new approval says otherwise', () => {
    for (const [key, lock] of [
      ['must', 'optional'],
      ['may', 'required'],
      ['must', undefined],
      ['asked', 'optional'],
    ] as const)
      expect(having(key, { lock })).toEqual([
        `/items/${items.findIndex((one) => one.key === key)}/lock lock-unapproved`,
      ])
    expect(having('may', { lock: 'required', approval })).toEqual([])
    expect(having('asked', { lock: 'optional', approval: fresh })).toEqual([])
  })

  test('keeps what 必做, 可选 and approved items are, unless a new approval says otherwise', () => {
    const other = (list: readonly { readonly key: string }[], now: string) =>
      list.find(({ key }) => key !== now)?.key ?? ''
    const counted = { ...inUse, items: items.map((item) => ({ ...item, unit: '次' })) }
    const changes = {
      name: '必做的和别的',
      category: other(parsed.categories, first.category),
      mode: other(parsed.modes, first.mode),
      unit: '月',
      objects: [...first.objects, 'further'],
      governmentOnly: true,
      methods: ['further'],
    }
    expect(Object.keys(changes)).toEqual(Object.keys(heldMembers))
    for (const [member, value] of Object.entries(changes)) {
      const change = (key: string, more: object = {}) =>
        held(
          {
            items: counted.items.map((item) =>
              item.key === key ? { ...item, [member]: value, ...more } : item,
            ),
          },
          counted,
        )
      const said = `${member} reworded-unapproved`
      expect(change('must')).toEqual([`/items/0/${said}`])
      expect(change('asked')).toEqual([`/items/4/${said}`])
      expect(change('must', { approval })).toEqual([])
      expect(change('asked', { approval })).toHaveLength(1)
      expect(change('asked', { approval: fresh })).toEqual([])
      expect(change('wish')).toEqual([])
    }
    expect(having('may', { name: '换成别的' })).toEqual(['/items/1/name reworded-unapproved'])
  })

  test('leaves to the city what does not say what the item is', () => {
    const unset = { ...inUse, items: items.map((item) => ({ ...item, unit: null })) }
    const own = {
      unit: '次',
      note: '说明',
      aliases: ['又名'],
      providers: [],
      procurement: true,
      common: null,
    }
    const objects = [...first.objects].reverse()
    const now = unset.items.map((item) => (item.key === 'must' ? { ...item, ...own, objects } : item))
    expect(held({ items: now }, unset)).toEqual([])
  })

  test('keeps what is 必做, under its own key', () => {
    expect(held({ items: items.slice(1) })).toEqual(['/items required-removed'])
    expect(having('must', { key: 'other' })).toEqual([
      '/items/0/status added-unapproved',
      '/items required-removed',
    ])
    expect(held({ items: items.filter(({ key }) => key !== 'may') })).toEqual([])
  })

  test('may end and take up again what is 可选, and nothing else', () => {
    expect(having('may', { status: 'retired' })).toEqual([])
    expect(having('ended', { status: 'active' })).toEqual(['/items/3/status activated-unapproved'])
    const ended = items.map((item) => ({ ...item, status: 'retired' as const }))
    const before = { ...inUse, items: ended }
    expect(held({ items: items.filter(({ key }) => key === 'may' || key === 'must') }, before)).toEqual([])
  })

  test('is not lifted, nor given to another office, by the city itself', () => {
    const { locked: _, ...free } = inUse
    expect(heldFindings(inUse, free).map(({ code }) => code)).toEqual(['lock-lifted'])
    expect(held({ locked: { by: '本市民政局' } })).toEqual(['/locked lock-lifted'])
    expect(held({ locked: { by: '省民政厅', source: { paper: 'S3', rule: 'S3-14' } } })).toEqual([])
  })

  test.each([undefined, null, 'catalogue', [], { schema: 2 }, { ...inUse, locked: undefined }])(
    'without one in use (%j) everything is free',
    (before) => {
      const free = before === undefined ? undefined : JSON.parse(JSON.stringify(before))
      expect(heldFindings(free, { ...inUse, items: [{ ...third, key: 'new' }] })).toEqual([])
    },
  )

  test('a draft that is no catalogue has findings of its own', () =>
    expect(heldFindings(inUse, { ...inUse, items: 'all' })).toEqual([]))
})
