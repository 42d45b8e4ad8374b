import { Input } from 'antd'
import { useEffect, useState } from 'react'

type Props<T> = {
  readonly id: string
  readonly value: T | undefined
  readonly show: (value: T) => string
  /** `null` for nothing typed, `undefined` for what is no such value. */
  readonly read: (text: string) => T | null | undefined
  readonly put: (value: T | null) => void
  readonly suffix?: string
  readonly placeholder: string
  readonly wrong: string
  readonly disabled: boolean
}

/** A value that is typed as text. What cannot be read is kept on the screen and said, and never written. */
export function Typed<T>({ id, value, show, read, put, suffix, placeholder, wrong, disabled }: Props<T>) {
  const own = value === undefined || value === null ? '' : show(value)
  const [text, setText] = useState(own)
  const bad = read(text) === undefined
  // The value may change from outside, by undo: what is typed follows unless it means the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another value may replace what is typed
  useEffect(() => {
    const meant = read(text)
    if (meant !== undefined && (meant === null ? '' : show(meant)) !== own) setText(own)
  }, [own])
  return (
    <>
      <Input
        id={id}
        inputMode="decimal"
        value={text}
        suffix={suffix}
        placeholder={placeholder}
        disabled={disabled}
        status={bad ? 'error' : ''}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-wrong` : undefined}
        onChange={({ target }) => {
          setText(target.value)
          const next = read(target.value)
          if (next !== undefined) put(next)
        }}
      />
      {bad && (
        <p className="field-wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </>
  )
}
