import '../form/workshop.ts'
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormDocument } from '#forms/definition'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { documentQuery } from '../../app/documents.ts'
import { isProblem } from '../../app/problem.ts'
import { renewConfiguration, useSave } from '../draft.ts'
import { Technical } from '../technical.tsx'
import { ImportPanel } from './panel.tsx'

type Props = {
  readonly city: string
  readonly documents: readonly DraftDocument[]
  readonly close: () => void
}

/** What the preview of a form takes its choices from. */
const needed = ['profile', 'objects', 'catalogue']

/** Brings a form from elsewhere into the draft, under a key and a title that somebody chooses. */
export function ImportDialog({ city, documents, close }: Props) {
  const { t } = useTranslation('workshop')
  const wanted = documents.filter(({ key }) => needed.includes(key))
  const read = useQueries({ queries: wanted.map(({ sha }) => documentQuery<unknown>(city, sha)) })
  const around = Object.fromEntries(wanted.map(({ key }, i) => [key, read[i]?.data]))
  return (
    <Modal
      open
      width={1000}
      title={t('imports.title')}
      footer={<Button onClick={close}>{t('imports.close')}</Button>}
      mask={{ closable: false }}
      onCancel={close}
    >
      <ImportPanel around={around}>
        {(form) => <Take key={form.key} city={city} form={form} documents={documents} close={close} />}
      </ImportPanel>
    </Modal>
  )
}

const valid = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/

/** A key that is not there yet, as near as can be to the one that the form came with. */
const keyFor = (wish: string, taken: ReadonlySet<string>): string => {
  const plain = wish
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
  const base = valid.test(plain) ? plain.slice(0, 40).replace(/-+$/, '') : 'imported'
  if (!taken.has(base)) return base
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`
}

type TakeProps = Props & { readonly form: FormDocument }

function Take({ city, form, documents, close }: TakeProps) {
  const { t } = useTranslation('workshop')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const taken = new Set(
    documents
      .filter(({ key, state }) => key.startsWith('form:') && state !== 'removed')
      .map(({ key }) => key.slice(5)),
  )
  const [key, setKey] = useState(() => keyFor(form.key, taken))
  const [title, setTitle] = useState(form.title)
  const save = useSave(city, `form:${key}`)
  const wrong = !valid.test(key) ? t('imports.keyWrong') : taken.has(key) ? t('imports.keyTaken') : undefined
  const named = title.trim() !== ''
  const take = () =>
    save.mutate(
      {
        // What comes from elsewhere does not say whom it is about; most is asked of a household.
        document: { subject: 'household', ...form, key, title: title.trim() },
        rev: documents.find((one) => one.key === `form:${key}`)?.rev ?? 0,
      },
      {
        onSuccess: () => {
          void message.success(t('imports.done', { title: title.trim() }))
          close()
          void navigate({ to: '/studio/$city/documents/$key', params: { city, key: `form:${key}` } })
        },
        onError: (error) => {
          const met = isProblem(error) && error.problem.code === 'stale'
          void message.error(met ? t('imports.keyMet') : error.message)
          if (met) void renewConfiguration(city)
        },
      },
    )
  return (
    <form
      className="import-take"
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong && named) take()
      }}
    >
      <div>
        <span>{t('imports.name')}</span>
        <Input
          aria-label={t('imports.name')}
          value={title}
          maxLength={100}
          status={named ? '' : 'error'}
          onChange={({ target }) => setTitle(target.value)}
        />
        {!named && <p className="dirty">{t('imports.nameMissing')}</p>}
      </div>
      <Technical open={wrong !== undefined}>
        <span>{t('imports.key')}</span>
        <Input
          aria-label={t('imports.key')}
          value={key}
          maxLength={60}
          status={wrong ? 'error' : ''}
          onChange={({ target }) => setKey(target.value)}
        />
        <p className={wrong ? 'dirty' : 'muted'}>{wrong ?? t('imports.keyLead')}</p>
      </Technical>
      <Button type="primary" htmlType="submit" disabled={Boolean(wrong) || !named} loading={save.isPending}>
        {t(save.isPending ? 'imports.taking' : 'imports.take')}
      </Button>
    </form>
  )
}
