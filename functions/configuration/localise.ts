import type { Division } from '#forms/catalogue'
import type { PackDocuments } from '../api/contract/index.ts'
import { provinceOf } from '../store/index.ts'

/** What a city says of itself when it takes over what another one made. `province`: its name. */
export type Place = {
  readonly name: string
  readonly province: string
  readonly divisions: readonly Division[]
}

type Loose = Readonly<Record<string, unknown>>
type Gap = { readonly pointer: string; readonly message: string }

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (value: Loose, name: string): readonly unknown[] => {
  const list = value[name]
  return Array.isArray(list) ? list : []
}
const textIn = (value: unknown, name: string): string => {
  const text = isRecord(value) ? value[name] : undefined
  return typeof text === 'string' ? text : ''
}

/** Every text of a value, rebuilt. */
const eachText = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => eachText(one, change))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, eachText(one, change)]))
}

/** What was said for one part of the other city is nobody's here. */
const withoutParts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((one) => !textIn(one, 'division')).map(withoutParts)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutParts(one)]))
}

/** A total of the other city's money: 分 become "not set". */
const withoutTotals = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutTotals)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, one]): [string, unknown] => [
    name,
    name === 'total' && typeof one === 'number' ? null : withoutTotals(one),
  ])
  return Object.fromEntries(entries)
}

const shortNameOf = (name: string): string =>
  name.length > 2 ? name.replace(/(?:自治州|自治县|地区|市|县|区|盟)$/, '') : name

const withGaps = (document: Loose, gaps: readonly Gap[], moot: RegExp): Loose => {
  const left = listIn(document, 'todo').filter((one) => !moot.test(textIn(one, 'pointer')))
  const todo = [...left, ...gaps]
  const { todo: _, ...rest } = document
  return todo.length > 0 ? { ...rest, todo } : rest
}

/**
 * The documents of a pack that another city made, for this one: its own code, name, province and divisions; without
 * the other's prices, totals, hotline, systems and whatever was said for one of its divisions. The papers stay as what
 * they are, a reference. What has to be settled here stands in each document as a to-do. Pure.
 */
export const localise = (pack: PackDocuments, city: string, place: Place): PackDocuments['documents'] => {
  const theirs = isRecord(pack.documents['profile']) ? pack.documents['profile'] : {}
  const [theirName, theirShort] = [textIn(theirs, 'name'), textIn(theirs, 'shortName')]
  const shortName = shortNameOf(place.name)
  const parts = listIn(theirs, 'divisions').map((one) => textIn(one, 'name'))
  const foreign = parts.filter((name) => name.length > 2)
  const names = [theirName, theirShort].filter((name) => name.length > 1)

  /** The title of a paper is a fact of the other city and is not rewritten. */
  const renamed = (text: string): string => {
    if (text.includes('《') || text === textIn(theirs['paper'], 'title')) return text
    // What was put in is not looked at again: our own name may contain theirs. It is no pattern either.
    const short = (part: string) => (theirShort.length > 1 ? part.split(theirShort).join(shortName) : part)
    return theirName.length > 1 ? text.split(theirName).map(short).join(place.name) : short(text)
  }

  const mentions = (document: unknown): readonly Gap[] => {
    const text = JSON.stringify(document)
    const renamedHere = names.find((name) => text.includes(name))
    const left = foreign.filter((name) => text.includes(name)).slice(0, 5)
    return [
      ...(renamedHere
        ? [{ pointer: '', message: `原文中的“${theirName}”已改为“${place.name}”，请核对有关文字。` }]
        : []),
      ...(left.length > 0
        ? [{ pointer: '', message: `文中还提到“${left.join('”“')}”，请改为本市的区划。` }]
        : []),
    ]
  }

  const profile = (document: Loose): Loose => {
    const { paper, systems, hotline } = document
    const title = textIn(paper, 'title')
    const isTheirs = (one: unknown) => names.some((name) => JSON.stringify(one).includes(name))
    const dropped = Array.isArray(systems) ? systems.filter(isTheirs) : []
    const numbering = isRecord(document['serviceNumber']) ? document['serviceNumber'] : {}
    const gaps: readonly Gap[] = [
      ...(paper
        ? [
            {
              pointer: '/paper',
              message: `各条依据引自《${title}》，本市仅作参考；本市文件出台后请更正。`,
            },
          ]
        : []),
      ...(hotline ? [{ pointer: '/hotline', message: '请填写本市的咨询、投诉电话。' }] : []),
      ...(dropped.length > 0 ? [{ pointer: '/systems', message: '请填写本市需要对接的系统。' }] : []),
      { pointer: '/channels', message: '受理渠道沿用原配置包，请核对名称。' },
      { pointer: '/serviceNumber', message: '服务号的前缀按本市名称生成，请确认。' },
    ]
    const kept = Array.isArray(systems) ? systems.filter((one) => !isTheirs(one)) : []
    const moved = eachText({ ...document, systems: kept }, renamed) as Loose
    return withGaps(
      {
        ...moved,
        city,
        name: place.name,
        shortName,
        province: { code: provinceOf(city), name: place.province },
        demo: false,
        ...(isRecord(paper) && { paper: { ...paper, reference: true } }),
        divisions: place.divisions,
        hotline: null,
        serviceNumber: { ...numbering, prefix: shortName.slice(0, 1) },
      },
      gaps,
      /^\/(?:divisions|hotline|systems|channels|serviceNumber|paper)/,
    )
  }

  const fees = (document: Loose): Loose => {
    const { length } = listIn(document, 'rows')
    const gap = { pointer: '/rows', message: `原配置包的 ${length} 行价格属于${theirName}，没有采用。` }
    const moved = eachText({ ...document, demo: false, rows: [] }, renamed) as Loose
    return withGaps(moved, length > 0 ? [gap] : [], /^\/rows/)
  }

  const codes = listIn(theirs, 'divisions').map((one) => `"${textIn(one, 'code')}"`)

  /** A question that offers divisions offers ours now: a stored case that answered with theirs can pass no more. */
  const form = (document: Loose): Loose => {
    const all = listIn(document, 'samples')
    const samples = all.filter((one) => !codes.some((code) => JSON.stringify(one).includes(code)))
    const gone = all.length - samples.length
    const message = `有 ${gone} 个样例用的是${theirName}的区划，没有采用；请用本市的区划重新录入。`
    const gaps = gone > 0 ? [{ pointer: '/samples', message }] : []
    const own = gone > 0 ? { ...document, samples } : document
    return withGaps(eachText(own, renamed) as Loose, [...gaps, ...mentions(own)], /^$/)
  }

  const other = (document: Loose): Loose => {
    const own = withoutTotals(withoutParts(document)) as Loose
    return withGaps(eachText(own, renamed) as Loose, mentions(own), /^$/)
  }

  const moved = Object.entries(pack.documents).map(([key, document]): [string, unknown] => {
    if (!isRecord(document)) return [key, document]
    if (key === 'profile') return [key, profile(document)]
    if (key === 'fees') return [key, fees(document)]
    if (key === 'disclosure') return [key, { ...document, to: provinceOf(city) }]
    return [key, key.startsWith('form:') ? form(document) : other(document)]
  })
  return Object.fromEntries(moved)
}
