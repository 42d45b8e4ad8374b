import { Button, Form, Input, Select, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Catalogue, heldMembers, type Item, isHeld } from '#forms/catalogue'
import { SourceMark } from '../source-mark.tsx'

type Props = {
  readonly item: Item | undefined
  readonly locked: NonNullable<Catalogue['locked']>
  readonly readOnly: boolean
}
type Approval = Partial<NonNullable<Item['approval']>>
const parts = ['by', 'number', 'on'] as const

/** The parts of an approval that are still empty, where one is begun or `needed`. */
const missing = (approval: Approval | undefined, needed: boolean): readonly (typeof parts)[number][] => {
  const empty = parts.filter((part) => !approval?.[part]?.trim())
  return needed || empty.length < parts.length ? empty : []
}

/**
 * Why an item of a locked catalogue is as it is, what of it is held, and the approval by which it changes: who, number
 * and day (S3-14). Part of the item's form.
 */
export function ItemLock({ item, locked, readOnly }: Props) {
  const { t } = useTranslation('studio')
  const form = Form.useFormInstance<Item>()
  const status = Form.useWatch<Item['status'] | undefined>('status', form)
  const { by } = locked
  const proposed = (item?.status ?? 'proposed') === 'proposed'
  const kind = proposed ? 'proposed' : (item?.lock ?? (item?.approval ? 'approved' : 'free'))
  const held = item !== undefined && isHeld(item)
  const activate = async () => {
    form.setFieldValue('status', 'active')
    await form.validateFields(parts.map((part) => ['approval', part])).catch(() => undefined)
  }
  return (
    <section className="item-lock" aria-label={t('catalogue.lock.title')}>
      <p>
        <Tag color={proposed ? 'warning' : 'processing'}>{t(`catalogue.lock.kinds.${kind}`)}</Tag>
        {t(`catalogue.lock.why.${kind}`, { by })} <SourceMark rule={locked.source?.rule} />
      </p>
      {held && (
        <p className="muted">
          {t('catalogue.lock.held', { by, members: Object.values(heldMembers).join('、') })}
        </p>
      )}
      <div className="item-approval">
        {parts.map((part) => (
          <Form.Item
            key={part}
            name={['approval', part]}
            label={t(`catalogue.lock.approval.${part}`)}
            dependencies={['status', ...parts.filter((one) => one !== part).map((one) => ['approval', one])]}
            rules={[
              {
                validator: () => {
                  const needed = proposed && form.getFieldValue('status') === 'active'
                  return missing(form.getFieldValue('approval'), needed).includes(part)
                    ? Promise.reject(new Error(t('catalogue.lock.incomplete')))
                    : Promise.resolve()
                },
              },
            ]}
          >
            <Input {...(part === 'on' ? { type: 'date' } : { maxLength: 100 })} />
          </Form.Item>
        ))}
      </div>
      {proposed && !readOnly && (
        <p>
          <Button disabled={status === 'active'} onClick={() => void activate()}>
            {t('catalogue.lock.activate')}
          </Button>{' '}
          <span className="muted">
            {t(status === 'active' ? 'catalogue.lock.ready' : 'catalogue.lock.later')}
          </span>
        </p>
      )}
      {!proposed && (
        <Form.Item name="lock" label={t('catalogue.lock.change')} extra={t('catalogue.lock.changeHint')}>
          <Select
            allowClear
            options={(['required', 'optional'] as const).map((value) => ({
              value,
              label: t(`catalogue.lock.kinds.${value}`),
            }))}
          />
        </Form.Item>
      )}
    </section>
  )
}
