import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useField } from '../context.ts'
import type { ControlProps } from '../frame.tsx'
import { words } from '../options.ts'
import { LEAVE_DELAY } from './text.tsx'

/** Full-width digits and points come out of Chinese keyboards. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace('。', '.')

/** What was typed as a number; text that is none goes on as text, so that the engine can say so. */
function parse(text: string): unknown {
  const typed = plain(text)
  if (typed === '') return undefined
  return /^-?\d+(?:\.\d*)?$|^-?\.\d+$/.test(typed) ? Number(typed) : text
}

/** A text input with the number keyboard: a native number input turns with the wheel and hides bad input. */
export function NumberInput({ component, path, id, invalid, describedBy }: ControlProps) {
  const { t } = useTranslation('form')
  const { value, set, leave } = useField(path)
  const [typing, setTyping] = useState<string>()
  const currency = component.type === 'currency' || component.properties?.format === 'money'
  const suffix = words(component['suffix']) || (currency ? t('yuan') : '')
  const prefix = words(component['prefix'])
  return (
    <div className="input-row">
      {prefix && <span className="affix">{prefix}</span>}
      <input
        id={id}
        className="input number"
        inputMode="decimal"
        autoComplete="off"
        placeholder={words(component['placeholder'])}
        value={typing ?? (value === undefined || value === null ? '' : String(value))}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-required={component.validate?.required === true}
        onChange={(event) => {
          setTyping(event.target.value)
          set(parse(event.target.value))
        }}
        onBlur={() => {
          setTyping(undefined)
          setTimeout(leave, LEAVE_DELAY)
        }}
      />
      {suffix && <span className="affix">{suffix}</span>}
    </div>
  )
}
