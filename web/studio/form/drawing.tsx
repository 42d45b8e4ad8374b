import { Alert, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormDocument, lint } from '#forms/definition'
import type { EditorProps } from '../document/editor.tsx'
import { Source } from '../document/source.tsx'
import { Preview } from './preview.tsx'
import { Samples } from './samples.tsx'

/** A form of the city: its source with the linter at the line, and beside it the form as a phone shows it. */
export function FormDrawing({ text, change, around, readOnly, findings, at }: EditorProps) {
  const { t } = useTranslation('studio')
  const [side, setSide] = useState<'preview' | 'samples'>('preview')
  const form = useMemo(() => readForm(text), [text])
  const own = useMemo(() => (form ? lint(form.definition) : []), [form])
  const marks = [
    ...own.map(({ pointer, level, message }) => ({ pointer: `/definition${pointer}`, level, message })),
    ...findings.filter(({ pointer }) => !pointer.startsWith('/definition')),
  ]
  const broken = form === undefined || own.some(({ level }) => level === 'error')
  return (
    <div className="drawing">
      <section className="drawing-source" aria-label={t('form.source')}>
        <div className="drawing-head">
          <h2>{t('form.source')}</h2>
          {own.length > 0 && <span className="dirty">{t('form.problems', { count: own.length })}</span>}
        </div>
        <Source text={text} change={change} readOnly={readOnly} findings={marks} at={at} />
      </section>
      <section className="drawing-phone" aria-label={t('form.preview')}>
        <div className="drawing-head">
          <Segmented
            aria-label={t('editor.view')}
            value={side}
            onChange={setSide}
            options={(['preview', 'samples'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
          />
        </div>
        {side === 'samples' && form && !broken && <Samples form={form} around={around} />}
        {side === 'preview' && !broken && form && <Preview form={form} around={around} />}
        {broken && <Alert type="error" showIcon title={t('form.previewBroken')} />}
      </section>
    </div>
  )
}

/** The form document in a text; `undefined` while it is no JSON or has no definition. */
function readForm(text: string): FormDocument | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('definition' in value)) return undefined
    const { definition } = value
    const drawn =
      typeof definition === 'object' &&
      definition !== null &&
      'components' in definition &&
      Array.isArray(definition.components)
    return drawn ? (value as FormDocument) : undefined
  } catch {
    return undefined
  }
}
