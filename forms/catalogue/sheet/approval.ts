import type { Item } from '../catalogue.ts'
import type { Approval } from '../lock.ts'

/** An approval of which nothing is known yet. */
export const unsetApproval: Approval = { by: '', number: '', on: '' }

/** An item with a part of its approval changed. The parts are typed one by one, so it may be incomplete for a while; it goes when all of it is empty. */
export function withApproval(item: Item, part: Partial<Approval>): Item {
  const { approval, ...rest } = item
  const next = { ...unsetApproval, ...approval, ...part }
  return next.by || next.number || next.on ? { ...rest, approval: next } : rest
}

/** Whether an approval, once begun, names the office, the number and the day. */
export const isWhole = ({ by, number, on }: Approval): boolean => Boolean(by && number && on)
