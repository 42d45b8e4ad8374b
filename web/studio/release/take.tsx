import { useMutation } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft, Release } from '../../../functions/api/contract/index.ts'
import { cityPath, get, send } from '../../app/client.ts'
import { documentQuery } from '../../app/documents.ts'
import { queries } from '../../app/queries.ts'
import { renewConfiguration } from '../draft.ts'

/**
 * Puts the documents of a release into the draft. Documents that somebody is working on are left as they are, and
 * named. `tell` hears how much is done, in percent.
 */
export const takeRelease = async (
  city: string,
  release: Release,
  tell: (share: number) => void = () => {},
): Promise<{ readonly taken: number; readonly busy: readonly string[] }> => {
  const draft = await get<Draft>(cityPath(city, 'draft'))
  const wanted = Object.entries(release.documents).filter(
    ([key, sha]) => draft.documents.find((one) => one.key === key)?.sha !== sha,
  )
  const busy: string[] = []
  for (const [index, [key, sha]] of wanted.entries()) {
    tell(Math.round((index / wanted.length) * 100))
    const now = draft.documents.find((one) => one.key === key)
    if (now && now.state !== 'same') {
      busy.push(now.title)
      continue
    }
    const document = await queries.fetchQuery(documentQuery<unknown>(city, sha))
    await send('PUT', cityPath(city, `draft/${encodeURIComponent(key)}`), document, { rev: now?.rev ?? 0 })
  }
  return { taken: wanted.length - busy.length, busy }
}

type Props = { readonly city: string; readonly release: Release; readonly done: () => void }

/** A button that puts the documents of a release into the draft, where they can be mended and published. */
export function TakeIntoDraft({ city, release, done }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const [share, setShare] = useState<number>()
  const take = useMutation({
    mutationFn: () => takeRelease(city, release, setShare),
    onSuccess: ({ taken, busy }) => {
      void message.success(t('release.taken', { n: release.n, count: taken }))
      if (busy.length > 0) void message.warning(t('release.takenNot', { titles: busy.join('、') }), 10)
      done()
    },
    onError: (error) => void message.error(error.message),
    onSettled: () => {
      setShare(undefined)
      return renewConfiguration(city)
    },
  })
  return (
    <>
      <Button loading={take.isPending} onClick={() => take.mutate()}>
        {t('release.take', { n: release.n })}
      </Button>
      {share !== undefined && <Progress percent={share} aria-label={t('release.take', { n: release.n })} />}
    </>
  )
}
