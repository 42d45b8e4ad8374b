import { faultsOf } from '../../fees/intervals.ts'
import { isPriced } from '../../fees/schema.ts'
import type { Activation } from '../lock.ts'
import { type Check, days } from './report.ts'

type Days = { readonly from: string; readonly to?: string | undefined }
const meet = (a: Days, b: Days): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to)

/**
 * What counties offer: items and divisions that exist, one word a day, no obligatory item switched off, and nothing
 * that is paid for without a price (S2-13).
 */
export const checkActivations: Check = ({ catalogue, fees, profile }, report) => {
  const activations = catalogue?.activations
  if (!catalogue || !activations) return
  const items = new Map(catalogue.items.map((item) => [item.key, item]))
  const modes = new Map(catalogue.modes.map((mode) => [mode.key, mode]))
  const places = profile && new Map(profile.divisions.map((one) => [one.code, one.name]))
  const priced = Map.groupBy(fees?.rows.filter(isPriced) ?? [], ({ item }) => item)
  const parents = new Map(profile?.divisions.map(({ code, parent }) => [code, parent]))
  const lies = (code: string, above: string): boolean => {
    let at: string | undefined = code
    // A tree that goes in circles has a finding of its own; four levels are all there are.
    for (let level = 0; at !== undefined && level < 4; level++, at = parents.get(at))
      if (at === above) return true
    return false
  }
  /** A price of the place itself, of one above it or of one within it. */
  const hasPrice = (one: Activation): boolean =>
    (priced.get(one.item) ?? []).some(
      (row) =>
        meet(row, one) &&
        (row.division === undefined || lies(row.division, one.division) || lies(one.division, row.division)),
    )
  activations.forEach((one, index) => {
    const item = items.get(one.item)
    const name = item?.name ?? one.item
    const err = (code: string, message: string, member: string) =>
      report('error', 'catalogue', ['activations', index, member], code, message, name)
    const place = places?.get(one.division)
    if (!item) err('item-unknown', `县（区）启用的事项“${one.item}”不在服务事项清单中。`, 'item')
    if (places && place === undefined)
      err('division-unknown', `事项“${name}”的启用区划“${one.division}”不在本市区划中。`, 'division')
    if (!item || place === undefined) return
    if (!one.active && item.lock === 'required')
      err('required-inactive', `事项“${name}”是必做事项，${place}不能不启用。`, 'active')
    if (!one.active) return
    if (item.status === 'proposed')
      err('item-proposed', `事项“${name}”是拟增事项，批准以前${place}不能启用。`, 'active')
    if (item.status === 'active' && fees && modes.get(item.mode)?.payment !== 'none' && !hasPrice(one))
      err('activation-unpriced', `${place}没有“${name}”的收费标准，须先定价才能启用。`, 'active')
  })
  for (const fault of faultsOf(activations, (one) => JSON.stringify([one.item, one.division]))) {
    const one = activations[fault.later]
    if (!one || fault.kind === 'gap') continue
    const name = items.get(one.item)?.name ?? one.item
    const place = places?.get(one.division) ?? one.division
    report(
      'error',
      'catalogue',
      ['activations', fault.later, 'from'],
      'activation-overlap',
      `${place}是否启用“${name}”，${days(fault.from, fault.to)}写了两次，请改写起止日期。`,
      name,
    )
  }
}
