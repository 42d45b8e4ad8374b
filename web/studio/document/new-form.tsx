import { Button, Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nationalForms } from '#forms/national'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { Loading } from '../../app/states.tsx'
import { BlankForm } from './blank.tsx'
import { CopyForm } from './copy.tsx'
import { NationalForm } from './national.tsx'

/** Reading files takes the importer, the renderer and a spreadsheet reader along: they come when somebody imports. */
const ImportForm = lazy(() => import('../import/dialog.tsx').then((room) => ({ default: room.ImportDialog })))

type Props = {
  readonly city: string
  readonly documents: readonly DraftDocument[]
  readonly close: () => void
}

/** Every way to a new form: an empty one, a copy of one that is there, a national one, one from a file. */
export function NewForm({ city, documents, close }: Props) {
  const { t } = useTranslation('studio')
  const [importing, setImporting] = useState(false)
  const there = documents.filter(({ key, state }) => key.startsWith('form:') && state !== 'removed')
  if (importing)
    return (
      <Suspense fallback={<Loading />}>
        <ImportForm city={city} documents={documents} close={close} />
      </Suspense>
    )
  return (
    <Modal
      open
      title={t('national.title')}
      footer={<Button onClick={close}>{t('national.close')}</Button>}
      onCancel={close}
    >
      <p className="muted">{t('national.lead')}</p>
      <BlankForm city={city} documents={documents} done={close} />
      {there.length > 0 && <CopyForm city={city} documents={documents} there={there} done={close} />}
      <section className="new-form">
        <h3>{t('national.fromFile')}</h3>
        <p className="muted">{t('national.importLead')}</p>
        <Button onClick={() => setImporting(true)}>{t('national.import')}</Button>
      </section>
      <h3>{t('national.standard')}</h3>
      <ul className="national-forms">
        {nationalForms.map((form) => (
          <NationalForm
            key={form.key}
            city={city}
            form={form}
            there={documents.find(({ key }) => key === `form:${form.key}`)}
            done={close}
          />
        ))}
      </ul>
    </Modal>
  )
}
