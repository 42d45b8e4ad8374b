import type { ReactNode } from 'react'

type SheetProps = {
  readonly className: string
  /** Its name for who hears the page; without one, the dialog around it has one. */
  readonly label?: string
  /** While it is being sent, another press does nothing. */
  readonly busy: boolean
  readonly submit: () => Promise<void>
  readonly children: ReactNode
}

/** What somebody fills and sends; what is wrong is said in our words and not by the browser. */
export function Sheet({ className, label, busy, submit, children }: SheetProps) {
  return (
    <form
      className={className}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      {children}
    </form>
  )
}
