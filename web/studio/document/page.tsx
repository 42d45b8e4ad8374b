import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DraftBody } from '../../../functions/api/contract/index.ts'
import { documentQuery, useLiveRelease } from '../../app/documents.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { useDraft, useDraftBody, useMayDraft, useMayPublish } from '../draft.ts'
import { documentRoute } from '../routes.ts'
import { Editor } from './editor.tsx'
import { DocumentList } from './list.tsx'

/** One document: the list at the left, the thing itself in the middle, what is wrong with it at the right. */
export function DocumentPage() {
  const { city, key } = documentRoute.useParams()
  const mayDraft = useMayDraft(city)
  return (
    <div className="document-page">
      <DocumentList city={city} at={key} drafting={mayDraft === true} />
      <main id="main" className="document-main">
        {mayDraft === undefined && <Loading />}
        {mayDraft === true && <Drafted key={key} city={city} documentKey={key} />}
        {mayDraft === false && <Released city={city} documentKey={key} />}
      </main>
    </div>
  )
}

type Props = { readonly city: string; readonly documentKey: string }

function Drafted({ city, documentKey }: Props) {
  const body = useDraftBody(city, documentKey)
  const draft = useDraft(city)
  const documents = useNeighbours(city, draft.data?.documents)
  const whole = useMayPublish(city)
  if (body.isPending || documents === undefined) return <Loading />
  if (body.isError) return <Failed error={body.error} retry={body.refetch} />
  // A county administrator drafts prices only; everything else is to be read.
  const readOnly = !whole && documentKey !== 'fees'
  const state = draft.data?.documents.find(({ key }) => key === documentKey)
  return <Editor city={city} saved={body.data} around={documents} readOnly={readOnly} state={state} />
}

/** For roles that do not draft: the release in use. */
function Released({ city, documentKey }: Props) {
  const { t } = useTranslation('studio')
  const live = useLiveRelease(city)
  const entries = Object.entries(live.data?.documents ?? {}).map(([key, sha]) => ({ key, sha }))
  const documents = useNeighbours(city, live.data && entries)
  if (live.isError) return <Failed error={live.error} retry={live.refetch} />
  if (!live.data || documents === undefined) return <Loading />
  const sha = live.data.documents[documentKey] ?? ''
  const saved: DraftBody = { key: documentKey, sha, rev: 0, document: documents[documentKey], findings: [] }
  return (
    <>
      <p className="read-only">{t('readOnly')}</p>
      <Editor key={documentKey} city={city} saved={saved} around={documents} readOnly state={undefined} />
    </>
  )
}

/** What an editor reads beside its own document: names of categories, items and so on. `undefined` while loading. */
const NEEDED = ['profile', 'objects', 'catalogue', 'providers', 'fees']

function useNeighbours(
  city: string,
  documents: readonly { readonly key: string; readonly sha: string }[] | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const wanted = (documents ?? []).filter(({ key }) => NEEDED.includes(key) || key.startsWith('form:'))
  const read = useQueries({ queries: wanted.map(({ sha }) => documentQuery<unknown>(city, sha)) })
  if (documents === undefined || read.some(({ isPending }) => isPending)) return undefined
  return Object.fromEntries(wanted.map(({ key }, index) => [key, read[index]?.data]))
}
