import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BeforeAfter, WhatIf } from '../../../functions/api/contract/index.ts'
import { yuan } from '../../app/money.ts'
import { Shift } from './shift.tsx'

type Row = BeforeAfter & { readonly key: string; readonly name: string; readonly note: string }

/** What the draft does to a month that was: in words, as a picture, and by item, county, fund and household. */
export function Differences({ found }: { readonly found: WhatIf }) {
  const { t } = useTranslation('studio')
  const { households, items, counties, funds, largest } = found
  const itemNote = (one: WhatIf['items'][number]) =>
    [
      one.newlyUnset > 0 ? t('calculator.newlyUnset', { count: one.newlyUnset }) : '',
      one.newlySet > 0 ? t('calculator.newlySet', { count: one.newlySet }) : '',
    ]
      .filter(Boolean)
      .join('，')
  return (
    <>
      <section className="office-panel">
        {found.days.length === 0 && <Alert showIcon title={t('calculator.noDays')} />}
        <p className="muted">
          {t('calculator.records', { count: found.records, lines: found.lines })}
          {found.truncated && ` ${t('calculator.truncated', { count: found.records })}`}
          {found.unreadable > 0 && ` ${t('calculator.unreadable', { count: found.unreadable })}`}
        </p>
        <ul className="ruled">
          {found.words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Shift households={households} />
        <dl className="calculator-parts">
          <Sum label={t('calculator.total')} sum={found.total} />
          <Sum label={t('calculator.ownTotal')} sum={found.own} />
        </dl>
      </section>
      <Sums
        title={t('calculator.byItem')}
        rows={items.map((one) => ({ ...one, key: one.item, note: itemNote(one) }))}
      />
      <Sums
        title={t('calculator.byCounty')}
        rows={counties.map((one) => ({
          ...one,
          key: one.division,
          name: one.name || t('calculator.outside'),
          note: [t('calculator.more', { count: one.more }), t('calculator.less', { count: one.less })].join(
            '，',
          ),
        }))}
      />
      <Sums title={t('calculator.byFund')} rows={funds.map((one) => ({ ...one, key: one.fund, note: '' }))} />
      {largest.length > 0 && (
        <section className="office-panel">
          <h2>{t('calculator.largest')}</h2>
          <p className="muted">{t('calculator.nameless')}</p>
          <ul className="ruled">
            {largest.map((one) => (
              <li key={one.household}>
                <strong>{t('calculator.household', { n: one.household })}</strong> {one.name}{' '}
                <Delta before={one.before} after={one.after} />
                <p className="muted">{one.lines.join('；')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Sum = ({ label, sum }: { readonly label: string; readonly sum: BeforeAfter }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {yuan(sum.before)} → {yuan(sum.after)} <Delta {...sum} />
    </dd>
  </div>
)

/** A difference with its sign; nothing is told by colour alone. */
const Delta = ({ before, after }: BeforeAfter) => {
  const change = after - before
  return (
    <span className="delta">{`${change > 0 ? '+' : change < 0 ? '−' : ''}${yuan(Math.abs(change))}`}</span>
  )
}

function Sums({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const { t } = useTranslation('studio')
  if (rows.length === 0) return null
  return (
    <section className="office-panel">
      <h2>{title}</h2>
      <div className="sums-room">
        <table className="sums">
          <thead>
            <tr>
              <th scope="col">{title.replace(/^按/, '')}</th>
              <th scope="col">{t('calculator.before')}</th>
              <th scope="col">{t('calculator.after')}</th>
              <th scope="col">{t('calculator.change')}</th>
              <th scope="col">{t('calculator.households')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td>{yuan(row.before)}</td>
                <td>{yuan(row.after)}</td>
                <td>
                  <Delta {...row} />
                </td>
                <td>{row.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
