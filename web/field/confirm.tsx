import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../functions/api/contract/index.ts'
import { cityPath, send } from '../app/client.ts'
import { queries } from '../app/queries.ts'
import { filePath } from './household.tsx'
import { recordPath } from './record.tsx'
import { useMemberId } from './self.ts'

/** For the second investigator alone: having read it all, they stand for it too. */
export function Confirm({ city, record }: { readonly city: string; readonly record: Assessment }) {
  const { t } = useTranslation('field')
  const me = useMemberId()
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const mine = record.investigators.find(({ member }) => member === me)
  if (record.status !== 'awaiting' || !mine || mine.confirmedAt !== undefined) return null
  const confirm = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      await send('POST', `${recordPath(city, record.household, record.id)}/confirm`, {})
      for (const path of [
        recordPath(city, record.household, record.id),
        filePath(city, record.household),
        cityPath(city, 'tasks/mine'),
      ])
        await queries.invalidateQueries({ queryKey: [path] })
      window.scrollTo({ top: 0 })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }
  return (
    <section className="card confirm no-print">
      <h2>{t('record.confirmTitle')}</h2>
      <p>{t('record.confirmLead')}</p>
      <label className="option">
        <input type="checkbox" checked={checked} onChange={(event) => setChecked(event.target.checked)} />
        <span>{t('record.confirmCheck')}</span>
      </label>
      {failure && (
        <p className="error" role="alert">
          {failure}
        </p>
      )}
      <button
        type="button"
        className="button wide"
        disabled={!checked || busy}
        onClick={() => void confirm()}
      >
        {busy ? t('record.confirming') : t('record.confirm')}
      </button>
    </section>
  )
}
