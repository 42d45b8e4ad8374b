import { fieldId, useField } from '../context.ts'
import type { ControlProps } from '../frame.tsx'
import { words } from '../options.ts'
import { Reveal } from '../reveal.tsx'

/** A single box carries its own label beside it, so it stands without the common frame. */
export function Checkbox({ component, path }: Pick<ControlProps, 'component' | 'path'>) {
  const id = fieldId(path)
  const { value, error, set, leave } = useField(path)
  const hint = words(component['description'])
  return (
    <div className="question">
      <label className="option">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          aria-invalid={error !== undefined}
          aria-describedby={
            [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
          }
          onChange={(event) => {
            set(event.target.checked)
            leave()
          }}
        />
        <span>{component.label}</span>
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Reveal open={error !== undefined}>
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      </Reveal>
    </div>
  )
}
