import { Checkbox } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueComparison } from '../../../functions/api/contract/index.ts'
import { Notice } from '../../app/states.tsx'
import { Chart } from '../chart/chart.tsx'
import type { Look } from '../chart/look.ts'
import { Swatch } from '../chart/swatch.tsx'
import { Compared } from '../compared.tsx'
import { useProvinceName } from '../comparison.ts'
import { ExportTools } from '../export/button.tsx'
import { fileName } from '../export/file-name.ts'
import { localDay } from '../export/notes.ts'
import { How } from '../how.tsx'
import { Page } from '../page.tsx'
import { Matrix } from '../table/matrix.tsx'
import { matches, TableTools } from '../table/tools.tsx'
import { catalogueColumns } from './columns.tsx'
import { categoriesOf, coverageHeight, coveragePicture, fills } from './coverage-picture.ts'
import { lacks } from './lack.ts'
import { Missing } from './missing.tsx'
import { catalogueSheets } from './sheet.ts'

/** The service catalogues of the cities side by side. */
export function CataloguePage() {
  return <Compared kind="catalogue" show={Catalogue} />
}

function Catalogue({ comparison }: { readonly comparison: CatalogueComparison }) {
  const { t } = useTranslation('oversight')
  const province = useProvinceName()
  const [words, setWords] = useState('')
  const [partial, setPartial] = useState(false)
  const { cities, rows, unmapped } = comparison
  const own = useMemo(() => lacks(comparison), [comparison])
  const draw = useCallback((look: Look) => coveragePicture(t, own, rows)(look), [t, own, rows])
  const columns = useMemo(() => catalogueColumns(t, own), [t, own])
  const whole = rows.filter(({ coverage }) => coverage.numerator === coverage.denominator)
  const found = rows.filter(
    (row) =>
      !(partial && whole.includes(row)) &&
      matches(words, [row.name, row.common, row.category, ...row.cells.map((cell) => cell?.name)]),
  )
  const day = localDay(Date.now())
  return (
    <Page
      title={t('catalogue.title')}
      lead={t('catalogue.lead')}
      cities={cities}
      facts={[
        {
          label: t('catalogue.facts.common'),
          value: rows.length,
          hint: t('catalogue.facts.commonHint'),
        },
        { label: t('catalogue.facts.full'), value: `${whole.length}/${rows.length}` },
        {
          label: t('catalogue.facts.single'),
          value: `${rows.filter(({ coverage }) => coverage.numerator === 1).length}/${rows.length}`,
        },
        {
          label: t('catalogue.facts.unmapped'),
          value: unmapped.reduce((sum, { items }) => sum + items.length, 0),
          hint: t('catalogue.facts.unmappedHint'),
        },
      ]}
    >
      <section className="office-panel" aria-label={t('catalogue.picture')}>
        <header className="panel-head">
          <div>
            <h2>{t('catalogue.picture')}</h2>
            <p className="muted">{t('catalogue.pictureLead', { count: rows.length })}</p>
          </div>
          <ExportTools
            name={fileName(province, t('catalogue.file'), day)}
            sheets={() => catalogueSheets(t, province, day, comparison)}
          />
        </header>
        <ul className="legend">
          {categoriesOf(rows).map((category, at) => (
            <li key={category}>
              <Swatch fill={fills[at % fills.length] ?? fills[0]} />
              {category}
            </li>
          ))}
        </ul>
        <Chart draw={draw} height={coverageHeight(cities.length)} />
      </section>
      <section className="office-panel">
        <h2>{t('catalogue.tableTitle')}</h2>
        <TableTools
          words={words}
          change={setWords}
          label={t('catalogue.itemSearch')}
          shown={found.length}
          all={rows.length}
        >
          <Checkbox checked={partial} onChange={({ target }) => setPartial(target.checked)}>
            {t('catalogue.only')}
          </Checkbox>
        </TableTools>
        {found.length === 0 ? (
          <Notice title={t('nothingFound')} lead={t('nothingFoundLead')} />
        ) : (
          <Matrix
            caption={t('catalogue.caption')}
            columns={columns}
            rows={found}
            rowKey={({ common }) => common}
          />
        )}
        <How rules={t('catalogue.how', { returnObjects: true })} />
      </section>
      <Missing cities={own} of={rows.length} />
    </Page>
  )
}
