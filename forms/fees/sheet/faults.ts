import type { Catalogue } from '../../catalogue/index.ts'
import { type IntervalFault, intervalFaults } from '../intervals.ts'
import type { FeeRow } from '../schema.ts'

export type Fault = {
  readonly column?: string
  readonly message: string
  readonly level: 'error' | 'warning'
}

const days = ({ from, to }: Pick<IntervalFault, 'from' | 'to'>): string =>
  to === from ? from : `${from} 至 ${to ?? '以后'}`

/** What is wrong with the rows of a fee standard before anything is saved, by the index of the row. */
export function feeFaults(
  rows: readonly FeeRow[],
  catalogue: Catalogue | undefined,
): ReadonlyMap<number, readonly Fault[]> {
  const items = new Map((catalogue?.items ?? []).map((item) => [item.key, item]))
  const found = new Map<number, Fault[]>()
  const say = (at: number, column: string, message: string, level: Fault['level'] = 'error') =>
    found.set(at, [...(found.get(at) ?? []), { column, message, level }])
  const dated: { readonly row: FeeRow; readonly at: number }[] = []
  rows.forEach((row, at) => {
    if (!row.item) say(at, 'item', '请选择服务事项')
    else if (catalogue && !items.has(row.item))
      say(at, 'item', `服务事项清单里没有“${row.item}”，请改选或删除这一行`)
    else if (items.get(row.item)?.status === 'retired') say(at, 'item', '这一事项已停用', 'warning')
    if (!row.unit) say(at, 'unit', '请填写单位')
    if (!row.from) say(at, 'from', '请填写生效日期')
    else if (row.to !== undefined && row.to < row.from) say(at, 'to', '截止日期早于生效日期')
    else dated.push({ row, at })
  })
  for (const fault of intervalFaults(dated.map(({ row }) => row))) {
    const [earlier, later] = [dated[fault.earlier]?.at, dated[fault.later]?.at]
    if (earlier === undefined || later === undefined) continue
    if (fault.kind === 'overlap') {
      say(later, 'from', `${days(fault)} 与 ${rows[earlier]?.from} 起的另一行重叠，同一天只能有一个价格`)
      say(earlier, 'to', `${days(fault)} 与 ${rows[later]?.from} 起的另一行重叠，同一天只能有一个价格`)
    } else
      say(later, 'from', `${days(fault)} 没有价格：与 ${rows[earlier]?.from} 起的那一行之间有空档`, 'warning')
  }
  return found
}
