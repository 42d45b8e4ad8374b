import { useTranslation } from 'react-i18next'
import type { Component } from '#forms/definition'
import { useField } from '../context.ts'
import type { ControlProps } from '../frame.tsx'
import { words } from '../options.ts'

/** Milliseconds before a left field says what is wrong: an error must not push away the button being pressed. */
export const LEAVE_DELAY = 150

type Keyboard = {
  readonly type: string
  readonly inputMode?: 'tel' | 'email' | 'url' | 'numeric'
  readonly autoComplete?: string
}

function keyboardOf(component: Component): Keyboard {
  if (component.type === 'email') return { type: 'email', inputMode: 'email' }
  if (component.type === 'url') return { type: 'url', inputMode: 'url' }
  if (component.type === 'phoneNumber' || component.properties?.format === 'cn-mobile')
    return { type: 'tel', inputMode: 'tel' }
  return { type: 'text' }
}

/** Limits are the engine's to judge; the native limit would cut what was typed without a word. */
export function Text({ component, path, id, invalid, describedBy }: ControlProps) {
  const { value, set, leave } = useField(path)
  const prefix = words(component['prefix'])
  const suffix = words(component['suffix'])
  return (
    <div className="input-row">
      {prefix && <span className="affix">{prefix}</span>}
      <input
        {...keyboardOf(component)}
        id={id}
        className="input"
        autoComplete="off"
        placeholder={words(component['placeholder'])}
        value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-required={component.validate?.required === true}
        onChange={(event) => set(event.target.value || undefined)}
        onBlur={() => setTimeout(leave, LEAVE_DELAY)}
      />
      {suffix && <span className="affix">{suffix}</span>}
    </div>
  )
}

export function TextArea({ component, path, id, invalid, describedBy }: ControlProps) {
  const { t } = useTranslation('form')
  const { value, set, leave } = useField(path)
  const text = typeof value === 'string' ? value : ''
  const max = Number(component.validate?.maxLength) || 0
  return (
    <>
      <textarea
        id={id}
        className="input"
        rows={Math.max(3, Number(component['rows']) || 3)}
        placeholder={words(component['placeholder'])}
        value={text}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-required={component.validate?.required === true}
        onChange={(event) => set(event.target.value || undefined)}
        onBlur={() => setTimeout(leave, LEAVE_DELAY)}
      />
      {max > 0 && text.length > max * 0.8 && (
        <p className="hint">{t('characters', { count: text.length, max })}</p>
      )}
    </>
  )
}

/** Words apart by comma or 、; kept the way the definition says: one text or a list. */
export function Tags({ component, path, id, invalid, describedBy }: ControlProps) {
  const { t } = useTranslation('form')
  const { value, set, leave } = useField(path)
  const asList = component['storeas'] === 'array'
  const text = Array.isArray(value) ? value.join('、') : typeof value === 'string' ? value : ''
  const keep = (typed: string) => {
    const tags = typed.split(/[,，、;；]/)
    if (!typed) set(undefined)
    else set(asList ? tags : typed.replaceAll(/[，、;；]/g, ','))
  }
  return (
    <>
      <input
        id={id}
        className="input"
        autoComplete="off"
        value={text}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onChange={(event) => keep(event.target.value)}
        onBlur={() => setTimeout(leave, LEAVE_DELAY)}
      />
      <p className="hint">{t('tags')}</p>
    </>
  )
}
