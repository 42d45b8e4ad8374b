import '../opening/catalogue.ts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, HouseholdFile } from '../../../functions/api/contract/index.ts'
import { Act } from './act.tsx'
import type { ActionName } from './action.ts'

type ActionsProps = {
  readonly city: string
  readonly file: HouseholdFile
  readonly value: CaseView
  /** Those that the server offers to this reader at this stage. */
  readonly actions: readonly ActionName[]
}

/** What the reader may do next with a case: a button each, which asks before it does it. */
export function Actions({ city, file, value, actions }: ActionsProps) {
  const { t } = useTranslation('opening')
  const dialog = useRef<HTMLDialogElement>(null)
  const [action, setAction] = useState<ActionName>()
  const [first, ...more] = actions
  if (!first) return null
  const button = (one: ActionName, look: string) => (
    <button
      key={one}
      type="button"
      className={look}
      onClick={() => {
        setAction(one)
        dialog.current?.showModal()
      }}
    >
      {t(`act.${one}`)}
    </button>
  )
  const quiet = (one: ActionName) =>
    one === 'stop' || one === 'close' || one === 'return' ? 'button danger' : 'button quiet'
  return (
    <>
      <div className="actions">
        {button(first, first === 'stop' || first === 'close' ? 'button danger' : 'button')}
        {more.map((one) => button(one, quiet(one)))}
      </div>
      <dialog
        ref={dialog}
        aria-label={action === undefined ? '' : t(`act.${action}`)}
        onClose={() => setAction(undefined)}
      >
        {action !== undefined && (
          <Act city={city} file={file} value={value} action={action} close={() => dialog.current?.close()} />
        )}
      </dialog>
    </>
  )
}
