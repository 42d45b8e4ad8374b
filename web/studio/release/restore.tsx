import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Modal } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Diff, FieldError, Release } from '../../../functions/api/contract/index.ts'
import { cityPath, send } from '../../app/client.ts'
import { isProblem } from '../../app/problem.ts'
import { useApi } from '../../app/queries.ts'
import { renewConfiguration, useMayPublish } from '../draft.ts'
import { EffectSummary } from './effect.tsx'
import { TakeIntoDraft, takeRelease } from './take.tsx'

/** `past` brings an old release back; `cancel` keeps what is used and calls `waiting` off; `early` uses it today. */
type Wish = { readonly kind: 'past' | 'early' } | { readonly kind: 'cancel'; readonly waiting: Release }

type Props = {
  readonly city: string
  /** The release whose content is used then. */
  readonly release: Release
  readonly live: number | undefined
  readonly wish: Wish
}

/** Brings the content of a release back at once; where today's rules refuse it, says why and offers the way through the draft. */
export function Restore({ city, release, live, wish }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const [keep, setKeep] = useState(true)
  const [refused, setRefused] = useState<readonly FieldError[]>()
  const { n } = release
  const words = wordsOf(t, n, wish)
  const restore = useMutation({
    mutationFn: async () => {
      const path = cityPath(city, `releases/${n}/restore`)
      const { body } = await send<Release>('POST', path, { note: words.note })
      const back = wish.kind === 'cancel' && keep ? await takeRelease(city, wish.waiting) : undefined
      return { made: body.n, back }
    },
    onSuccess: async ({ made, back }) => {
      setAsking(false)
      void message.success(t('release.restored2', { n: made }))
      if (back && back.busy.length > 0)
        void message.warning(t('release.takenNot', { titles: back.busy.join('、') }), 10)
      await renewConfiguration(city)
    },
    onError: (error) => {
      if (isProblem(error) && error.problem.code === 'check-failed')
        return setRefused(error.problem.errors ?? [])
      setAsking(false)
      void message.error(error.message)
      void renewConfiguration(city)
    },
  })
  if (!useMayPublish(city)) return null
  const close = () => {
    setAsking(false)
    setRefused(undefined)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.verb}</Button>
      <Modal
        open={asking}
        title={words.ask}
        okText={words.verb}
        okButtonProps={{ disabled: refused !== undefined }}
        confirmLoading={restore.isPending}
        onOk={() => restore.mutate()}
        onCancel={close}
      >
        {refused ? (
          <Refused city={city} release={release} errors={refused} done={close} />
        ) : (
          <>
            <p>{words.lead}</p>
            {wish.kind === 'cancel' && (
              <Checkbox checked={keep} onChange={({ target }) => setKeep(target.checked)}>
                {t('release.cancelKeep', { n: wish.waiting.n })}
              </Checkbox>
            )}
            {live !== undefined && live !== n && <Restored city={city} from={live} to={n} />}
          </>
        )}
      </Modal>
    </>
  )
}

const wordsOf = (t: TFunction<'studio'>, n: number, wish: Wish) => {
  switch (wish.kind) {
    case 'past':
      return {
        verb: t('release.restore'),
        ask: t('release.restoreAsk', { n }),
        lead: t('release.restoreLead', { n }),
        note: t('release.restored', { n }),
      }
    case 'early':
      return {
        verb: t('release.early'),
        ask: t('release.earlyAsk', { n }),
        lead: t('release.earlyLead', { n }),
        note: t('release.earlyNote', { n }),
      }
    case 'cancel':
      return {
        verb: t('release.cancel'),
        ask: t('release.cancelAsk', { n: wish.waiting.n }),
        lead: t('release.cancelLead', { n: wish.waiting.n, live: n }),
        note: t('release.cancelled', { n: wish.waiting.n }),
      }
  }
}

type RefusedProps = {
  readonly city: string
  readonly release: Release
  readonly errors: readonly FieldError[]
  readonly done: () => void
}

function Refused({ city, release, errors, done }: RefusedProps) {
  const { t } = useTranslation('studio')
  return (
    <>
      <Alert type="error" showIcon title={t('release.refused', { n: release.n, count: errors.length })} />
      <ul className="refusals">
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
      <p>{t('release.refusedLead')}</p>
      <TakeIntoDraft city={city} release={release} done={done} />
    </>
  )
}

/** What the forms of an older release do to answers given under the one in use. */
function Restored({ city, from, to }: { readonly city: string; readonly from: number; readonly to: number }) {
  const { t } = useTranslation('studio')
  const diff = useApi<Diff>(cityPath(city, `releases/${from}/diff/${to}`))
  if (!diff.data?.changes.some(({ effect }) => effect !== undefined)) return null
  return (
    <div className="restored">
      <p>{t('effects.restored', { n: from })}</p>
      <EffectSummary changes={diff.data.changes} />
    </div>
  )
}
