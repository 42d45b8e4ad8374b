import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { cityOptions, type FormDocument } from '#forms/definition'
import { runSamples } from '#forms/engine'

type Props = { readonly form: FormDocument; readonly around: Readonly<Record<string, unknown>> }

/** The cases stored with the form, run on every change; all must pass before it can be published. */
export function Samples({ form, around }: Props) {
  const { t } = useTranslation('studio')
  const results = runSamples(form, { options: cityOptions(around) })
  if (results.length === 0) return <p className="muted">{t('form.samplesNone')}</p>
  return (
    <ul className="samples">
      {results.map(({ title, passed, message }) => (
        <li key={title}>
          <Tag color={passed ? 'success' : 'error'}>
            {t(passed ? 'form.samplePassed' : 'form.sampleFailed')}
          </Tag>
          <span>{title}</span>
          {message && <p className="muted">{message}</p>}
        </li>
      ))}
    </ul>
  )
}
