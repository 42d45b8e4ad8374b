import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = {
  /** What is asked, by name. */
  readonly name: string
  readonly number: boolean
  readonly value: true | undefined
  readonly disabled: boolean
  readonly change: (blank: { readonly blank?: true }) => void
}

/** Whether there is a result although this one is not answered. */
export function BlankTick({ name, number, value, disabled, change }: Props) {
  const { t } = useTranslation('workshop')
  const said = t(number ? 'outcomes.blank' : 'outcomes.blankPoints')
  return (
    <Checkbox
      className="blank-tick"
      aria-label={`${name}：${said}`}
      checked={value === true}
      disabled={disabled}
      onChange={({ target }) => change(target.checked ? { blank: true } : {})}
    >
      {said}
    </Checkbox>
  )
}
