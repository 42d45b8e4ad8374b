import { useTranslation } from 'react-i18next'
import { useField } from '../context.ts'
import type { ControlProps } from '../frame.tsx'
import { LEAVE_DELAY } from './text.tsx'

/** What the native input shows of a kept value: `2026-11-21` or `2026-11-21T09:30`. */
function shown(value: unknown, time: boolean): string {
  if (typeof value !== 'string') return ''
  return value.slice(0, time ? 16 : 10)
}

/** A date is kept as `YYYY-MM-DD`, with a time as `YYYY-MM-DDTHH:mm:00+08:00`: the city's own clock. */
export function DateTime({ component, path, id, invalid, describedBy }: ControlProps) {
  const { value, set, leave } = useField(path)
  const time = component['enableTime'] !== false
  return (
    <input
      id={id}
      className="input date"
      type={time ? 'datetime-local' : 'date'}
      value={shown(value, time)}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      aria-required={component.validate?.required === true}
      onChange={(event) => {
        const typed = event.target.value
        set(typed ? (time ? `${typed}:00+08:00` : typed) : undefined)
      }}
      onBlur={() => setTimeout(leave, LEAVE_DELAY)}
    />
  )
}

export function Time({ path, id, invalid, describedBy }: ControlProps) {
  const { value, set, leave } = useField(path)
  return (
    <input
      id={id}
      className="input date"
      type="time"
      value={typeof value === 'string' ? value.slice(0, 5) : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={(event) => set(event.target.value ? `${event.target.value}:00` : undefined)}
      onBlur={() => setTimeout(leave, LEAVE_DELAY)}
    />
  )
}

/** Form.io keeps a day as `MM/DD/YYYY` (or `DD/MM/YYYY`), unknown parts as zeros; here it is asked 年 月 日. */
export function Day({ component, path, id, invalid, describedBy }: ControlProps) {
  const { t } = useTranslation('form')
  const { value, set, leave } = useField(path)
  const dayFirst = component['dayFirst'] === true
  const [first = '', second = '', year = ''] = typeof value === 'string' ? value.split('/') : []
  const parts = { year, month: dayFirst ? second : first, day: dayFirst ? first : second }
  const change = (part: keyof typeof parts, typed: string) => {
    const next = { ...parts, [part]: typed.normalize('NFKC').replaceAll(/\D/g, '') }
    if (!next.year && !next.month && !next.day) return set(undefined)
    const [a, b] = dayFirst ? [next.day, next.month] : [next.month, next.day]
    set(`${a || '00'}/${b || '00'}/${next.year || '0000'}`)
  }
  return (
    <div className="day" id={id}>
      {(['year', 'month', 'day'] as const).map((part) => (
        <label key={part}>
          <input
            className="input number"
            inputMode="numeric"
            maxLength={part === 'year' ? 4 : 2}
            value={/^0*$/.test(parts[part]) ? '' : parts[part]}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onChange={(event) => change(part, event.target.value)}
            onBlur={(event) => {
              const typed = event.target.value
              if (part !== 'year' && typed.length === 1) change(part, typed.padStart(2, '0'))
              setTimeout(leave, LEAVE_DELAY)
            }}
          />
          <span>{t(part)}</span>
        </label>
      ))}
    </div>
  )
}
