import { useEffect, useState } from 'react'
import { watchDevice } from '../app/device.ts'
import { useSession } from '../app/session.ts'
import { recallDrafts, recallOutbox } from './draft.ts'
import type { NewHousehold, Registration } from './registration.ts'
import { type Draft, isNewHousehold, isRegistration, type Outgoing } from './work.ts'

export type Kept = {
  readonly drafts: readonly Draft[]
  readonly outbox: readonly Outgoing[]
  /** Households being registered, and those on their way. */
  readonly registrations: readonly Registration[]
  readonly arriving: readonly NewHousehold[]
}

/** Who works here; '' when nobody is signed in. */
export const useOwner = (): string => {
  const session = useSession()
  return session.status === 'out' ? '' : session.subject
}

/** What this device keeps for this city and person, always as it stands now. `undefined` until first read. */
export function useKept(city: string): Kept | undefined {
  const owner = useOwner()
  const [kept, setKept] = useState<Kept>()
  useEffect(() => {
    let gone = false
    const read = async () => {
      const [drafts, outbox] = await Promise.all([recallDrafts(owner), recallOutbox(owner)])
      if (gone) return
      const sending = new Set(outbox.map(({ id }) => id))
      const here = outbox.map(({ value }) => value).filter(({ draft }) => draft.city === city)
      const open = drafts
        .map(({ value }) => value)
        .filter((work) => work.city === city && !sending.has(work.id))
      setKept({
        outbox: here.filter((one): one is Outgoing => !isNewHousehold(one)),
        arriving: here.filter(isNewHousehold),
        drafts: open.filter((work): work is Draft => !isRegistration(work)),
        registrations: open.filter(isRegistration),
      })
    }
    const readAgain = () =>
      void read().catch(() => setKept({ drafts: [], outbox: [], registrations: [], arriving: [] }))
    readAgain()
    const stop = watchDevice(readAgain)
    return () => {
      gone = true
      stop()
    }
  }, [owner, city])
  return kept
}
