import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FeeRow } from '#forms/fees'
import { rowId } from '#forms/fees/sheet'
import { fenOf, typedOf } from '../amount.ts'
import { useLeaving } from '../leaving.tsx'
import { dayBefore, today } from '../today.ts'
import { PriceField } from './price-field.tsx'

type Props = {
  readonly row: FeeRow
  readonly title: string
  readonly close: () => void
  readonly put: (closed: FeeRow, next: FeeRow) => void
  readonly taken: (id: string) => boolean
}

type Fields = { readonly price: string; readonly from: string }

/**
 * A new price from a day on. The old row is closed, never rewritten, so what was served before keeps its price:
 *
 *   before  |---- old ------------------------->
 *   after   |---- old ----|---- new ----------->
 */
export function ChangePrice({ row, title, close, put, taken }: Props) {
  const { t } = useTranslation('studio')
  const [form] = Form.useForm<Fields>()
  const { leave, question } = useLeaving(form, close)
  const done = ({ price, from }: Fields) => {
    const { to: _open, ...kept } = row
    put(
      { ...row, to: dayBefore(from) },
      { ...kept, id: rowId(row.item, from, taken), amount: tiered ? null : (fenOf(price) ?? null), from },
    )
    close()
  }
  const tiered = row.tiers ? 'tiers' : row.formula ? 'formula' : undefined
  const first = today() > row.from ? today() : ''
  return (
    <Modal
      open
      title={`${t('fees.change')}：${title}`}
      okText={t('fees.done')}
      onOk={() => form.submit()}
      onCancel={leave}
    >
      <p className="modal-lead">{t('fees.changeLead')}</p>
      {tiered && <p className="modal-lead">{t('fees.changeTiered', { kind: t(`fees.kinds.${tiered}`) })}</p>}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ price: typedOf(row.amount), from: first }}
        onFinish={done}
      >
        {!tiered && <PriceField name="price" label={t('fees.newPrice')} required />}
        <Form.Item
          name="from"
          label={t('fees.newFrom')}
          rules={[
            { required: true },
            {
              validator: (_, from?: string) =>
                from && from <= row.from
                  ? Promise.reject(new Error(t('fees.notAfter', { from: row.from })))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input type="date" />
        </Form.Item>
      </Form>
      {question}
    </Modal>
  )
}
