import { Button, Form, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { PercentField, PriceField } from './price-field.tsx'

/** 单价, 分档 or 按比例: how a row makes its price. */
export function PricingFields() {
  const { t } = useTranslation('studio')
  const kind = Form.useWatch('kind')
  return (
    <>
      <Form.Item name="kind" label={t('fees.pricing')}>
        <Segmented
          aria-label={t('fees.pricing')}
          options={(['flat', 'tiers', 'formula'] as const).map((value) => ({
            value,
            label: t(`fees.kinds.${value}`),
          }))}
        />
      </Form.Item>
      {kind === 'flat' && <PriceField name="price" label={t('fees.price')} />}
      {kind === 'tiers' && <Tiers />}
      {kind === 'formula' && <Formula />}
    </>
  )
}

function Tiers() {
  const { t } = useTranslation('studio')
  const method = Form.useWatch('method')
  return (
    <fieldset className="fee-group">
      <legend>{t('fees.kinds.tiers')}</legend>
      <Form.Item name="method" extra={t(method === 'slice' ? 'fees.sliceHint' : 'fees.eachHint')}>
        <Segmented
          aria-label={t('fees.method')}
          options={(['each', 'slice'] as const).map((value) => ({
            value,
            label: t(`fees.methods.${value}`),
          }))}
        />
      </Form.Item>
      <Form.List
        name="steps"
        rules={[
          {
            validator: (_, steps: readonly { upTo?: string; amount?: string }[] = []) => {
              const fault = stepFault(steps)
              return fault ? Promise.reject(new Error(t(fault))) : Promise.resolve()
            },
          },
        ]}
      >
        {(steps, { add, remove }, { errors }) => (
          <>
            {steps.map(({ key, name }, at) => (
              <div key={key} className="fee-step">
                <Form.Item
                  name={[name, 'upTo']}
                  rules={[{ pattern: /^\s*\d{1,6}(\.\d{1,2})?\s*$/, message: t('fees.upToWrong') }]}
                >
                  <Input
                    inputMode="decimal"
                    prefix="≤"
                    placeholder={t('fees.noEnd')}
                    aria-label={t('fees.upTo', { n: at + 1 })}
                  />
                </Form.Item>
                <PriceField
                  bare
                  required
                  name={[name, 'amount']}
                  label={t('fees.stepPrice', { n: at + 1 })}
                />
                <Button
                  type="text"
                  onClick={() => remove(name)}
                  aria-label={t('fees.removeStep', { n: at + 1 })}
                >
                  ✕
                </Button>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button onClick={() => add()}>{t('fees.addStep')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

/** Ends must rise, and only the last may have none. */
function stepFault(
  steps: readonly ({ upTo?: string } | undefined)[],
): 'fees.noSteps' | 'fees.openLast' | 'fees.rising' | undefined {
  if (steps.length === 0) return 'fees.noSteps'
  const ends = steps.map((step) => (step?.upTo ? Number(step.upTo.normalize('NFKC')) : null))
  if (ends.slice(0, -1).includes(null)) return 'fees.openLast'
  return ends.some((end, at) => at > 0 && end !== null && end <= (ends[at - 1] ?? 0))
    ? 'fees.rising'
    : undefined
}

function Formula() {
  const { t } = useTranslation('studio')
  return (
    <fieldset className="fee-group">
      <legend>{t('fees.kinds.formula')}</legend>
      <Form.Item
        name="base"
        label={t('fees.base')}
        rules={[{ required: true, max: 100, message: t('fees.fill', { name: t('fees.base') }) }]}
      >
        <Input placeholder={t('fees.baseExample')} />
      </Form.Item>
      <PriceField name="baseAmount" label={t('fees.baseAmount')} extra={t('fees.baseHint')} />
      <PercentField required name="percent" label={t('fees.percent')} />
      <RoundingField name="rounding" label={t('fees.rounding')} clear />
    </fieldset>
  )
}

type RoundingProps = { readonly name: string; readonly label: string; readonly clear?: boolean }

/** How what is not whole becomes whole 元 or 分. */
export function RoundingField({ name, label, clear = false }: RoundingProps) {
  const { t } = useTranslation('studio')
  const options = (['yuan', 'fen'] as const).flatMap((to) =>
    (['round', 'floor', 'ceil'] as const).map((mode) => ({
      value: `${mode}-${to}`,
      label: t('fees.roundTo', {
        mode: t(`fees.modes.${mode}`),
        to: t(`fees.to${to === 'yuan' ? 'Yuan' : 'Fen'}`),
      }),
    })),
  )
  return (
    <Form.Item name={name} label={label}>
      <Select allowClear={clear} options={options} placeholder={t('fees.halfUp')} />
    </Form.Item>
  )
}
