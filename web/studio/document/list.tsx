import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { useDraft, useOwnDivisions } from '../draft.ts'
import { leadOf } from '../look.ts'
import { useReleased } from '../released.ts'
import { useReturning } from '../returning.ts'
import { NewForm } from './new-form.tsx'

type Props = { readonly city: string; readonly at: string; readonly drafting: boolean }

/** What there is: every document of the configuration, the changed ones marked in words and colour. */
export function DocumentList({ city, at, drafting }: Props) {
  const { t } = useTranslation('studio')
  const draft = useDraft(city, drafting)
  const released = useReleased(city, !drafting)
  // A county administrator drafts prices only.
  const mayAdd = useOwnDivisions(city) === undefined && drafting
  const documents = drafting ? (draft.data?.documents ?? []) : released
  const list = useRef<HTMLUListElement>(null)
  const there = documents.length > 0
  // On a narrow screen the list is one line, elsewhere it scrolls by itself: what is open may stand outside of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is open, or the list has come
  useEffect(() => {
    const show = () => {
      const row = list.current
      const open = row?.querySelector<HTMLElement>('[aria-current="page"]')
      if (!row || !open) return
      if (row.scrollHeight > row.clientHeight)
        row.scrollTop = open.offsetTop - row.offsetTop - (row.clientHeight - open.offsetHeight) / 2
      if (row.scrollWidth > row.clientWidth)
        row.scrollLeft = open.offsetLeft - row.offsetLeft - (row.clientWidth - open.offsetWidth) / 2
    }
    show()
    window.addEventListener('resize', show)
    return () => window.removeEventListener('resize', show)
  }, [at, there])
  return (
    <nav className="document-list" aria-label={t('overview')}>
      <div className="document-places">
        {mayAdd && draft.data && there && <AddForm city={city} documents={draft.data.documents} />}
        <ul ref={list}>
          {documents.map(({ key, title, state }) => (
            <li key={key}>
              <Link
                to="/studio/$city/documents/$key"
                params={{ city, key }}
                aria-current={key === at ? 'page' : undefined}
                title={t(`lead.${leadOf(key)}`)}
              >
                <span>{title}</span>
                {state !== 'same' && <span className={`state-dot ${state}`}>{t(`states.${state}`)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

type AddProps = { readonly city: string; readonly documents: readonly DraftDocument[] }

function AddForm({ city, documents }: AddProps) {
  const { t } = useTranslation('studio')
  const [open, setOpen] = useState(false)
  const button = useReturning<HTMLButtonElement>(open)
  return (
    <div className="document-add">
      <Button ref={button} type="dashed" block onClick={() => setOpen(true)}>
        {t('national.add')}
      </Button>
      {open && <NewForm city={city} documents={documents} close={() => setOpen(false)} />}
    </div>
  )
}
