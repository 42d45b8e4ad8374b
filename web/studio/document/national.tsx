import { useNavigate } from '@tanstack/react-router'
import { App, Button, Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nationalForms } from '#forms/national'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { Loading } from '../../app/states.tsx'
import { useSave } from '../draft.ts'
import { BlankForm } from './blank.tsx'

/** Reading files takes the importer, the renderer and a spreadsheet reader along: they come when somebody imports. */
const ImportForm = lazy(() => import('../import/dialog.tsx').then((room) => ({ default: room.ImportDialog })))

type Props = { readonly city: string; readonly documents: readonly DraftDocument[] }
type NationalForm = (typeof nationalForms)[number]

/** The forms themselves are fetched when somebody takes one. */
const load: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'self-care': () => import('../../../forms/packs/national/form-self-care.json'),
  ability: () => import('../../../forms/packs/national/form-ability.json'),
}

/** Puts a national form into the draft, where the city may change it. */
export function NationalForms({ city, documents }: Props) {
  const { t } = useTranslation('studio')
  const [open, setOpen] = useState(false)
  const [importing, setImporting] = useState(false)
  return (
    <>
      <Button type="dashed" block onClick={() => setOpen(true)}>
        {t('national.add')}
      </Button>
      <Modal
        open={open}
        title={t('national.title')}
        footer={<Button onClick={() => setOpen(false)}>{t('national.close')}</Button>}
        onCancel={() => setOpen(false)}
      >
        <p className="muted">{t('national.lead')}</p>
        <BlankForm city={city} documents={documents} done={() => setOpen(false)} />
        <h3>{t('national.standard')}</h3>
        <ul className="national-forms">
          {nationalForms.map((form) => (
            <Row
              key={form.key}
              city={city}
              form={form}
              there={documents.find(({ key }) => key === `form:${form.key}`)}
              done={() => setOpen(false)}
            />
          ))}
        </ul>
        <div className="national-import">
          <p className="muted">{t('national.importLead')}</p>
          <Button
            onClick={() => {
              setOpen(false)
              setImporting(true)
            }}
          >
            {t('national.import')}
          </Button>
        </div>
      </Modal>
      {importing && (
        <Suspense fallback={<Loading />}>
          <ImportForm city={city} documents={documents} close={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  )
}

type RowProps = {
  readonly city: string
  readonly form: NationalForm
  readonly there: DraftDocument | undefined
  readonly done: () => void
}

function Row({ city, form, there, done }: RowProps) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const key = `form:${form.key}`
  const save = useSave(city, key)
  const [loading, setLoading] = useState(false)
  const has = there !== undefined && there.state !== 'removed'
  const take = async () => {
    setLoading(true)
    const file = await load[form.key]?.().catch(() => undefined)
    setLoading(false)
    if (!file) return void message.error(t('national.failed'))
    save.mutate(
      { document: file.default, rev: there?.rev ?? 0 },
      {
        onSuccess: () => {
          void message.success(t('national.taken', { title: form.title }))
          done()
          void navigate({ to: '/studio/$city/documents/$key', params: { city, key } })
        },
        onError: (error) => void message.error(error.message),
      },
    )
  }
  return (
    <li>
      <div>
        <strong>{form.title}</strong>
        <p className="muted">{form.summary}</p>
      </div>
      {has ? (
        <span className="muted">{t('national.there')}</span>
      ) : (
        <Button type="primary" loading={loading || save.isPending} onClick={() => void take()}>
          {t(loading || save.isPending ? 'national.taking' : 'national.take')}
        </Button>
      )}
    </li>
  )
}
