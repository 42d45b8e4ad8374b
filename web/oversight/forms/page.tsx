import { Select } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormComparison } from '../../../functions/api/contract/index.ts'
import { Notice } from '../../app/states.tsx'
import { Chart } from '../chart/chart.tsx'
import type { Look } from '../chart/look.ts'
import { Compared } from '../compared.tsx'
import { useProvinceName } from '../comparison.ts'
import { ExportTools } from '../export/button.tsx'
import { fileName } from '../export/file-name.ts'
import { localDay } from '../export/notes.ts'
import { How } from '../how.tsx'
import { Page } from '../page.tsx'
import { Matrix } from '../table/matrix.tsx'
import { matches, TableTools } from '../table/tools.tsx'
import { formColumns } from './columns.tsx'
import { type Group, groupLines, groupOf } from './group.ts'
import { groupHeight, groupPicture } from './group-picture.ts'
import { formSheets } from './sheet.ts'

/** Which city asks which shared data element. */
export function FormsPage() {
  return <Compared kind="forms" show={Forms} />
}

function Forms({ comparison }: { readonly comparison: FormComparison }) {
  const { t } = useTranslation('oversight')
  const province = useProvinceName()
  const [words, setWords] = useState('')
  const [group, setGroup] = useState<Group>()
  const { cities, rows } = comparison
  const lines = useMemo(() => groupLines(rows, cities.length), [rows, cities])
  const draw = useCallback((look: Look) => groupPicture(t, cities, lines)(look), [t, cities, lines])
  const pick = useCallback((line: number) => setGroup(lines[line]?.group), [lines])
  const columns = useMemo(() => formColumns(t, cities), [t, cities])
  const found = rows.filter(
    (row) => (!group || groupOf(row) === group) && matches(words, [row.name, row.element]),
  )
  const day = localDay(Date.now())
  const counted = (is: (numerator: number, denominator: number) => boolean) =>
    `${rows.filter(({ coverage }) => is(coverage.numerator, coverage.denominator)).length}/${rows.length}`
  return (
    <Page
      title={t('forms.title')}
      lead={t('forms.lead')}
      cities={cities}
      facts={[
        { label: t('forms.facts.elements'), value: rows.length, hint: t('forms.facts.elementsHint') },
        { label: t('forms.facts.full'), value: counted((numerator, of) => numerator === of) },
        { label: t('forms.facts.single'), value: counted((numerator) => numerator === 1) },
      ]}
    >
      <section className="office-panel" aria-label={t('forms.picture')}>
        <header className="panel-head">
          <div>
            <h2>{t('forms.picture')}</h2>
            <p className="muted">{t('forms.pictureLead')}</p>
          </div>
          <ExportTools
            name={fileName(province, t('forms.file'), day)}
            sheets={() => formSheets(t, province, day, comparison)}
          />
        </header>
        <Chart draw={draw} height={groupHeight(lines.length)} pick={pick} />
      </section>
      <section className="office-panel">
        <h2>{t('forms.tableTitle')}</h2>
        <TableTools
          words={words}
          change={setWords}
          label={t('forms.elementSearch')}
          shown={found.length}
          all={rows.length}
        >
          <Select<Group>
            allowClear
            className="group-choice"
            aria-label={t('forms.group')}
            placeholder={t('forms.group')}
            value={group ?? null}
            onChange={(next) => setGroup(next ?? undefined)}
            options={lines.map((line) => ({ value: line.group, label: t(`forms.groups.${line.group}`) }))}
          />
        </TableTools>
        {found.length === 0 ? (
          <Notice title={t('nothingFound')} lead={t('nothingFoundLead')} />
        ) : (
          <Matrix
            caption={t('forms.caption')}
            columns={columns}
            rows={found}
            rowKey={({ element }) => element}
          />
        )}
        <How rules={t('forms.how', { returnObjects: true })} />
      </section>
    </Page>
  )
}
