import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { newKey } from './new-key.ts'
import { useNewForm } from './use-new-form.ts'

type Props = {
  readonly city: string
  readonly documents: readonly DraftDocument[]
  readonly done: () => void
}

const subjects = ['household', 'person'] as const

/** Puts a form with one empty part into the draft, to be drawn by the city itself. */
export function BlankForm({ city, documents, done }: Props) {
  const { t } = useTranslation('studio')
  const [title, setTitle] = useState('')
  const [subject, setSubject] = useState<(typeof subjects)[number]>('household')
  const key = newKey(documents)
  const { put, busy } = useNewForm(city, key, done)
  const named = title.trim()
  return (
    <form
      className="new-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (named) put(named, blank(key, named, subject, t('national.part')))
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
      <Button type="primary" htmlType="submit" disabled={!named} loading={busy}>
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
