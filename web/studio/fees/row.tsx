import { Button, Drawer, Form, Input, Popconfirm, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FeeRow } from '#forms/fees'
import { fenOf, typedOf } from '../amount.ts'
import { useLeaving } from '../leaving.tsx'
import { today } from '../today.ts'
import type { Names } from './names.ts'
import { PriceField } from './price-field.tsx'
import { rowId } from './row-id.ts'

type Props = {
  /** Absent: a new row. */
  readonly row: FeeRow | undefined
  readonly names: Names
  /** Only for some divisions, so a row must say which. */
  readonly bounded: boolean
  readonly taken: (id: string) => boolean
  readonly close: () => void
  readonly put: (row: FeeRow, before: string | undefined) => void
  readonly remove: (id: string) => void
}

type Fields = {
  readonly item: string
  readonly price?: string
  readonly unit: string
  readonly level?: string
  readonly objectClass?: string
  readonly division?: string
  readonly from: string
  readonly to?: string
  readonly note?: string
}

/** One row of the fee standard. */
export function RowDrawer({ row, names, bounded, taken, close, put, remove }: Props) {
  const { t } = useTranslation('studio')
  const [form] = Form.useForm<Fields>()
  const { leave, question } = useLeaving(form, close)
  const done = (fields: Fields) => {
    put(rowOf(fields, row?.id ?? rowId(fields.item, fields.from, taken), row), row?.id)
    close()
  }
  const [only] = names.divisions
  const fresh = { from: today(), ...(bounded && only && { division: only.value }) }
  return (
    <Drawer
      open
      size={460}
      title={row ? `${t('fees.editTitle')}：${names.item(row.item)}` : t('fees.add')}
      onClose={leave}
      extra={
        <Button type="primary" onClick={() => form.submit()}>
          {t('fees.done')}
        </Button>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={row ? { ...row, price: typedOf(row.amount) } : fresh}
        onValuesChange={({ item }: Partial<Fields>) => {
          const unit = item && names.unitOf(item)
          if (unit) form.setFieldValue('unit', unit)
        }}
        onFinish={done}
        scrollToFirstError
      >
        <Form.Item
          name="item"
          label={t('fees.item')}
          rules={[{ required: true, message: t('choose', { name: t('fees.item') }) }]}
        >
          <Select showSearch={{ optionFilterProp: 'label' }} options={names.items} />
        </Form.Item>
        <PriceField name="price" label={t('fees.price')} />
        <Form.Item name="unit" label={t('fees.unit')} rules={[{ required: true, max: 100 }]}>
          <Input />
        </Form.Item>
        <Form.Item name="level" label={t('fees.level')}>
          <Select allowClear placeholder={t('fees.any')} options={names.levels} />
        </Form.Item>
        <Form.Item name="objectClass" label={t('fees.objectClass')}>
          <Select allowClear placeholder={t('fees.any')} options={names.classes} />
        </Form.Item>
        <Form.Item
          name="division"
          label={t('fees.division')}
          rules={[{ required: bounded, message: t('fees.ownOnly') }]}
        >
          <Select
            allowClear={!bounded}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t(bounded ? 'fees.ownOnly' : 'fees.whole')}
            options={names.divisions}
          />
        </Form.Item>
        <Form.Item name="from" label={t('fees.from')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="to"
          label={t('fees.to')}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, to?: string) =>
                to && to < getFieldValue('from')
                  ? Promise.reject(new Error(t('fees.endsBefore')))
                  : Promise.resolve(),
            }),
          ]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="note" label={t('fees.note')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {row && (
        <Popconfirm
          title={t('fees.removeAsk')}
          description={t('fees.removeLead')}
          okText={t('fees.remove')}
          cancelText={t('fees.keep')}
          onConfirm={() => {
            remove(row.id)
            close()
          }}
        >
          <Button danger>{t('fees.remove')}</Button>
        </Popconfirm>
      )}
      {question}
    </Drawer>
  )
}

/** Empty fields are left out; an empty price is "not set". */
function rowOf(fields: Fields, id: string, before: FeeRow | undefined): FeeRow {
  const { item, price = '', unit, from } = fields
  const optional = Object.fromEntries(
    (['level', 'objectClass', 'division', 'to', 'note'] as const).flatMap((key) =>
      fields[key] ? [[key, fields[key]]] : [],
    ),
  )
  return {
    id,
    item,
    unit,
    amount: fenOf(price) ?? null,
    from,
    ...optional,
    ...(before?.source ? { source: before.source } : {}),
  }
}
