import { type Catalogue, type Objects, type Profile, units } from '../../catalogue/index.ts'
import type { Choice, Column } from '../../sheet/index.ts'
import type { FeeRow, Fees } from '../schema.ts'
import { pricing } from './pricing.ts'

/** Where the words of the columns come from. */
export type FeeWords = {
  readonly fees: Fees
  readonly catalogue: Catalogue | undefined
  readonly objects: Objects | undefined
  readonly profile: Profile | undefined
  /** Levels that the forms give, with their names. */
  readonly levels: readonly Choice[]
  /** Codes of the divisions whose rows this person writes; undefined = all, and rows of the whole city. */
  readonly own: ReadonlySet<string> | undefined
}

type Optional = 'level' | 'objectClass' | 'division' | 'to' | 'note' | 'advance' | 'copay' | 'caps'

function put<K extends Optional>(row: FeeRow, name: K, value: FeeRow[K]): FeeRow {
  const { [name]: _, ...rest } = row
  return (value === undefined ? rest : { ...rest, [name]: value }) as FeeRow
}

type Caps = NonNullable<FeeRow['caps']>

function putCap(row: FeeRow, name: keyof Caps, value: number | null): FeeRow {
  const { [name]: _, ...others } = row.caps ?? {}
  const caps = value === null ? others : { ...others, [name]: value }
  return put(row, 'caps', Object.keys(caps).length > 0 ? caps : undefined)
}

const cap = (name: keyof Caps, title: string): Column<FeeRow> => ({
  id: `cap-${name}`,
  title,
  kind: 'money',
  get: (row) => row.caps?.[name] ?? null,
  set: (row, value) => putCap(row, name, value),
})

/** A share between 0 and 1, four decimals at most, as a percentage with two. No float error is kept. */
const percentOf = (ratio: number | undefined): number | null =>
  ratio === undefined ? null : Math.round(ratio * 10_000) / 100
const ratioOf = (percent: number): number => Math.round(percent * 100) / 10_000

/** The columns of a fee standard, for the table on the screen, the clipboard and the workbook. */
export function feeColumns(words: FeeWords): readonly Column<FeeRow>[] {
  const { fees, catalogue, objects, profile, levels, own } = words
  const items = catalogue?.items ?? []
  const held = fees.rows.map(({ unit }) => unit).filter(Boolean)
  const divisions = (profile?.divisions ?? []).map(({ code, name }) => ({ value: code, label: name }))
  const unitOf = (item: string | undefined) => items.find(({ key }) => key === item)?.unit
  return [
    {
      id: 'item',
      title: '服务事项',
      kind: 'choice',
      required: true,
      options: items.map(({ key, name, aliases }) => ({
        value: key,
        label: name,
        ...(aliases && { also: aliases }),
      })),
      get: (row) => row.item || undefined,
      set: (row, item) => ({ ...row, item: item ?? '', unit: row.unit || (unitOf(item) ?? '') }),
    },
    {
      id: 'amount',
      title: '单价（元）',
      hint: '留空表示尚未定价，不等于 0 元',
      kind: 'money',
      locked: (row) =>
        row.tiers || row.formula ? '这一行按分档或比例计价，请在“计价方式”里修改' : undefined,
      get: ({ amount }) => amount,
      set: (row, amount) => ({ ...row, amount }),
    },
    {
      id: 'unit',
      title: '单位',
      kind: 'choice',
      required: true,
      options: [...new Set([...units, ...held])].map((unit) => ({ value: unit, label: unit })),
      get: (row) => row.unit || undefined,
      set: (row, unit) => ({ ...row, unit: unit ?? '' }),
    },
    { id: 'pricing', title: '计价方式', kind: 'shown', get: pricing },
    {
      id: 'level',
      title: '适用等级',
      hint: '留空表示不限',
      kind: 'choice',
      options: levels,
      get: ({ level }) => level,
      set: (row, value) => put(row, 'level', value),
    },
    {
      id: 'objectClass',
      title: '适用对象',
      hint: '留空表示不限',
      kind: 'choice',
      options: (objects?.classes ?? []).map(({ key, label }) => ({ value: key, label })),
      get: ({ objectClass }) => objectClass,
      set: (row, value) => put(row, 'objectClass', value),
    },
    {
      id: 'division',
      title: '适用区划',
      hint: own ? '请选择本县（区）的区划' : '留空表示全市',
      kind: 'choice',
      required: own !== undefined,
      options: divisions,
      ...(own && { within: divisions.filter(({ value }) => own.has(value)) }),
      get: ({ division }) => division,
      set: (row, value) => put(row, 'division', value),
    },
    {
      id: 'from',
      title: '生效日期',
      kind: 'date',
      required: true,
      get: (row) => row.from || undefined,
      set: (row, from) => ({ ...row, from: from ?? '' }),
    },
    {
      id: 'to',
      title: '截止日期',
      hint: '当天仍有效；留空表示长期',
      kind: 'date',
      get: ({ to }) => to,
      set: (row, to) => put(row, 'to', to),
    },
    cap('month', '每人每月上限（元）'),
    cap('year', '每人每年上限（元）'),
    cap('household', '每户上限（元）'),
    {
      id: 'copay',
      title: '个人负担（%）',
      hint: '新填时四舍五入到分，可在“计价方式”里改',
      kind: 'number',
      most: 100,
      decimals: 2,
      get: ({ copay }) => percentOf(copay?.ratio),
      set: (row, percent) =>
        put(
          row,
          'copay',
          percent === null
            ? undefined
            : { rounding: { mode: 'round', to: 'fen' }, ...row.copay, ratio: ratioOf(percent) },
        ),
    },
    {
      id: 'advance',
      title: '预拨（%）',
      kind: 'number',
      most: 100,
      decimals: 2,
      get: ({ advance }) => percentOf(advance),
      set: (row, percent) => put(row, 'advance', percent === null ? undefined : ratioOf(percent)),
    },
    {
      id: 'note',
      title: '备注',
      kind: 'text',
      most: 2000,
      get: ({ note }) => note,
      set: (row, note) => put(row, 'note', note),
    },
    {
      id: 'id',
      title: '编号',
      hint: '由系统给出；导入时按编号认出是哪一行，新增的行留空',
      kind: 'shown',
      get: ({ id }) => id,
    },
  ]
}
