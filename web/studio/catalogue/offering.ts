import type { Activation } from '#forms/catalogue'
import { dayBefore } from '../today.ts'

export type Wish = Pick<Activation, 'item' | 'division' | 'active' | 'from'>

/**
 * What a division offers from a day on. Only its own entries for the item change: what holds on that day ends the day
 * before, what begins on that day is replaced, and what begins later stays as it was planned. `otherwise` = what holds
 * where the division says nothing: a wish for just that, with nothing said before, needs no entry.
 *
 *     ──── offered ────▶        not offered from 03-01
 *     ──── offered ──┤ not offered ────▶
 */
export const offerFrom = (
  activations: readonly Activation[],
  wish: Wish,
  otherwise: boolean,
): readonly Activation[] => {
  const mine = (one: Activation) => one.item === wish.item && one.division === wish.division
  const next = activations
    .filter((one) => mine(one) && one.from > wish.from)
    .map(({ from }) => from)
    .toSorted()[0]
  const to = next === undefined ? {} : { to: dayBefore(next) }
  const eve = dayBefore(wish.from)
  let goesOn = false
  let said = false
  const kept = activations.flatMap((one): readonly Activation[] => {
    if (!mine(one) || one.from > wish.from) return [one]
    if (one.from === wish.from) return []
    said = true
    if (one.to !== undefined && one.to < eve) return [one]
    const { to: _, ...open } = one
    if (one.active !== wish.active) return [{ ...open, to: eve }]
    // What the day before said goes on.
    goesOn = true
    return [{ ...open, ...to }]
  })
  if (goesOn || (!said && wish.active === otherwise)) return kept
  return [...kept, { ...wish, ...to }]
}

/** What a division says of an item from a day on, in the order of time. */
export const plansOf = (
  activations: readonly Activation[],
  { item, division }: Pick<Activation, 'item' | 'division'>,
  day: string,
): readonly Activation[] =>
  activations
    .filter((one) => one.item === item && one.division === division && (one.to ?? day) >= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
