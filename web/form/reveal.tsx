import { type ReactNode, useEffect, useState } from 'react'

/** Milliseconds of the closing movement, as in form.css. */
const CLOSING = 180

/**
 * Opens and closes its content in place instead of popping it in: what the reader looks at stays where it is.
 * Closed content leaves the page (and the tab order) after the movement.
 */
export function Reveal({ open, children }: { readonly open: boolean; readonly children: ReactNode }) {
  const [mounted, setMounted] = useState(open)
  useEffect(() => {
    if (open) return setMounted(true)
    const timer = setTimeout(() => setMounted(false), CLOSING)
    return () => clearTimeout(timer)
  }, [open])
  if (!open && !mounted) return null
  return (
    <div className="reveal" data-open={open} inert={!open}>
      <div className="reveal-inner">{children}</div>
    </div>
  )
}
