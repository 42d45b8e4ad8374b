import './office.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addCatalogue } from '../app/i18n.ts'
import { Mark } from '../app/icons.tsx'
import { useMe } from '../app/queries.ts'
import { doors, type Room } from '../app/rooms.ts'
import { SignOut } from '../app/sign-out.tsx'
import { Failed } from '../app/states.tsx'
import { Switches } from '../app/switches.tsx'
import { zh } from './zh.ts'

declare module '../app/i18n.ts' {
  interface Catalogues {
    office: typeof zh
  }
}
addCatalogue('office', zh)

export type Tab = {
  readonly to: string
  readonly label: string
  readonly exact?: boolean
  readonly current?: boolean
}

type FrameProps = {
  readonly room: Room
  readonly code: string
  readonly tabs: readonly Tab[]
  readonly children: ReactNode
}

/** What stands around every desktop room: whose place this is, its parts, and who is signed in. */
export function Frame({ room, code, tabs, children }: FrameProps) {
  const { t } = useTranslation()
  const { t: own } = useTranslation('office')
  const me = useMe()
  const here = me.data && doors(me.data).find((door) => door.room === room && door.code === code)
  return (
    <div className="office-room">
      <header className="office-head">
        <Link className="office-brand" to="/">
          <Mark />
          <span>{t('product')}</span>
        </Link>
        <strong className="office-place">{here?.place ?? code}</strong>
        <nav aria-label={own('nav')}>
          {tabs.map(({ to, label, exact = false, current = false }) => (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact }}
              activeProps={{ 'aria-current': 'page' }}
              aria-current={current ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
        <details className="office-account">
          <summary>
            {me.data?.name ?? own('account')}
            <span className="muted">{here?.roles.map((role) => t(`roles.${role}`)).join('、')}</span>
          </summary>
          <div>
            {me.data && doors(me.data).length > 1 && (
              <Link className="button quiet wide" to="/">
                {t('switch')}
              </Link>
            )}
            <Switches />
            <SignOut />
          </div>
        </details>
      </header>
      {me.isError && !me.data ? (
        <main id="main" className="office-main">
          <Failed error={me.error} retry={me.refetch} />
        </main>
      ) : (
        children
      )}
    </div>
  )
}
