import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Diff, FieldError, Release } from '../../../functions/api/contract/index.ts'
import { cityPath, send } from '../../app/client.ts'
import { isProblem } from '../../app/problem.ts'
import { useApi } from '../../app/queries.ts'
import { renewConfiguration, useMayPublish } from '../draft.ts'
import { EffectSummary } from './effect.tsx'
import { TakeIntoDraft } from './take.tsx'

type Props = {
  readonly city: string
  readonly release: Release
  readonly live: number | undefined
  /** Bringing the live release back is how one that waits for its day is called off. */
  readonly cancels?: number
}

/** Brings an older release back at once; where today's rules refuse it, says why and offers the way through the draft. */
export function Restore({ city, release, live, cancels }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<readonly FieldError[]>()
  const { n } = release
  const restore = useMutation({
    mutationFn: async () =>
      (
        await send<Release>('POST', cityPath(city, `releases/${n}/restore`), {
          note: cancels === undefined ? t('release.restored', { n }) : t('release.cancelled', { n: cancels }),
        })
      ).body,
    onSuccess: async (made) => {
      setAsking(false)
      void message.success(t('release.restored2', { n: made.n }))
      await renewConfiguration(city)
    },
    onError: (error) => {
      if (isProblem(error) && error.problem.code === 'check-failed')
        return setRefused(error.problem.errors ?? [])
      setAsking(false)
      void message.error(error.message)
    },
  })
  if (!useMayPublish(city)) return null
  const verb = cancels === undefined ? t('release.restore') : t('release.cancel')
  const close = () => {
    setAsking(false)
    setRefused(undefined)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      <Modal
        open={asking}
        title={
          cancels === undefined ? t('release.restoreAsk', { n }) : t('release.cancelAsk', { n: cancels })
        }
        okText={verb}
        okButtonProps={{ disabled: refused !== undefined }}
        confirmLoading={restore.isPending}
        onOk={() => restore.mutate()}
        onCancel={close}
      >
        {refused ? (
          <Refused city={city} release={release} errors={refused} done={close} />
        ) : (
          <>
            <p>
              {cancels === undefined
                ? t('release.restoreLead', { n })
                : t('release.cancelLead', { n: cancels, live: n })}
            </p>
            {live !== undefined && live !== n && <Restored city={city} from={live} to={n} />}
          </>
        )}
      </Modal>
    </>
  )
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
