import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../../form/context.ts'

/** Sentences by path; a path that is not in it is in order. */
export type Wrongs = ReadonlyMap<string, string>

type FrameProps = {
  readonly path: string
  readonly label: string
  readonly wrongs: Wrongs
  readonly required?: boolean
  readonly hint?: string
}
type Tied = { readonly id: string; readonly 'aria-invalid': boolean; readonly 'aria-describedby'?: string }

const tied = ({ path, wrongs, hint }: FrameProps): Tied => {
  const id = fieldId(path)
  const by = [hint && `${id}-hint`, wrongs.has(path) && `${id}-error`].filter(Boolean).join(' ')
  return { id, 'aria-invalid': wrongs.has(path), ...(by && { 'aria-describedby': by }) }
}

function Label({ label, required }: Pick<FrameProps, 'label' | 'required'>) {
  const { t } = useTranslation('entry')
  return (
    <span className="question-label">
      {label}
      {required && <span className="required">{t('required')}</span>}
    </span>
  )
}

function Below({ path, wrongs, hint }: FrameProps) {
  const id = fieldId(path)
  const wrong = wrongs.get(path)
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="error" id={`${id}-error`}>
          {wrong}
        </p>
      )}
    </>
  )
}

/** One entry: label above, control, hint and what is wrong with it in words right under it. */
function Frame({ children, ...of }: FrameProps & { readonly children: (tie: Tied) => ReactNode }) {
  const tie = tied(of)
  return (
    <div className="question">
      <label htmlFor={tie.id}>
        <Label {...of} />
      </label>
      {children(tie)}
      <Below {...of} />
    </div>
  )
}

/** Several controls under one question. */
export function Group({ children, ...of }: FrameProps & { readonly children: ReactNode }) {
  const { id, 'aria-describedby': by } = tied(of)
  return (
    <fieldset className="question" id={id} tabIndex={-1} {...(by && { 'aria-describedby': by })}>
      <legend>
        <Label {...of} />
      </legend>
      {children}
      <Below {...of} />
    </fieldset>
  )
}

type TextProps = FrameProps & {
  readonly value: string
  readonly set: (value: string) => void
  readonly type?: 'text' | 'tel' | 'date'
  readonly rows?: number
  readonly bounds?: { readonly min?: string; readonly max?: string }
}

/** Limits are said in words: a native limit would cut what was typed without one. */
export function TextEntry({ value, set, type = 'text', rows, bounds, ...of }: TextProps) {
  return (
    <Frame {...of}>
      {(tie) => {
        const common = {
          ...tie,
          value,
          'aria-required': of.required === true,
          onChange: (event: { readonly target: { readonly value: string } }) => set(event.target.value),
        }
        return rows ? (
          <textarea {...common} className="input" rows={rows} />
        ) : (
          <input
            {...common}
            {...bounds}
            className={type === 'date' ? 'input date' : 'input'}
            type={type}
            autoComplete="off"
          />
        )
      }}
    </Frame>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean }

type SelectProps = FrameProps & {
  readonly value: string
  readonly set: (value: string) => void
  /** By heading; without headings under ''. */
  readonly groups: Readonly<Record<string, readonly Option[]>>
  /** What stands first and says nothing yet. */
  readonly empty: string
}

export function SelectEntry({ value, set, groups, empty, ...of }: SelectProps) {
  const list = (options: readonly Option[]) =>
    options.map((one) => (
      <option key={one.value} value={one.value} disabled={one.disabled === true}>
        {one.label}
      </option>
    ))
  return (
    <Frame {...of}>
      {(tie) => (
        <select
          {...tie}
          className="input"
          value={value}
          aria-required={of.required === true}
          onChange={(event) => set(event.target.value)}
        >
          <option value="">{empty}</option>
          {Object.entries(groups).map(([heading, options]) =>
            heading === '' ? (
              list(options)
            ) : (
              <optgroup key={heading} label={heading}>
                {list(options)}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Frame>
  )
}

type OptionProps = {
  readonly label: ReactNode
  readonly checked: boolean
  readonly set: (checked: boolean) => void
  /** Of a choice of one: what the others of it are called too. */
  readonly name?: string
  readonly disabled?: boolean
}

/** One answer to choose, as large as a thumb. */
export function OptionEntry({ label, checked, set, name, disabled = false }: OptionProps) {
  return (
    <label className="option">
      <input
        type={name === undefined ? 'checkbox' : 'radio'}
        {...(name !== undefined && { name })}
        checked={checked}
        disabled={disabled}
        onChange={(event) => set(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
