import { Button, Popconfirm, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '../../../functions/api/contract/index.ts'
import { atMinute, stateColour } from '../look.ts'
import type { WorkingCopy } from './working-copy.ts'

type Props = {
  readonly copy: WorkingCopy<string>
  readonly readOnly: boolean
  readonly saving: boolean
  readonly state: DraftDocument | undefined
  readonly save: () => void
  /** Absent for whoever may change only a part of the document. */
  readonly discard: (() => void) | undefined
  readonly children: ReactNode
}

/** Title, saved state in words, and what can be done with the document as a whole. */
export function Bar({ copy, readOnly, saving, state, save, discard, children }: Props) {
  const { t } = useTranslation('studio')
  return (
    <header className="document-bar">
      <div className="document-name">
        <h1>{state?.title ?? ''}</h1>
        {state && state.state !== 'same' && (
          <Tag color={stateColour[state.state]}>{t(`states.${state.state}`)}</Tag>
        )}
        {state?.at && <span className="muted">{t('editor.lastBy', { at: atMinute(state.at) })}</span>}
      </div>
      {children}
      {!readOnly && (
        <div className="document-actions">
          <span className={copy.dirty ? 'dirty' : 'muted'} role="status">
            {copy.dirty ? t('editor.dirty') : t('editor.clean')}
          </span>
          <Button disabled={!copy.undo} onClick={copy.undo}>
            {t('editor.undo')}
          </Button>
          <Button disabled={!copy.redo} onClick={copy.redo}>
            {t('editor.redo')}
          </Button>
          {discard && state?.state === 'changed' && (
            <Popconfirm
              title={t('editor.discardAsk')}
              description={t('editor.discardLead')}
              okText={t('editor.drop')}
              cancelText={t('editor.keep')}
              onConfirm={discard}
            >
              <Button danger>{t('editor.discard')}</Button>
            </Popconfirm>
          )}
          <Button type="primary" disabled={!copy.dirty} loading={saving} onClick={save}>
            {saving ? t('editor.saving') : t('editor.save')}
          </Button>
        </div>
      )}
    </header>
  )
}
