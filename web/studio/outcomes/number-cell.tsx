import { InputNumber } from 'antd'

type Props = {
  readonly label: string
  readonly value: number | null
  readonly disabled?: boolean
  readonly placeholder?: string
  /** Null only where nothing may stand. */
  readonly empty?: boolean
  readonly change: (value: number | null) => void
}

/** A number in a row. While it is being emptied the last one stays, except where nothing is an answer too. */
export const NumberCell = ({ label, value, disabled = false, placeholder = '', empty, change }: Props) => (
  <InputNumber
    className="number-cell"
    aria-label={label}
    value={value}
    disabled={disabled}
    placeholder={placeholder}
    min={-1_000_000}
    max={1_000_000}
    onChange={(next) => {
      if (next !== null || empty) change(next)
    }}
  />
)
