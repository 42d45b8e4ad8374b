import { useMemo, useState } from 'react'
import { focusField } from '../../form/focus.ts'
import type { Refused } from '../refused.ts'
import type { Wrongs } from './field.tsx'
import type { Mistake } from './mistake.ts'

export type Mistakes = {
  /** What is said at the fields and in the summary now. */
  readonly shown: readonly Mistake[]
  readonly wrongs: Wrongs
  /** Whether all is in order; where it is not, everything wrong is shown and the first of it gets the focus. */
  readonly inOrder: () => boolean
}

/** Nothing is called wrong before it was to be sent; from then on everything is, as it stands now. */
export function useMistakes(found: readonly Mistake[], refused: Refused | undefined): Mistakes {
  const [asked, setAsked] = useState(false)
  const shown = useMemo(() => {
    const own = asked ? found : []
    return [...own, ...(refused?.errors ?? []).filter(({ path }) => !own.some((one) => one.path === path))]
  }, [asked, found, refused])
  return {
    shown,
    wrongs: useMemo(() => new Map(shown.map(({ path, message }) => [path, message])), [shown]),
    inOrder: () => {
      setAsked(true)
      const [first] = found
      // Fields that only show what is wrong with them are drawn first.
      if (first) setTimeout(() => focusField(first.path))
      return first === undefined
    },
  }
}
