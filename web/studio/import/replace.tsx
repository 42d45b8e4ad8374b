import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FormDocument } from '#forms/definition'
import { format } from '../document/text.ts'
import { ImportPanel } from './panel.tsx'

type Props = {
  readonly text: string
  readonly change: (text: string) => void
  readonly around: Readonly<Record<string, unknown>>
}

/** Puts the questions of a form from elsewhere in the place of those that are open; one step of undo brings them back. */
export function Replace({ text, change, around }: Props) {
  const { t } = useTranslation('workshop')
  const { message } = App.useApp()
  const replace = ({ definition }: FormDocument) => {
    change(format({ ...(JSON.parse(text) as object), definition }))
    void message.success(t('imports.replaced'))
  }
  return (
    <ImportPanel around={around}>
      {(form) => (
        <>
          <p className="muted">{t('imports.replaceLead')}</p>
          <Button type="primary" onClick={() => replace(form)}>
            {t('imports.replace')}
          </Button>
        </>
      )}
    </ImportPanel>
  )
}
