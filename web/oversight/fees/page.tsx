import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeeComparison } from '../../../functions/api/contract/index.ts'
import { Notice } from '../../app/states.tsx'
import { Compared } from '../compared.tsx'
import { useProvinceName } from '../comparison.ts'
import { ExportTools } from '../export/button.tsx'
import { fileName } from '../export/file-name.ts'
import { How } from '../how.tsx'
import { Page } from '../page.tsx'
import { type FeeSearch, feesRoute } from '../routes.ts'
import { Matrix } from '../table/matrix.tsx'
import { matches, TableTools } from '../table/tools.tsx'
import { CategoryChoice } from './category.tsx'
import { feeColumns } from './columns.tsx'
import { Picture } from './picture.tsx'
import { categoryOf, countedPrice, isDrawn, mostCompared, offered } from './row.ts'
import { Selected } from './selected.tsx'
import { feeSheets } from './sheet.ts'

/** Prices of the cities side by side on one day. */
export function FeesPage() {
  const { on } = feesRoute.useSearch()
  return <Compared kind="fees" on={on} show={Fees} />
}

function Fees({ comparison }: { readonly comparison: FeeComparison }) {
  const { t } = useTranslation('oversight')
  const { on: wanted, category, item, scale = 'relative' } = feesRoute.useSearch()
  const navigate = feesRoute.useNavigate()
  const province = useProvinceName()
  const [words, setWords] = useState('')
  const { cities, on } = comparison
  const look = useCallback(
    (change: FeeSearch) =>
      void navigate({ replace: true, resetScroll: false, search: (now) => ({ ...now, ...change }) }),
    [navigate],
  )
  const choose = useCallback((common: string) => look({ item: common }), [look])
  const rows = useMemo(
    () => comparison.rows.filter((row) => !category || categoryOf(row) === category),
    [comparison.rows, category],
  )
  const selected = rows.find(({ common }) => common === item) ?? mostCompared(rows)
  const found = rows.filter(({ name, common }) => matches(words, [name, common]))
  const columns = useMemo(
    () => feeColumns(t, cities, selected?.common, choose),
    [t, cities, selected?.common, choose],
  )
  const priced = comparison.rows.flatMap(({ cells }) => cells.filter((cell) => countedPrice(cell) !== null))
  const held = comparison.rows.reduce((sum, row) => sum + offered(row), 0)
  const day = (
    <label className="day-choice" htmlFor="fee-day">
      {t('fees.on')}
      <DatePicker
        id="fee-day"
        value={dayjs(wanted ?? on)}
        allowClear={false}
        onChange={(value) => value && look({ on: value.format('YYYY-MM-DD') })}
      />
    </label>
  )
  return (
    <Page
      title={t('fees.title')}
      lead={t('fees.lead')}
      cities={cities}
      tools={day}
      facts={[
        { label: t('fees.facts.cities'), value: t('cities', { count: cities.length }) },
        {
          label: t('fees.facts.comparable'),
          value: `${comparison.rows.filter(isDrawn).length}/${comparison.rows.length}`,
          hint: t('fees.facts.comparableHint'),
        },
        {
          label: t('fees.facts.priced'),
          value: `${priced.length}/${held}`,
          hint: t('fees.facts.pricedHint'),
        },
      ]}
    >
      <CategoryChoice rows={comparison.rows} value={category} change={(next) => look({ category: next })} />
      <div className="fees-pictures">
        <Picture
          cities={cities}
          rows={rows}
          scale={scale}
          selected={selected?.common}
          rescale={(next) => look({ scale: next === 'amount' ? next : undefined })}
          choose={choose}
          tools={
            <ExportTools
              name={fileName(province, t('fees.file'), on)}
              sheets={() => feeSheets(t, province, comparison)}
            />
          }
        />
        {selected && <Selected cities={cities} row={selected} />}
      </div>
      <section className="office-panel">
        <h2>{t('fees.tableTitle')}</h2>
        <TableTools
          words={words}
          change={setWords}
          label={t('fees.itemSearch')}
          shown={found.length}
          all={rows.length}
        />
        {found.length === 0 ? (
          <Notice title={t('nothingFound')} lead={t('nothingFoundLead')} />
        ) : (
          <Matrix
            caption={t('fees.caption', { on })}
            columns={columns}
            rows={found}
            rowKey={({ common }) => common}
            {...(selected && { selected: selected.common })}
          />
        )}
        <How rules={t('fees.how', { returnObjects: true })} />
      </section>
    </Page>
  )
}
