import type { ReactNode } from 'react'
import { useTitle } from '../../app/title.ts'

type WholeProps = {
  readonly title: string
  readonly under?: string
  /** The link back. */
  readonly back: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A page of its own, without the tabs, for one piece of work. */
export function Whole({ title, under, back, aside, children }: WholeProps) {
  useTitle(title)
  return (
    <div className="field whole">
      <header className="top">
        {back}
        <div>
          <h1 className="top-title">{title}</h1>
          {under && <span className="muted">{under}</span>}
        </div>
        {aside}
      </header>
      <main id="main" className="field-main entry" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
