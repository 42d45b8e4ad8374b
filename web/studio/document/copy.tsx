import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormDocument } from '#forms/definition'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { freshBody } from '../draft.ts'
import { newKey } from './new-key.ts'
import { useNewForm } from './use-new-form.ts'

type Props = {
  readonly city: string
  readonly documents: readonly DraftDocument[]
  /** The forms that can be copied. */
  readonly there: readonly DraftDocument[]
  readonly done: () => void
}

/** Begins a form with all that another one of the city has: questions, rules, results and samples. */
export function CopyForm({ city, documents, there, done }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const [from, setFrom] = useState<string>()
  const [title, setTitle] = useState('')
  const [reading, setReading] = useState(false)
  const key = newKey(documents)
  const { put, busy } = useNewForm(city, key, done)
  const named = title.trim()
  const copy = async (source: string) => {
    setReading(true)
    try {
      const { document } = await freshBody(city, source)
      put(named, { ...(document as FormDocument), key, title: named })
    } catch (error) {
      void message.error(error instanceof Error ? error.message : t('national.copyFailed'))
    } finally {
      setReading(false)
    }
  }
  return (
    <form
      className="new-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (from !== undefined && named) void copy(from)
      }}
    >
      <h3>{t('national.copy')}</h3>
      <label htmlFor="copy-from">{t('national.copyFrom')}</label>
      <Select<string | null>
        id="copy-from"
        showSearch={{ optionFilterProp: 'label' }}
        value={from ?? null}
        options={there.map((one) => ({ value: one.key, label: one.title }))}
        onChange={(chosen) => {
          setFrom(chosen ?? undefined)
          const name = there.find((one) => one.key === chosen)?.title ?? ''
          setTitle(t('national.copyName', { name }).slice(0, 100))
        }}
      />
      {from !== undefined && (
        <>
          <label htmlFor="copy-title">{t('national.name')}</label>
          <Input
            id="copy-title"
            value={title}
            maxLength={100}
            onChange={({ target }) => setTitle(target.value)}
          />
        </>
      )}
      <Button htmlType="submit" disabled={from === undefined || !named} loading={reading || busy}>
        {t('national.copyDo')}
      </Button>
    </form>
  )
}
