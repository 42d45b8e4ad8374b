import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quote, QuoteLine } from '../../functions/api/contract/index.ts'
import { yuan } from '../app/money.ts'

/** How the price of a line came about; a quote from before it was told shows it by an amount without a price. */
export const pricedBy = ({ by, price, amount }: QuoteLine): 'tiers' | 'formula' | undefined =>
  by ?? (price === null && amount !== null ? 'tiers' : undefined)

/** What the advised services would cost. A price that is not set is said so and never counted as zero. */
export function QuoteTable({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation('field')
  const money = (fen: number | null) =>
    fen === null ? <span className="tag wait">{t('record.unset')}</span> : yuan(fen)
  return (
    <section className="card">
      <div className="household-head">
        <h2>{t('record.quote')}</h2>
        {quote.demo && <span className="tag wait">{t('demo', { ns: 'app' })}</span>}
      </div>
      <p className="muted">{t('record.quoteOn', { on: quote.on, release: quote.release })}</p>
      {quote.lines.length === 0 ? (
        <p className="muted">{t('record.noQuote')}</p>
      ) : (
        <table className="quote">
          <thead>
            <tr>
              <th scope="col">{t('record.item')}</th>
              <th scope="col">{t('record.price')}</th>
              <th scope="col">{t('record.amountOf')}</th>
              <th scope="col">{t('record.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {quote.lines.map((line) => (
              <tr key={line.item}>
                <th scope="row">
                  {line.name}
                  {line.words && <span className="muted">{line.words}</span>}
                  {line.steps && line.steps.length > 0 && (
                    <details className="quote-steps">
                      <summary>
                        {t('record.steps')}
                        <span className="visually-hidden">{line.name}</span>
                      </summary>
                      <ol>
                        {line.steps.map((step) => (
                          <li key={step}>{step}</li>
                        ))}
                      </ol>
                    </details>
                  )}
                </th>
                <td className="in-words">
                  <Price line={line} unset={money(null)} />
                </td>
                <td className="in-words">
                  {line.per && `${t(`record.per.${line.per}`)} `}
                  {`${line.quantity}${line.unit ? ` ${line.unit}` : ''}`}
                </td>
                <td>{money(line.amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('record.total')}
              </th>
              <td>{yuan(quote.total)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {quote.lines.some(({ per }) => per) && <p className="muted">{t('record.totalPer')}</p>}
      {quote.unset > 0 && <p>{t('record.totalUnset', { count: quote.unset })}</p>}
    </section>
  )
}

function Price({ line, unset }: { readonly line: QuoteLine; readonly unset: ReactNode }) {
  const { t } = useTranslation('field')
  const by = pricedBy(line)
  if (by === undefined) return line.price === null ? unset : yuan(line.price)
  return (
    <>
      {line.price !== null && yuan(line.price)}
      <span className="tag">{t(`record.by.${by}`)}</span>
    </>
  )
}
