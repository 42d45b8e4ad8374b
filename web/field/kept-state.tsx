import { useTranslation } from 'react-i18next'
import { SavedState } from './saved-state.tsx'
import type { DraftKeeper } from './use-draft.ts'
import { whenInWords } from './when.ts'
import type { Work } from './work.ts'

type KeptStateProps = {
  readonly keeper: Pick<DraftKeeper, 'kept' | 'pending'> & { readonly draft: Pick<Work, 'savedAt'> }
  readonly refused: boolean
}

/** Where what is being typed is, in words, all the time. */
export function KeptState({ keeper, refused }: KeptStateProps) {
  const { t } = useTranslation('field')
  const time = keeper.draft.savedAt ? whenInWords(keeper.draft.savedAt).slice(-5) : ''
  return (
    <div className="saved" role="status" aria-busy={keeper.pending}>
      {refused ? (
        <SavedState state="refused" />
      ) : keeper.kept === 'none' ? (
        <span className="muted">{t('untouched')}</span>
      ) : keeper.kept === 'failed' ? (
        <span className="tag bad">{t('notSaved')}</span>
      ) : (
        <>
          <SavedState state="draft" />
          <span className="muted wide-only">{t('savedAt', { time })}</span>
        </>
      )}
    </div>
  )
}
