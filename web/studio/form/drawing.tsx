import { Alert, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormDocument, lintForm } from '#forms/definition'
import type { EditorProps } from '../document/editor.tsx'
import { Source } from '../document/source.tsx'
import { Preview } from './preview.tsx'
import { Rules } from './rules.tsx'
import { Samples } from './samples.tsx'

const sides = ['preview', 'rules', 'samples'] as const

/** A form of the city: its source with the linter at the line, and beside it the form as a phone shows it. */
export function FormDrawing({ text, change, around, readOnly, findings, at }: EditorProps) {
  const { t } = useTranslation('studio')
  const [side, setSide] = useState<(typeof sides)[number]>('preview')
  const [jump, setJump] = useState<{
    readonly to: NonNullable<EditorProps['at']>
    readonly after: EditorProps['at']
  }>()
  const form = useMemo(() => readForm(text), [text])
  const own = useMemo(() => (form ? lintForm(form) : []), [form])
  const said = new Set(own.map(({ pointer, message }) => `${pointer} ${message}`))
  const marks = [
    ...own,
    ...findings.filter(
      ({ pointer, message }) => !pointer.startsWith('/definition') && !said.has(`${pointer} ${message}`),
    ),
  ]
  const broken = form === undefined || own.some(({ level }) => level === 'error')
  return (
    <div className="drawing">
      <section className="drawing-source" aria-label={t('form.source')}>
        <div className="drawing-head">
          <h2>{t('form.source')}</h2>
          {own.length > 0 && <span className="dirty">{t('form.problems', { count: own.length })}</span>}
        </div>
        <Source
          text={text}
          change={change}
          readOnly={readOnly}
          findings={marks}
          // A jump of the findings that came after one of the rules is the newer wish.
          at={jump?.after === at ? (jump?.to ?? at) : at}
        />
      </section>
      <section className="drawing-phone" aria-label={t('form.preview')}>
        <div className="drawing-head">
          <Segmented
            aria-label={t('editor.view')}
            value={side}
            onChange={setSide}
            options={sides.map((value) => ({ value, label: t(`form.${value}`) }))}
          />
        </div>
        {side === 'samples' && form && !broken && <Samples form={form} around={around} />}
        {side === 'preview' && !broken && form && <Preview form={form} around={around} />}
        {side === 'rules' && form && (
          <Rules
            form={form}
            around={around}
            go={(pointer) =>
              setJump((before) => ({ to: { pointer, times: (before?.to.times ?? 0) + 1 }, after: at }))
            }
          />
        )}
        {broken && (side !== 'rules' || !form) && (
          <Alert type="error" showIcon title={t('form.previewBroken')} />
        )}
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
