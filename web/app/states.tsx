import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, Unreachable } from './problem.ts'

export function Loading({ words }: { readonly words?: string }) {
  const { t } = useTranslation()
  return (
    <div className="state" role="status">
      <span className="spinner" aria-hidden="true" />
      <p>{words ?? t('loading')}</p>
    </div>
  )
}

type NoticeProps = {
  readonly title: string
  readonly lead?: string
  readonly tone?: 'plain' | 'danger'
  readonly children?: ReactNode
}

/** A state that fills the place of the content: empty, offline, no permission, failed. Says what to do next. */
export function Notice({ title, lead, tone = 'plain', children }: NoticeProps) {
  return (
    <div className={`state ${tone}`} role={tone === 'danger' ? 'alert' : undefined}>
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      {children && <div className="actions">{children}</div>}
    </div>
  )
}

/** The designed state of a failed read: offline, no permission, not found, or a plain failure. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const { t } = useTranslation()
  const again = retry && (
    <button type="button" className="button quiet" onClick={() => void retry()}>
      {t('retry')}
    </button>
  )
  if (error instanceof Unreachable)
    return (
      <Notice title={t('offline')} lead={t('offlineLead')}>
        {again}
      </Notice>
    )
  if (!isProblem(error))
    return (
      <Notice tone="danger" title={t('failed')} lead={String(error)}>
        {again}
      </Notice>
    )
  const { problem } = error
  const home = (
    <Link className="button quiet" to="/">
      {t('home')}
    </Link>
  )
  if (problem.code === 'forbidden')
    return (
      <Notice title={t('denied')} lead={problem.detail || t('deniedLead')}>
        {home}
      </Notice>
    )
  if (problem.code === 'not-found')
    return (
      <Notice title={t('notFound')} lead={problem.detail || t('notFoundLead')}>
        {home}
      </Notice>
    )
  return (
    <Notice
      tone="danger"
      title={problem.title || t('failed')}
      lead={problem.detail || t('failedLead', { requestId: problem.requestId })}
    >
      {again}
    </Notice>
  )
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <main id="main" className="page narrow">
      <Notice title={t('notFound')} lead={t('notFoundLead')}>
        <Link className="button quiet" to="/">
          {t('home')}
        </Link>
      </Notice>
    </main>
  )
}

/** A page that broke; or one that was never fetched and cannot be without a network. */
export function Crashed({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const away = error instanceof Unreachable
  return (
    <main id="main" className="page narrow">
      <Notice
        tone={away ? 'plain' : 'danger'}
        title={t(away ? 'offline' : 'crashed')}
        lead={t(away ? 'notFetched' : 'crashedLead')}
      >
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('reload')}
        </button>
        <Link className="button quiet" to="/">
          {t('home')}
        </Link>
      </Notice>
    </main>
  )
}
