import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoicesContext } from '../choices.ts'
import { useField } from '../context.ts'
import type { ControlProps } from '../frame.tsx'
import { isMultiple, optionsOf, words } from '../options.ts'

/** Short answers stand side by side, so that 是/否 takes one line and one thumb. */
const inline = (labels: readonly string[]): boolean =>
  labels.length <= 4 && labels.every((label) => label.length <= 5)

export function Radios({ component, path, id, describedBy }: ControlProps) {
  const { t } = useTranslation('form')
  const { value, set, leave } = useField(path)
  const options = optionsOf(component, use(ChoicesContext))
  const required = component.validate?.required === true
  return (
    <>
      <div className={inline(options.map((option) => option.label)) ? 'options inline' : 'options'}>
        {options.map((option) => (
          <label className="option" key={String(option.value)}>
            <input
              type="radio"
              name={id}
              checked={value !== undefined && String(value) === String(option.value)}
              aria-describedby={describedBy}
              onChange={() => {
                set(option.value)
                leave()
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {!required && value !== undefined && (
        <button type="button" className="text-button" onClick={() => set(undefined)}>
          {t('clear')}
        </button>
      )}
    </>
  )
}

/** Several of a list. Select boxes keep `{ a: true }`, a select with `multiple` keeps a list. */
export function Boxes({ component, path, describedBy }: ControlProps) {
  const { value, set, leave } = useField(path)
  const options = optionsOf(component, use(ChoicesContext))
  const asList = component.type !== 'selectboxes'
  const chosen = new Set(
    Array.isArray(value)
      ? value.map(String)
      : Object.entries(typeof value === 'object' && value ? value : {})
          .filter(([, on]) => on === true)
          .map(([key]) => key),
  )
  const toggle = (key: string, on: boolean) => {
    const now = options.filter((option) =>
      String(option.value) === key ? on : chosen.has(String(option.value)),
    )
    if (asList) set(now.length > 0 ? now.map((option) => option.value) : undefined)
    else
      set(
        Object.fromEntries(
          options.map((option) => [String(option.value), now.some((one) => one.value === option.value)]),
        ),
      )
    leave()
  }
  return (
    <div className={inline(options.map((option) => option.label)) ? 'options inline' : 'options'}>
      {options.map((option) => (
        <label className="option" key={String(option.value)}>
          <input
            type="checkbox"
            checked={chosen.has(String(option.value))}
            aria-describedby={describedBy}
            onChange={(event) => toggle(String(option.value), event.target.checked)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}

export function Select({ component, path, id, invalid, describedBy }: ControlProps) {
  const { t } = useTranslation('form')
  const { value, set, leave } = useField(path)
  const options = optionsOf(component, use(ChoicesContext))
  const at = options.findIndex((option) => value !== undefined && String(option.value) === String(value))
  return (
    <select
      id={id}
      className="input"
      value={at < 0 ? '' : String(at)}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      aria-required={component.validate?.required === true}
      onChange={(event) => {
        set(event.target.value === '' ? undefined : options[Number(event.target.value)]?.value)
        leave()
      }}
    >
      <option value="">{words(component['placeholder']) || t('choose')}</option>
      {options.map((option, index) => (
        <option key={String(option.value)} value={index}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

export const wantsBoxes = (component: ControlProps['component']): boolean =>
  component.type === 'selectboxes' || (component.type === 'select' && isMultiple(component))
