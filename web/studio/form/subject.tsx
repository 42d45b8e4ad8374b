import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FormDocument } from '#forms/definition'
import { format } from '../document/text.ts'

type Props = {
  readonly form: FormDocument
  readonly change: (text: string) => void
  readonly readOnly: boolean
}

const choices = ['household', 'person', 'none'] as const

/** Whom a form is about. Workers are offered it in a household only where it is about one. */
export function SubjectChoice({ form, change, readOnly }: Props) {
  const { t } = useTranslation('workshop')
  const choose = (value: (typeof choices)[number]) => {
    const { subject: _, ...rest } = form
    change(format(value === 'none' ? rest : { ...rest, subject: value }))
  }
  return (
    <Select
      aria-label={t('subject.label')}
      value={form.subject ?? 'none'}
      disabled={readOnly}
      onChange={choose}
      options={choices.map((value) => ({
        value,
        label: `${t('subject.label')}：${t(`subject.of.${value}`)}`,
      }))}
      popupMatchSelectWidth={false}
    />
  )
}
