import { Form, Input } from 'antd'
import type { NamePath } from 'antd/es/form/interface'
import { useTranslation } from 'react-i18next'
import { fenOfText } from '#forms/sheet'

type Props = {
  readonly name: NamePath
  readonly label: string
  readonly required?: boolean
  /** Said below; what an empty price means where absent. */
  readonly extra?: string
  /** Only read aloud: the place says what it is. */
  readonly bare?: boolean
}

/** An amount in 元, kept as text until it is read as 分. */
export function PriceField({ name, label, required = false, extra, bare = false }: Props) {
  const { t } = useTranslation('studio')
  return (
    <Form.Item
      name={name}
      {...(!bare && { label })}
      extra={required || bare ? undefined : (extra ?? t('fees.priceHint'))}
      rules={[
        { required, message: t('fees.fill', { name: label }) },
        {
          validator: (_, typed: string = '') => {
            const read = fenOfText(typed)
            return 'wrong' in read ? Promise.reject(new Error(read.wrong)) : Promise.resolve()
          },
        },
      ]}
    >
      <Input inputMode="decimal" suffix="元" {...(bare && { 'aria-label': label })} />
    </Form.Item>
  )
}

type PercentProps = Omit<Props, 'extra'>

/** A share in percent, two decimals at most. */
export function PercentField({ name, label, required = false, bare = false }: PercentProps) {
  const { t } = useTranslation('studio')
  return (
    <Form.Item
      name={name}
      {...(!bare && { label })}
      rules={[
        { required, message: t('fees.fill', { name: label }) },
        { pattern: /^\s*(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)\s*%?\s*$/, message: t('fees.percentWrong') },
      ]}
    >
      <Input inputMode="decimal" suffix="%" {...(bare && { 'aria-label': label })} />
    </Form.Item>
  )
}
