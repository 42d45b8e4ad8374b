import { useCallback, useId, useRef } from 'react'
import { noVisit, visitAt } from './visit.ts'

/** Hands on changes so that whatever is written in one visit of a field is undone together. */
export function useFieldSteps(
  change: (text: string, step?: string) => void,
): (text: string, step?: string) => void {
  const id = useId()
  const visit = useRef(noVisit)
  return useCallback(
    (text: string, step?: string) => {
      visit.current = visitAt(visit.current, document.activeElement, Date.now())
      const { field, count } = visit.current
      change(text, step ?? (field && `${id} ${count}`))
    },
    [change, id],
  )
}
