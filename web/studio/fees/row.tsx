import { Alert, Button, Drawer, Form, Input, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FeeRow, feeRow } from '#forms/fees'
import { newRow, rowId } from '#forms/fees/sheet'
import { useLeaving } from '../leaving.tsx'
import { today } from '../today.ts'
import { type Fields, fieldsOf, rowOf } from './fields.ts'
import type { Names } from './names.ts'
import { PricingFields } from './pricing-fields.tsx'
import { TermsFields } from './terms-fields.tsx'

type Props = {
  /** Absent: a new row. */
  readonly row: FeeRow | undefined
  readonly names: Names
  /** Only for some divisions, so a row must say which. */
  readonly bounded: boolean
  readonly readOnly: boolean
  readonly taken: (id: string) => boolean
  readonly close: () => void
  readonly put: (row: FeeRow, before: string | undefined) => void
  readonly remove: (id: string) => void
}

/** One row of the fee standard with all that a cell of the table cannot hold: tiers, formula, caps, shares, funds. */
export function RowDrawer({ row, names, bounded, readOnly, taken, close, put, remove }: Props) {
  const { t } = useTranslation('studio')
  const [form] = Form.useForm<Fields>()
  const { leave, question } = useLeaving(form, close)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const done = (fields: Fields) => {
    const next = rowOf(fields, row?.id ?? rowId(fields.item, fields.from, taken), row)
    const checked = feeRow.safeParse(next)
    if (!checked.success) return setWrong([...new Set(checked.error.issues.map(({ message }) => message))])
    put(next, row?.id)
    close()
  }
  const [only] = names.divisions
  const fresh = { ...newRow([], bounded ? only?.value : undefined), from: today() }
  return (
    <Drawer
      open
      size={520}
      title={row ? `${t('fees.editTitle')}：${names.item(row.item)}` : t('fees.add')}
      onClose={leave}
      extra={
        !readOnly && (
          <Button type="primary" onClick={() => form.submit()}>
            {t('fees.done')}
          </Button>
        )
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        disabled={readOnly}
        // A key that is there without a value would win over what is typed into a list.
        initialValues={fieldsOf(row ?? fresh)}
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
        <PricingFields />
        <Form.Item
          name="unit"
          label={t('fees.unit')}
          rules={[{ required: true, message: t('choose', { name: t('fees.unit') }) }]}
        >
          <Select options={names.units} />
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
        <Form.Item
          name="from"
          label={t('fees.from')}
          rules={[{ required: true, message: t('fees.fill', { name: t('fees.from') }) }]}
        >
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
        <TermsFields funds={names.funds} />
        <Form.Item name="note" label={t('fees.note')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {wrong.length > 0 && <Alert type="error" showIcon title={wrong.join('；')} />}
      {row && !readOnly && (
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
