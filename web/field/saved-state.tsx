import { useTranslation } from 'react-i18next'

export type Saved = 'draft' | 'waiting' | 'sent' | 'refused'

const TONE: Readonly<Record<Saved, string>> = {
  draft: 'accent',
  waiting: 'wait',
  sent: 'good',
  refused: 'bad',
}
const SIGN: Readonly<Record<Saved, string>> = { draft: '○', waiting: '↑', sent: '✓', refused: '!' }

/** Where a record is, in words and with a sign: green only when the server has it. */
export function SavedState({ state }: { readonly state: Saved }) {
  const { t } = useTranslation('field')
  return (
    <span className={`tag ${TONE[state]}`}>
      <span aria-hidden="true">{SIGN[state]}</span>
      {t(`saved.${state}`)}
    </span>
  )
}
