import { useTranslation } from 'react-i18next'
import type { FeeRow } from '#forms/fees'

type Props = {
  readonly row: FeeRow
  readonly readOnly: boolean
  /** Whether this person writes the row. */
  readonly mine: boolean
  readonly open: () => void
  readonly change: () => void
}

/** What can be done with one row of the fee standard. */
export function RowActions({ row, readOnly, mine, open, change }: Props) {
  const { t } = useTranslation('studio')
  if (!readOnly && !mine) return <span className="muted">{t('fees.cityOwn')}</span>
  return (
    <span className="row-actions">
      {!readOnly && row.to === undefined && row.item && (
        <button type="button" className="text-button" onClick={change}>
          {t('fees.change')}
        </button>
      )}
      <button type="button" className="text-button" onClick={open}>
        {t(readOnly ? 'fees.details' : 'fees.edit')}
      </button>
    </span>
  )
}
