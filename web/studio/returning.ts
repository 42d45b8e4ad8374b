import { type RefObject, useEffect, useRef } from 'react'

/** Gives the focus back to what opened a dialog, once the dialog is gone and holds it no longer. */
export function useReturning<T extends HTMLElement>(open: boolean): RefObject<T | null> {
  const opener = useRef<T>(null)
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !open) opener.current?.focus()
    was.current = open
  }, [open])
  return opener
}
