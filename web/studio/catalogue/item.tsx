import { Button, Checkbox, Drawer, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue, Item, Objects, Providers } from '#forms/catalogue'
import { newItem } from '#forms/catalogue/sheet'
import { commonServices } from '#forms/elements'
import { useLeaving } from '../leaving.tsx'
import { SourceMark } from '../source-mark.tsx'
import { Technical } from '../technical.tsx'
import { ItemLock } from './item-lock.tsx'

type Props = {
  /** Absent: a new item. */
  readonly item: Item | undefined
  readonly catalogue: Catalogue
  readonly objects: Objects | undefined
  readonly providers: Providers | undefined
  readonly readOnly: boolean
  readonly close: () => void
  readonly put: (item: Item, before: string | undefined) => void
}

type Fields = Omit<Item, 'unit' | 'common' | 'procurement' | 'note' | 'aliases'> & {
  readonly unit?: string
  readonly common?: string
  readonly procurement: 'yes' | 'no' | 'unset'
  readonly note?: string
  readonly aliases?: string[]
}

/** One service item. What is left empty stays "not set"; nothing is filled in for the city. */
export function ItemDrawer({ item, catalogue, objects, providers, readOnly, close, put }: Props) {
  const { t } = useTranslation('studio')
  const [form] = Form.useForm<Fields>()
  const [keyWrong, setKeyWrong] = useState(false)
  const { leave, question } = useLeaving(form, close)
  const keyed = (list: readonly { readonly key: string; readonly label: string }[] = []) =>
    list.map(({ key, label }) => ({ value: key, label }))
  const done = (fields: Fields) => {
    put(itemOf(fields, item), item?.key)
    close()
  }
  const chosen = (name: 'catalogue.category' | 'catalogue.mode' | 'catalogue.objects') => [
    { required: true, message: t('choose', { name: t(name) }) },
  ]
  const taken = (key: string) => !item && catalogue.items.some((one) => one.key === key)
  return (
    <Drawer
      open
      size={520}
      title={item ? item.name : t('catalogue.add')}
      onClose={leave}
      extra={
        !readOnly && (
          <Button type="primary" onClick={() => form.submit()}>
            {t('catalogue.done')}
          </Button>
        )
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        disabled={readOnly}
        initialValues={fieldsOf(item, catalogue)}
        onFinish={done}
        onFinishFailed={({ errorFields }) => setKeyWrong(errorFields.some(({ name }) => name[0] === 'key'))}
        scrollToFirstError
      >
        {item?.source && (
          <p className="drawer-source">
            {t('catalogue.source')} <SourceMark rule={item.source.rule} />
          </p>
        )}
        {catalogue.locked && <ItemLock item={item} locked={catalogue.locked} readOnly={readOnly} />}
        <Form.Item name="name" label={t('catalogue.name')} rules={[{ required: true, max: 100 }]}>
          <Input />
        </Form.Item>
        <Form.Item name="category" label={t('catalogue.category')} rules={chosen('catalogue.category')}>
          <Select options={keyed(catalogue.categories)} />
        </Form.Item>
        <Form.Item name="mode" label={t('catalogue.mode')} rules={chosen('catalogue.mode')}>
          <Select options={keyed(catalogue.modes)} />
        </Form.Item>
        <Form.Item name="unit" label={t('catalogue.unit')} extra={t('catalogue.unitHint')}>
          <Select
            allowClear
            options={['次', '小时', '天', '月', '年', '餐', '人'].map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item name="objects" label={t('catalogue.objects')} rules={chosen('catalogue.objects')}>
          <Select mode="multiple" options={keyed(objects?.classes)} />
        </Form.Item>
        <Form.Item name="providers" label={t('catalogue.providers')}>
          <Select
            mode="multiple"
            placeholder={t('catalogue.noProviders')}
            options={keyed(providers?.types)}
          />
        </Form.Item>
        <Form.Item name="common" label={t('catalogue.common')} extra={t('catalogue.commonHint')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={commonServices.map(({ code, name, unit }) => ({
              value: code,
              label: `${name}（${unit}）${code}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="procurement" label={t('catalogue.procurement')}>
          <Segmented
            aria-label={t('catalogue.procurement')}
            options={(['yes', 'no', 'unset'] as const).map((value) => ({
              value,
              label: t(`catalogue.procurementValues.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="governmentOnly" valuePropName="checked">
          <Checkbox>{t('catalogue.governmentOnly')}</Checkbox>
        </Form.Item>
        <Form.Item name="status" label={t('catalogue.status')}>
          <Segmented
            aria-label={t('catalogue.status')}
            options={(['active', 'proposed', 'retired'] as const).map((value) => ({
              value,
              label: t(`catalogue.statuses.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="aliases" label={t('catalogue.aliases')}>
          <Select mode="tags" open={false} />
        </Form.Item>
        <Form.Item name="note" label={t('catalogue.note')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Technical open={keyWrong}>
          <Form.Item
            name="key"
            label={t('catalogue.key')}
            extra={t('catalogue.keyHint')}
            rules={[
              {
                required: true,
                pattern: /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/,
                message: t('catalogue.keyWrong'),
              },
              {
                validator: (_, key) =>
                  taken(key) ? Promise.reject(new Error(t('catalogue.taken'))) : Promise.resolve(),
              },
            ]}
          >
            <Input disabled={item !== undefined} />
          </Form.Item>
        </Technical>
      </Form>
      {question}
    </Drawer>
  )
}

function fieldsOf(item: Item | undefined, catalogue: Catalogue): Partial<Fields> {
  if (!item)
    return {
      // Nobody has to think up what the system calls it.
      key: newItem(catalogue, catalogue.items).key,
      category: catalogue.categories[0]?.key ?? '',
      providers: [],
      procurement: 'unset',
      governmentOnly: false,
      status: catalogue.locked ? 'proposed' : 'active',
    }
  const { unit, common, procurement, ...rest } = item
  return {
    ...rest,
    ...(unit === null ? {} : { unit }),
    ...(common === null ? {} : { common }),
    procurement: procurement === null ? 'unset' : procurement ? 'yes' : 'no',
  } as Partial<Fields>
}

/** Empty fields become "not set"; what the form does not show (the source) stays as it was. */
function itemOf(fields: Fields, before: Item | undefined): Item {
  const { unit, common, procurement, note, aliases, approval, ...rest } = fields
  const { note: _note, aliases: _aliases, approval: had, ...kept } = before ?? {}
  // The fields of the lock are there in a locked catalogue alone; one that is not drawn changes nothing.
  const approved = approval === undefined ? had : approval.by ? approval : undefined
  if ('lock' in rest && rest.lock === undefined) {
    delete rest.lock
    if ('lock' in kept) delete kept.lock
  }
  return {
    ...kept,
    ...rest,
    providers: rest.providers ?? [],
    unit: unit ?? null,
    common: common ?? null,
    procurement: procurement === 'unset' ? null : procurement === 'yes',
    ...(approved ? { approval: approved } : {}),
    ...(note ? { note } : {}),
    ...(aliases && aliases.length > 0 ? { aliases } : {}),
  }
}
