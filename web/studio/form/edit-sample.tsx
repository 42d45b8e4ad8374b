import { Button, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Band, FormDocument, OptionLists, Sample } from '#forms/definition'
import { recordSample } from '#forms/samples'

type Props = {
  readonly form: FormDocument
  readonly sample: Sample
  readonly choices: OptionLists
  /** Titles of the other samples. */
  readonly taken: readonly string[]
  readonly change: (next: Sample) => void
}

type Expected = NonNullable<Sample['expect']['outcomes']>[string]

/** A case as it should come out: its name, its day, and the results and advice that it must lead to. */
export function EditSample({ form, sample, choices, taken, change }: Props) {
  const { t } = useTranslation('studio')
  const { expect } = sample
  const outcomes = Array.isArray(form.outcomes) ? form.outcomes : []
  const items = choices['catalogue'] ?? []
  const twice = taken.includes(sample.title.trim())
  const put = (key: string, next: Expected | undefined) => {
    const { [key]: _, ...rest } = expect.outcomes ?? {}
    change({ ...sample, expect: { ...expect, outcomes: next ? { ...rest, [key]: next } : rest } })
  }
  return (
    <div className="sample-edit">
      <span>{t('samples.name')}</span>
      <Input
        aria-label={t('samples.name')}
        value={sample.title}
        maxLength={200}
        status={sample.title.trim() === '' || twice ? 'error' : ''}
        onChange={({ target }) => change({ ...sample, title: target.value })}
      />
      {twice && <p className="dirty">{t('samples.taken')}</p>}
      <span>{t('samples.day')}</span>
      <Input
        type="date"
        aria-label={t('samples.day')}
        value={sample.today}
        onChange={({ target }) => {
          if (target.value !== '') change({ ...sample, today: target.value })
        }}
      />
      {outcomes.map(({ key, title, bands: levels }) => {
        const bands: readonly Band[] = levels ?? []
        const wanted: Expected | undefined = expect.outcomes?.[key]
        const value = wanted?.value
        return (
          <div key={key} className="sample-outcome">
            <span>{title}</span>
            <InputNumber
              aria-label={t('samples.valueOf', { name: title })}
              placeholder={wanted && 'value' in wanted ? t('samples.notFound') : t('samples.notCompared')}
              value={typeof value === 'number' ? value : null}
              onChange={(next) => put(key, { ...wanted, value: next })}
            />
            {bands.length > 0 && (
              <Select
                aria-label={t('samples.levelOf', { name: title })}
                allowClear
                popupMatchSelectWidth={false}
                placeholder={t('samples.anyLevel')}
                value={wanted?.level ?? null}
                options={bands.map((band) => ({ value: band.level, label: band.label }))}
                onChange={(level: string | null | undefined) => {
                  const { level: _, ...rest } = wanted ?? {}
                  put(key, level ? { ...rest, level } : rest)
                }}
              />
            )}
          </div>
        )
      })}
      <span>{t('samples.items')}</span>
      <Select
        mode="multiple"
        aria-label={t('samples.items')}
        placeholder={t('samples.noItems')}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...(expect.recommended ?? [])]}
        options={items.map(({ value, label }) => ({ value: String(value), label }))}
        onChange={(recommended: string[]) => change({ ...sample, expect: { ...expect, recommended } })}
      />
      <p className="muted">{t('samples.acceptLead')}</p>
      <Button onClick={() => change(recordSample(form, sample, { options: choices }))}>
        {t('samples.accept')}
      </Button>
    </div>
  )
}
