import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { nationalForms } from '#forms/national'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { useNewForm } from './use-new-form.ts'

/** The forms themselves are fetched when somebody takes one. */
const load: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'self-care': () => import('../../../forms/packs/national/form-self-care.json'),
  ability: () => import('../../../forms/packs/national/form-ability.json'),
}

type Props = {
  readonly city: string
  readonly form: (typeof nationalForms)[number]
  readonly there: DraftDocument | undefined
  readonly done: () => void
}

/** One national form, which is put into the draft, where the city may change it. */
export function NationalForm({ city, form, there, done }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const { put, busy } = useNewForm(city, form.key, done)
  const [loading, setLoading] = useState(false)
  const has = there !== undefined && there.state !== 'removed'
  const take = async () => {
    setLoading(true)
    const file = await load[form.key]?.().catch(() => undefined)
    setLoading(false)
    if (!file) return void message.error(t('national.failed'))
    put(form.title, file.default, there?.rev ?? 0)
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
        <Button type="primary" loading={loading || busy} onClick={() => void take()}>
          {t(loading || busy ? 'national.taking' : 'national.take')}
        </Button>
      )}
    </li>
  )
}
