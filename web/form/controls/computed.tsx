import { use } from 'react'
import { useTranslation } from 'react-i18next'
import type { Component } from '#forms/definition'
import { ChoicesContext } from '../choices.ts'
import { fieldId, useComputed } from '../context.ts'
import { describe } from '../describe.ts'
import { words } from '../options.ts'

/** What the system works out by itself: shown, explained, never typed. */
export function Computed({ component, path }: { readonly component: Component; readonly path: string }) {
  const { t } = useTranslation('form')
  const text = describe(component, useComputed(path), use(ChoicesContext))
  const id = fieldId(path)
  return (
    <div className="question computed" id={id} tabIndex={-1}>
      <span className="question-label" id={`${id}-label`}>
        {component.label}
        <span className="tag accent">{t('computed')}</span>
      </span>
      <output aria-labelledby={`${id}-label`} aria-live="polite">
        {text || <span className="muted">{t('notYet')}</span>}
      </output>
      {words(component['description']) && <p className="hint">{words(component['description'])}</p>}
    </div>
  )
}

/** Signature and files wait for a later version; the page says so instead of pretending. */
export function Later({ component }: { readonly component: Component }) {
  const { t } = useTranslation('form')
  return (
    <div className="question later">
      <span className="question-label">
        {component.label}
        <span className="tag">{t('notSupported')}</span>
      </span>
      <p className="hint">
        {component.type === 'signature'
          ? t('signatureLater')
          : component.type === 'file'
            ? t('fileLater')
            : t('typeLater', { type: component.type })}
      </p>
    </div>
  )
}
