import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { useSave } from '../draft.ts'
import { freshKey } from '../outcomes/fresh-key.ts'

type Props = {
  readonly city: string
  readonly documents: readonly DraftDocument[]
  readonly done: () => void
}

const subjects = ['household', 'person'] as const

/** Puts a form with one empty part into the draft, to be drawn by the city itself. */
export function BlankForm({ city, documents, done }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [subject, setSubject] = useState<(typeof subjects)[number]>('household')
  // One that was removed keeps its key: its history is another form's.
  const key = freshKey(
    documents.map((one) => one.key.replace(/^form:/, '')),
    'form',
  )
  const save = useSave(city, `form:${key}`)
  const named = title.trim()
  const begin = () =>
    save.mutate(
      { document: blank(key, named, subject, t('national.part')), rev: 0 },
      {
        onSuccess: () => {
          void message.success(t('national.taken', { title: named }))
          done()
          void navigate({ to: '/studio/$city/documents/$key', params: { city, key: `form:${key}` } })
        },
        onError: (error) => void message.error(error.message),
      },
    )
  return (
    <form
      className="blank-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (named) begin()
      }}
    >
      <h3>{t('national.blank')}</h3>
      <label htmlFor="blank-title">{t('national.name')}</label>
      <Input
        id="blank-title"
        value={title}
        maxLength={100}
        placeholder={t('national.nameHint')}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Segmented
        aria-label={t('national.subject')}
        value={subject}
        onChange={setSubject}
        options={subjects.map((value) => ({ value, label: t(`national.subjects.${value}`) }))}
      />
      <Button type="primary" htmlType="submit" disabled={!named} loading={save.isPending}>
        {t('national.begin')}
      </Button>
    </form>
  )
}

const blank = (key: string, title: string, subject: string, part: string) => ({
  schema: 1,
  key,
  title,
  subject,
  definition: {
    display: 'wizard',
    components: [{ type: 'panel', key: 'part1', title: part, label: part, input: false, components: [] }],
  },
})
