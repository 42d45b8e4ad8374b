import './adopt.css'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Division } from '#forms/catalogue'
import { isProblem } from '../../app/problem.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { useTitle } from '../../app/title.ts'
import { useDraftBody, useMayPublish, useSave } from '../draft.ts'
import { studioRoute } from '../routes.ts'
import { Without } from '../without.tsx'
import { readDivisions } from './divisions.ts'
import { mostDivisions, PasteDivisions } from './paste.tsx'

/** How one tree becomes another: by code, and by name and parent of what stays. */
const changeOf = (before: readonly Division[], after: readonly Division[]) => {
  const old = new Map(before.map((one) => [one.code, one]))
  const kept = after.filter(({ code }) => old.has(code))
  const same = kept.filter(({ code, name, parent }) => {
    const was = old.get(code)
    return was?.name === name && was.parent === parent
  })
  return {
    added: after.length - kept.length,
    changed: kept.length - same.length,
    removed: before.length - kept.length,
    same: same.length,
  }
}

/** Puts a pasted tree of divisions into the draft; what stays keeps what else was written of it. */
export function ImportDivisions() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const allowed = useMayPublish(city)
  const profile = useDraftBody(city, 'profile', allowed)
  const save = useSave(city, 'profile')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const pasted = useMemo(() => readDivisions(text, city), [text, city])
  useTitle(t('adoption.import.title'))
  const absent = isProblem(profile.error) && profile.error.problem.code === 'not-found'
  const document = profile.data?.document as { readonly divisions?: readonly Division[] } | undefined
  const before = Array.isArray(document?.divisions) ? document.divisions : []
  const send = (rev: number) => {
    const old = new Map(before.map((one) => [one.code, one]))
    const divisions = pasted.divisions.map((one) => ({ ...old.get(one.code), ...one }))
    save.mutate(
      { document: { ...document, divisions }, rev },
      {
        onSuccess: () => {
          void message.success(t('adoption.import.saved'))
          void navigate({ to: '/studio/$city/publish', params: { city } })
        },
        onError: (error) => {
          const stale = isProblem(error) && error.problem.code === 'stale'
          void message.error(stale ? t('adoption.import.stale') : error.message)
          if (stale) void profile.refetch()
        },
      },
    )
  }
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('adoption.import.title')}</h1>
          <p>{t('adoption.import.lead')}</p>
        </div>
      </header>
      {!allowed && <Without city={city} what="divisions" />}
      {absent && <Without city={city} what="configuration" />}
      {allowed && profile.isPending && <Loading />}
      {profile.isError && !absent && <Failed error={profile.error} retry={profile.refetch} />}
      {profile.data && (
        <section className="office-panel">
          <p className="muted">{t('adoption.import.now', { count: before.length })}</p>
          <PasteDivisions city={city} text={text} pasted={pasted} change={setText} />
          {pasted.divisions.length > 0 && (
            <p>{t('adoption.import.change', changeOf(before, pasted.divisions))}</p>
          )}
          <div className="adopt-actions">
            <Button
              type="primary"
              disabled={pasted.divisions.length === 0 || pasted.divisions.length > mostDivisions}
              loading={save.isPending}
              onClick={() => send(profile.data.rev)}
            >
              {t(save.isPending ? 'adoption.import.saving' : 'adoption.import.save')}
            </Button>
          </div>
        </section>
      )}
    </main>
  )
}
