import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { PercentField, PriceField } from './price-field.tsx'
import { RoundingField } from './pricing-fields.tsx'

type Choice = { readonly value: string; readonly label: string }

/** Caps, the person's own share, what a provider gets beforehand, and which funds bear the rest. */
export function TermsFields({ funds }: { readonly funds: readonly Choice[] }) {
  const { t } = useTranslation('studio')
  const copay = Form.useWatch('copay')
  return (
    <>
      <fieldset className="fee-group">
        <legend>{t('fees.caps')}</legend>
        {(['month', 'year', 'household'] as const).map((name) => (
          <PriceField key={name} name={name} label={t(`fees.capOf.${name}`)} extra={t('fees.capHint')} />
        ))}
      </fieldset>
      <fieldset className="fee-group">
        <legend>{t('fees.shares')}</legend>
        <PercentField name="copay" label={t('fees.copay')} />
        {copay && <RoundingField name="copayRounding" label={t('fees.copayRounding')} />}
        <PercentField name="advance" label={t('fees.advance')} />
      </fieldset>
      <fieldset className="fee-group">
        <legend>{t('fees.funding')}</legend>
        <Form.List
          name="funding"
          rules={[
            {
              validator: (_, parts: readonly { percent?: string }[] = []) => {
                const sum = parts.reduce((all, part) => all + Math.round(Number(part?.percent ?? 0) * 100), 0)
                return parts.length > 0 && sum !== 10_000
                  ? Promise.reject(new Error(t('fees.fundingSum', { sum: sum / 100 })))
                  : Promise.resolve()
              },
            },
          ]}
        >
          {(parts, { add, remove }, { errors }) => (
            <>
              {parts.length === 0 && <p className="muted">{t('fees.fundingNone')}</p>}
              {parts.map(({ key, name }, at) => (
                <div key={key} className="fee-step">
                  <Form.Item
                    name={[name, 'fund']}
                    rules={[{ required: true, message: t('choose', { name: t('fees.fund') }) }]}
                  >
                    <Select options={[...funds]} aria-label={t('fees.fundOf', { n: at + 1 })} />
                  </Form.Item>
                  <PercentField
                    bare
                    required
                    name={[name, 'percent']}
                    label={t('fees.fundShare', { n: at + 1 })}
                  />
                  <Button
                    type="text"
                    onClick={() => remove(name)}
                    aria-label={t('fees.removeFund', { n: at + 1 })}
                  >
                    ✕
                  </Button>
                </div>
              ))}
              <Form.ErrorList errors={errors} />
              <Button onClick={() => add()} disabled={funds.length === 0}>
                {t('fees.addFund')}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
    </>
  )
}
