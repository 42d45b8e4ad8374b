import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { fenOf } from '../amount.ts'

type Props = { readonly name: string; readonly label: string; readonly required?: boolean }

/** An amount in 元, kept as text until it is read as 分. */
export function PriceField({ name, label, required = false }: Props) {
  const { t } = useTranslation('studio')
  return (
    <Form.Item
      name={name}
      label={label}
      extra={required ? undefined : t('fees.priceHint')}
      rules={[
        { required },
        {
          validator: (_, typed: string = '') =>
            fenOf(typed) === undefined ? Promise.reject(new Error(t('fees.priceWrong'))) : Promise.resolve(),
        },
      ]}
    >
      <Input inputMode="decimal" suffix="元" />
    </Form.Item>
  )
}
