import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cityPath } from '../../app/client.ts'
import { isProblem, Unreachable } from '../../app/problem.ts'
import { queries } from '../../app/queries.ts'
import { refusedBy } from '../outbox.ts'
import type { Refused } from '../refused.ts'

export type Sending = {
  readonly busy: boolean
  readonly refused: Refused | undefined
  readonly setRefused: (refused: Refused | undefined) => void
  /** Whether it was taken. Without an answer what was entered stays, to be sent again as it is. */
  readonly run: (request: () => Promise<unknown>) => Promise<boolean>
}

/** Sends what was entered on a page, and reads the city's files and tasks anew when it was taken. */
export function useSending(city: string): Sending {
  const { t } = useTranslation('entry')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const run = async (request: () => Promise<unknown>) => {
    setBusy(true)
    setRefused(undefined)
    try {
      await request()
      await readAgain(city)
      return true
    } catch (error) {
      if (isProblem(error)) setRefused(refusedBy(error))
      else setRefused({ message: error instanceof Unreachable ? t('unsent') : String(error), errors: [] })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, refused, setRefused, run }
}

/** Files, lists and tasks may all have changed; the configuration has not. */
export const readAgain = (city: string): Promise<void> =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      typeof key === 'string' &&
      ['households', 'tasks', 'queues'].some((part) => key.startsWith(cityPath(city, part))),
  })
