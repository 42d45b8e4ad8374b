import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Draft, Release } from '../../../functions/api/contract/index.ts'
import { cityPath } from '../../app/client.ts'
import { useLiveRelease } from '../../app/documents.ts'
import { apiQuery } from '../../app/queries.ts'
import { atMinute } from '../look.ts'
import { useMemberNames } from './names.ts'

/** A release that waits for its day, and whether another one is used until then. */
export type Waiting = { readonly release: Release; readonly inUse: boolean }

/** The draft builds on the newest intention, so what waits is what it builds on. */
export function useWaiting(city: string, { base }: Draft): Waiting | undefined {
  const found = useQuery({ ...apiQuery<Release>(cityPath(city, `releases/${base}`)), enabled: base > 0 })
  const live = useLiveRelease(city)
  return found.data?.state === 'scheduled' && !live.isPending
    ? { release: found.data, inUse: live.data !== undefined }
    : undefined
}

type NoteProps = { readonly city: string; readonly waiting: Waiting }

/** Who planned what for when, and where it is called off. */
export function WaitingNote({ city, waiting: { release } }: NoteProps) {
  const { t } = useTranslation('studio')
  const name = useMemberNames(city)(release.by) ?? t('waiting.somebody')
  const { n, note, at, effectiveFrom: date } = release
  return (
    <section className="office-panel">
      <Alert
        type="warning"
        showIcon
        title={t('waiting.title', { n, date })}
        description={t('waiting.lead', { name, at: atMinute(at), note })}
        action={
          <Link className="button quiet small" to="/studio/$city/releases" params={{ city }}>
            {t('waiting.change')}
          </Link>
        }
      />
    </section>
  )
}

/** What publishing from a day on does to the release that waits. Empty = at once. */
export function Consequence({ waiting, from }: { readonly waiting: Waiting; readonly from: string }) {
  const { t } = useTranslation('studio')
  const { n, effectiveFrom: date } = waiting.release
  const kind = from === date ? 'same' : from > date ? 'later' : waiting.inUse ? 'refused' : 'earlier'
  return (
    <Alert
      className="waiting-consequence"
      type={kind === 'refused' ? 'error' : 'warning'}
      showIcon
      role="status"
      title={t(`waiting.${kind}`, { n, date, from: from || t('waiting.atOnce') })}
    />
  )
}
