import type { ComponentType } from 'react'
import { Failed, Loading } from '../app/states.tsx'
import { type Comparisons, useComparison } from './comparison.ts'

type Props<K extends keyof Comparisons> = {
  readonly kind: K
  /** A day, `YYYY-MM-DD`, where the comparison is of one. */
  readonly on?: string | undefined
  /** Shows the comparison once it is there. */
  readonly show: ComponentType<{ readonly comparison: Comparisons[K] }>
}

/** Reads one comparison of the province; until it is there, says that it loads or why it did not come. */
export function Compared<K extends keyof Comparisons>({ kind, on, show: Show }: Props<K>) {
  const read = useComparison(kind, on)
  if (read.isPending) return <Loading />
  if (read.isError)
    return (
      <main id="main" className="office-main">
        <Failed error={read.error} retry={read.refetch} />
      </main>
    )
  return <Show comparison={read.data} />
}
