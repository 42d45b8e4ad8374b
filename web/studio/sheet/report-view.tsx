import { Alert, Checkbox, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { cellText, isClean, type Problem, type Report } from '#forms/sheet'
import type { SheetJob } from './menu.tsx'

type Props<R> = {
  readonly job: SheetJob<R>
  readonly report: Report<R>
  readonly sheet: string
  readonly removing: boolean
  readonly setRemoving: (removing: boolean) => void
  readonly nothing: boolean
}

/** The most that is listed of one kind. */
const MOST = 200

/** What an import would do, before it is done: what is wrong where, what is new, what changes, what is missing. */
export function ReportView<R>({ job, report, sheet, removing, setRemoving, nothing }: Props<R>) {
  const { t } = useTranslation('sheet')
  const { problems, added, changed, unchanged, missing } = report
  const errors = problems.filter(({ level }) => level === 'error')
  const word = (text: string) => text || t('blank')
  return (
    <div className="sheet-report" aria-live="polite">
      <p className="muted">{t('from', { sheet })}</p>
      <p className="sheet-counts">
        {t('counts', {
          added: added.length,
          changed: changed.length,
          unchanged,
          missing: missing.length,
        })}
      </p>
      {errors.length > 0 && <Alert type="error" showIcon title={t('errors', { count: errors.length })} />}
      {nothing && <Alert type="info" showIcon title={t('nothing')} />}
      {isClean(report) && !nothing && <Alert type="success" showIcon title={t('ready')} />}
      {problems.length > 0 && <Problems problems={problems} />}
      {added.length > 0 && (
        <details>
          <summary>
            {t('added')} {added.length}
          </summary>
          <ul>
            {added.slice(0, MOST).map((row) => (
              <li key={job.rowKey(row)}>{job.nameOf(row)}</li>
            ))}
          </ul>
        </details>
      )}
      {changed.length > 0 && (
        <details open={changed.length <= 20}>
          <summary>
            {t('changed')} {changed.length}
          </summary>
          <ul>
            {changed.slice(0, MOST).map(({ before, after, titles }) => (
              <li key={job.rowKey(before)}>
                <strong>{job.nameOf(before)}</strong>
                {job.columns
                  .filter(({ title }) => titles.includes(title))
                  .map((column) => (
                    <span key={column.id} className="sheet-change">
                      {column.title}
                      {'：'}
                      {t('to', {
                        before: word(cellText(column, before)),
                        after: word(cellText(column, after)),
                      })}
                    </span>
                  ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {missing.length > 0 && (
        <details>
          <summary>
            {t('missing')} {missing.length}
          </summary>
          <p>{t('missingLead')}</p>
          <Checkbox checked={removing} onChange={({ target }) => setRemoving(target.checked)}>
            {t('remove', { count: missing.length })}
          </Checkbox>
          <ul>
            {missing.slice(0, MOST).map((row) => (
              <li key={job.rowKey(row)}>{job.nameOf(row)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('sheet')
  const sorted = problems.toSorted((a, b) => (a.level === b.level ? 0 : a.level === 'error' ? -1 : 1))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard.
    <section className="sheet-problems" tabIndex={0} aria-label={t('problem')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('problem')}</th>
            <th scope="col">{t('remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST).map(({ level, line, column, title, says, remedy }) => (
            <tr key={`${line} ${column} ${title} ${says}`}>
              <td>{line ?? t('whole')}</td>
              <td>{[column, title].filter(Boolean).join(' ')}</td>
              <td>
                <Tag color={level === 'error' ? 'error' : 'processing'}>{t(level)}</Tag>
                {says}
              </td>
              <td>{remedy ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > MOST && <p>{t('more', { count: sorted.length - MOST })}</p>}
    </section>
  )
}
