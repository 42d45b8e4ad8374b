import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorComparison } from '../../../functions/api/contract/index.ts'
import { Notice } from '../../app/states.tsx'
import { Compared } from '../compared.tsx'
import { useProvinceName } from '../comparison.ts'
import { ExportTools } from '../export/button.tsx'
import { fileName } from '../export/file-name.ts'
import { localDay } from '../export/notes.ts'
import { How } from '../how.tsx'
import { Page } from '../page.tsx'
import { Matrix } from '../table/matrix.tsx'
import { matches, TableTools } from '../table/tools.tsx'
import { indicatorColumns } from './columns.tsx'
import { disclosing, shown } from './rate.ts'
import { Rates } from './rates.tsx'
import { indicatorSheets } from './sheet.ts'

/** Indicators of closed months. While there is none the page says so and shows no figure at all. */
export function IndicatorsPage() {
  return <Compared kind="indicators" show={Indicators} />
}

const keyOf = ({ id }: { readonly id: string }) => id

function Indicators({ comparison }: { readonly comparison: IndicatorComparison }) {
  const { t } = useTranslation('oversight')
  const province = useProvinceName()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string>()
  const { cities, rows } = comparison
  // Begins with one that has something to show.
  const selected = rows.find((row) => keyOf(row) === chosen) ?? rows.find((row) => shown(row) > 0) ?? rows[0]
  const found = rows.filter((row) => matches(words, [row.name, row.indicator, row.period]))
  const columns = useMemo(
    () => indicatorColumns(t, cities, selected && keyOf(selected), (row) => setChosen(keyOf(row))),
    [t, cities, selected],
  )
  const rules = t('indicators.how', { returnObjects: true })
  const day = localDay(Date.now())
  const head = {
    title: t('indicators.title'),
    lead: t('indicators.lead'),
    privacy: t('privacyTotals'),
    cities,
  }
  if (!selected)
    return (
      <Page {...head} facts={[]}>
        <section className="office-panel">
          <Notice title={t('indicators.empty')} lead={t('indicators.emptyLead')} />
          <h2>{t('indicators.emptyHow')}</h2>
          <ul className="rules">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      </Page>
    )
  const sum = (count: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + count(row), 0)
  return (
    <Page
      {...head}
      facts={[
        { label: t('indicators.period'), value: [...new Set(rows.map(({ period }) => period))].join('、') },
        { label: t('indicators.facts.rows'), value: rows.length, hint: t('indicators.facts.rowsHint') },
        {
          label: t('indicators.facts.shown'),
          value: `${sum(shown)}/${sum(disclosing)}`,
          hint: t('indicators.facts.shownHint'),
        },
      ]}
    >
      <Rates
        cities={cities}
        row={selected}
        tools={
          <ExportTools
            name={fileName(province, t('indicators.file'), day)}
            sheets={() => indicatorSheets(t, province, day, comparison)}
          />
        }
      />
      <section className="office-panel">
        <h2>{t('indicators.tableTitle')}</h2>
        <TableTools
          words={words}
          change={setWords}
          label={t('indicators.indicatorSearch')}
          shown={found.length}
          all={rows.length}
        />
        {found.length === 0 ? (
          <Notice title={t('nothingFound')} lead={t('nothingFoundLead')} />
        ) : (
          <Matrix
            caption={t('indicators.caption')}
            columns={columns}
            rows={found}
            rowKey={keyOf}
            selected={keyOf(selected)}
          />
        )}
        <How rules={rules} />
      </section>
    </Page>
  )
}
