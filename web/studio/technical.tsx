import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What the system calls a thing, folded away: people need it only when something is wrong with it. */
export function Technical({
  open = false,
  children,
}: {
  readonly open?: boolean
  readonly children: ReactNode
}) {
  const { t } = useTranslation('studio')
  const [shown, setShown] = useState(open)
  useEffect(() => {
    if (open) setShown(true)
  }, [open])
  return (
    <details
      className="technical"
      open={shown}
      onToggle={({ currentTarget }) => setShown(currentTarget.open)}
    >
      <summary>{t('technical')}</summary>
      {children}
    </details>
  )
}
