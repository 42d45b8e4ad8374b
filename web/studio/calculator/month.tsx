import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Select, Spin } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIf, WhatIfRequest } from '../../../functions/api/contract/index.ts'
import { cityPath, send } from '../../app/client.ts'
import { Failed } from '../../app/states.tsx'
import { today } from '../today.ts'
import { Differences } from './differences.tsx'

/** Last month once more, under the fees of the draft: who gains, who pays, how much. */
export function MonthAgain({ city }: { readonly city: string }) {
  const { t } = useTranslation('studio')
  const id = useId()
  const [month, setMonth] = useState(lastMonth(today()))
  const [on, setOn] = useState<string>()
  const run = useMutation({
    mutationFn: async (asked: WhatIfRequest) =>
      (await send<WhatIf>('POST', cityPath(city, 'draft/what-if'), asked)).body,
  })
  const days = run.data?.days ?? []
  const start = (day = on) => run.mutate({ month, ...(day !== undefined && { on: day }) })
  return (
    <>
      <section className="office-panel calculator-month">
        <div className="calculator-field">
          <label htmlFor={`${id}-month`}>{t('calculator.month')}</label>
          <Input
            id={`${id}-month`}
            type="month"
            value={month}
            max={today().slice(0, 7)}
            onChange={({ target }) => target.value && setMonth(target.value)}
          />
        </div>
        <div className="calculator-field">
          <label htmlFor={`${id}-day`}>{t('calculator.day')}</label>
          <Select
            id={`${id}-day`}
            allowClear
            placeholder={t('calculator.firstDay')}
            value={on}
            options={[...new Set([today(), ...days])].map((value) => ({ value, label: value }))}
            onChange={(day: string | undefined) => {
              setOn(day)
              if (run.data) start(day)
            }}
          />
        </div>
        <Button type="primary" loading={run.isPending} onClick={() => start()}>
          {t('calculator.run')}
        </Button>
        <p className="muted">{t('calculator.monthHint')}</p>
      </section>
      {run.isPending && <Spin className="calculator-state" description={t('calculator.running')} />}
      {run.isError && <Failed error={run.error} retry={() => start()} />}
      {run.data && !run.isPending && run.data.records === 0 && (
        <Alert className="calculator-state" showIcon title={t('calculator.empty')} />
      )}
      {run.data && !run.isPending && run.data.records > 0 && <Differences found={run.data} />}
    </>
  )
}

/** The month before a local date: `2026-01-05` → `2025-12`. */
const lastMonth = (day: string): string => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
