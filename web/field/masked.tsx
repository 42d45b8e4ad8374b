import { createContext, use, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  Masked as MaskedValue,
  UnmaskAnswer,
  UnmaskRequest,
} from '../../functions/api/contract/index.ts'
import { cityPath, send } from '../app/client.ts'
import { EyeIcon } from '../app/icons.tsx'

/** Whose values are shown: where `unmask` is asked. */
export const UnmaskContext = createContext<{ readonly city: string; readonly household: string }>({
  city: '',
  household: '',
})

const REASONS = ['identity', 'contact', 'review'] as const

/** A value as this reader may see it. A hidden one is shown in full only after a reason, and that is recorded. */
export function Masked({ value, label }: { readonly value: MaskedValue; readonly label: string }) {
  const { t } = useTranslation('field')
  const dialog = useRef<HTMLDialogElement>(null)
  const [full, setFull] = useState<string>()
  if (!value.masked) return <span>{value.text}</span>
  if (full !== undefined)
    return (
      <span>
        {full} <span className="tag wait">{t('unmask.seen')}</span>
      </span>
    )
  return (
    <span className="masked">
      {value.text}
      <button type="button" className="text-button" onClick={() => dialog.current?.showModal()}>
        <EyeIcon />
        {t('unmask.show')}
        <span className="visually-hidden">{label}</span>
      </button>
      <dialog ref={dialog} aria-label={t('unmask.title')}>
        <Ask
          path={value.path}
          label={label}
          close={() => dialog.current?.close()}
          done={(text) => {
            dialog.current?.close()
            setFull(text)
          }}
        />
      </dialog>
    </span>
  )
}

type AskProps = {
  readonly path: string
  readonly label: string
  readonly close: () => void
  readonly done: (text: string) => void
}

function Ask({ path, label, close, done }: AskProps) {
  const { t } = useTranslation('field')
  const { city, household } = use(UnmaskContext)
  const [choice, setChoice] = useState<(typeof REASONS)[number] | 'other'>()
  const [other, setOther] = useState('')
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const reason = choice === 'other' ? other.trim() : choice ? t(`unmask.reasons.${choice}`) : ''
  const ask = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      const request: UnmaskRequest = { path, reason }
      const url = cityPath(city, `households/${encodeURIComponent(household)}/unmask`)
      done((await send<UnmaskAnswer>('POST', url, request)).body.text)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <h2>{`${t('unmask.title')}：${label}`}</h2>
      <p className="muted">{t('unmask.lead')}</p>
      <fieldset className="question">
        <legend>
          <span className="question-label">{t('unmask.reason')}</span>
        </legend>
        <div className="options">
          {REASONS.map((one) => (
            <label className="option" key={one}>
              <input
                type="radio"
                name={`reason-${path}`}
                checked={choice === one}
                onChange={() => setChoice(one)}
              />
              <span>{t(`unmask.reasons.${one}`)}</span>
            </label>
          ))}
          <label className="option">
            <input
              type="radio"
              name={`reason-${path}`}
              checked={choice === 'other'}
              onChange={() => setChoice('other')}
            />
            <span>{t('unmask.other')}</span>
          </label>
        </div>
      </fieldset>
      {choice === 'other' && (
        <label className="question">
          <span className="question-label">{t('unmask.otherLabel')}</span>
          <input className="input" value={other} onChange={(event) => setOther(event.target.value)} />
        </label>
      )}
      {failure && <p className="error">{failure}</p>}
      <div className="actions">
        <button type="button" className="button quiet" onClick={close}>
          {t('cancel', { ns: 'app' })}
        </button>
        <button type="button" className="button" disabled={reason === '' || busy} onClick={() => void ask()}>
          {t('unmask.go')}
        </button>
      </div>
    </>
  )
}
