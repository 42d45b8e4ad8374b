import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useField } from '../context.ts'
import type { ControlProps } from '../frame.tsx'
import { moneyText, parseMoney, parseNumber } from '../number.ts'
import { words } from '../options.ts'
import { LEAVE_DELAY } from './text.tsx'

/** A text input with the number keyboard: a native number input turns with the wheel and hides bad input. */
export function NumberInput({ component, path, id, invalid, describedBy }: ControlProps) {
  const { t } = useTranslation('form')
  const { value, set, leave } = useField(path)
  const [typing, setTyping] = useState<string>()
  const fen = component.properties?.format === 'money'
  const parse = fen ? parseMoney : parseNumber
  const shown = fen && typeof value === 'number' ? moneyText(value) : String(value ?? '')
  const suffix = words(component['suffix']) || (fen || component.type === 'currency' ? t('yuan') : '')
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
        value={typing ?? shown}
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
