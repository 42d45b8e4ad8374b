import './samples.css'
import { App, Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormDocument, OptionLists } from '#forms/definition'
import { recordSample, samplesMost } from '#forms/samples'
import type { FormStore } from '../../form/index.ts'
import { useEditing } from '../document/editing.ts'
import { today } from '../today.ts'
import { withSample } from './stored-samples.ts'

type Props = { readonly form: FormDocument; readonly store: FormStore; readonly choices: OptionLists }

/** Keeps what has been filled in the preview, with what the form makes of it, as a case that must pass from now on. */
export function RecordSample({ form, store, choices }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const editing = useEditing()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  // Whoever opened it with the keyboard goes on from where they were.
  const opened = useRef(false)
  if (!editing) return null
  const samples = Array.isArray(form.samples) ? form.samples : []
  const title = name.trim().slice(0, 200)
  const taken = samples.some((one) => one?.title === title)
  if (samples.length >= samplesMost)
    return <p className="muted">{t('samples.full', { count: samplesMost })}</p>
  if (!open)
    return (
      <Button
        autoFocus={opened.current}
        className="record-sample"
        onClick={() => {
          opened.current = true
          setOpen(true)
        }}
      >
        {t('samples.record')}
      </Button>
    )
  const close = () => {
    setName('')
    setOpen(false)
  }
  const record = () => {
    const { typed } = store.read()
    const sample = recordSample(form, { title, answers: typed, today: today() }, { options: choices })
    const next = withSample(editing.text, sample)
    if (next === undefined) return
    editing.change(next)
    close()
    void message.success(t('samples.recorded', { title }))
  }
  return (
    <form
      className="sample-record"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (title !== '' && !taken) record()
      }}
    >
      <Input
        autoFocus
        aria-label={t('samples.name')}
        placeholder={t('samples.named')}
        maxLength={200}
        value={name}
        status={taken ? 'error' : ''}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={title === '' || taken}>
        {t('samples.record')}
      </Button>
      <Button onClick={close}>{t('samples.recordNot')}</Button>
      <p className={taken ? 'dirty' : 'muted'}>{taken ? t('samples.taken') : t('samples.recordLead')}</p>
    </form>
  )
}
