import type { Catalogue, Item } from '../catalogue.ts'
import { isWhole } from './approval.ts'

export type Fault = { readonly column?: string; readonly message: string }

/** What is wrong with an item of a table before anything is saved, by column. `all` = the table it stands in. */
export function itemFaults(
  item: Item,
  all: readonly Item[],
  { categories, modes }: Catalogue,
): readonly Fault[] {
  const faults: Fault[] = []
  if (!item.name) faults.push({ column: 'name', message: '请填写事项名称' })
  if (!categories.some(({ key }) => key === item.category))
    faults.push({ column: 'category', message: '请选择类别' })
  if (!modes.some(({ key }) => key === item.mode)) faults.push({ column: 'mode', message: '请选择服务方式' })
  if (item.objects.length === 0) faults.push({ column: 'objects', message: '请选择服务对象' })
  if (!item.key) faults.push({ column: 'key', message: '请填写标识' })
  if (all.filter(({ key }) => key === item.key).length > 1)
    faults.push({ column: 'key', message: `有几个事项的标识都是“${item.key}”，请改成不同的` })
  if (item.approval && !isWhole(item.approval)) {
    const { by, number, on } = item.approval
    if (!by) faults.push({ column: 'approvedBy', message: '批复机关、文号、日期要填齐' })
    if (!number) faults.push({ column: 'approvedNumber', message: '批复机关、文号、日期要填齐' })
    if (!on) faults.push({ column: 'approvedOn', message: '批复机关、文号、日期要填齐' })
  }
  return faults
}
