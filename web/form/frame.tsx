import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Component } from '#forms/definition'
import { fieldId, useField } from './context.ts'
import { words } from './options.ts'
import { Reveal } from './reveal.tsx'

/** What a control needs to be tied to its label, hint and error. */
export type ControlProps = {
  readonly component: Component
  readonly path: string
  readonly id: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
}

type FrameProps = {
  readonly component: Component
  readonly path: string
  /** Several inputs under one question: a fieldset with a legend instead of a label. */
  readonly group: boolean
  readonly children: (props: ControlProps) => ReactNode
}

/** One question: label above, hint, control, and its error in words right under it. */
export function Frame({ component, path, group, children }: FrameProps) {
  const id = fieldId(path)
  const { error } = useField(path)
  const hint = words(component['description'])
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const control = children({ component, path, id, invalid: error !== undefined, describedBy })
  const inner = (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Tooltip text={words(component['tooltip'])} />
      {control}
      <Reveal open={error !== undefined}>
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      </Reveal>
    </>
  )
  if (group)
    return (
      <fieldset className="question" id={id} tabIndex={-1} aria-describedby={describedBy}>
        <legend>
          <Label component={component} />
        </legend>
        {inner}
      </fieldset>
    )
  return (
    <div className="question">
      <label htmlFor={id}>
        <Label component={component} />
      </label>
      {inner}
    </div>
  )
}

function Label({ component }: { readonly component: Component }) {
  const { t } = useTranslation('form')
  return (
    <span className="question-label">
      {component.label}
      {component.validate?.required === true && <span className="required">{t('required')}</span>}
    </span>
  )
}

/** Longer help stays folded until somebody asks; a touch screen has no hover. */
function Tooltip({ text }: { readonly text: string }) {
  const { t } = useTranslation('form')
  if (!text) return null
  return (
    <details className="more">
      <summary>{t('more')}</summary>
      <p>{text}</p>
    </details>
  )
}
