import type { Form, Seat } from './seat.ts'

/** A component of the older form, of the newer one, or the same one in both. */
export type Pair = {
  readonly was?: Seat
  readonly is?: Seat
  /** The same question under another key, or at another place of the answers: what was filled in does not follow. */
  readonly renamed?: 'key' | 'path'
  /** Stands in another component now. */
  readonly moved?: boolean
}

/**
 * Pairs the components of two forms, in the order of the newer one, then what was removed. What came or went together
 * with the component around it is told with that one, and has no pair of its own.
 */
export const pairsOf = (before: Form, after: Form): readonly Pair[] => {
  const gone = [...before.seats.values()].filter(({ id }) => !after.seats.has(id))
  const came = [...after.seats.values()].filter(({ id }) => !before.seats.has(id))
  const twins = twinsOf(gone, came)
  const lost = new Set(twins.values())
  const old = (seat: Seat): Seat | undefined => twins.get(seat) ?? before.seats.get(seat.id)
  const standing = [...after.seats.values()].flatMap((is): Pair[] => {
    const was = old(is)
    const { above } = is
    if (!was)
      return above && !before.seats.has(above.id) && !(above.layout && twins.has(above)) ? [] : [{ is }]
    const stays = above ? old(above) === was.above && was.above !== undefined : was.above === undefined
    if (is.layout || was.path === is.path) return [{ was, is, moved: !stays }]
    // What stands in the same grid as before was told with the grid.
    const [holder, former] = [holderOf(is), holderOf(was)]
    const follows = holder ? former !== undefined && old(holder) === former : former === undefined
    if (!follows) return [{ was, is, renamed: 'path' }]
    return [{ was, is, moved: !stays, ...(was.component.key !== is.component.key && { renamed: 'key' }) }]
  })
  const removed = gone.flatMap((was): Pair[] => {
    const { above } = was
    const told = above && !after.seats.has(above.id) && !(above.layout && lost.has(above))
    return lost.has(was) || told ? [] : [{ was }]
  })
  return [...standing, ...removed]
}

/** The container or grid in whose answers a component has its own. */
const holderOf = ({ above }: Seat): Seat | undefined => (above?.layout ? holderOf(above) : above)

/**
 * A component that came and one that went, of the same words and kind: in the same place it has another key, with the
 * same key it stands in another place. Only where there is no other that it could be.
 */
const twinsOf = (gone: readonly Seat[], came: readonly Seat[]): ReadonlyMap<Seat, Seat> => {
  const twins = new Map<Seat, Seat>()
  const match = (name: (seat: Seat) => unknown, seats: (list: readonly Seat[]) => readonly Seat[]) => {
    const taken = new Set(twins.values())
    const words = (seat: Seat) => JSON.stringify([name(seat), seat.component.type, seat.label])
    const olds = Map.groupBy(
      seats(gone).filter((seat) => !taken.has(seat)),
      words,
    )
    const news = Map.groupBy(
      seats(came).filter((seat) => !twins.has(seat)),
      words,
    )
    for (const [key, [is, another]] of news) {
      const [was, other] = olds.get(key) ?? []
      if (is && was && !another && !other) twins.set(is, was)
    }
  }
  match(
    ({ above }) => above?.id,
    (list) => list,
  )
  match(
    ({ component }) => component.key,
    (list) => list.filter(({ layout }) => !layout),
  )
  return twins
}
