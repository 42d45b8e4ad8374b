import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly words: string
  readonly change: (words: string) => void
  readonly label: string
  readonly shown: number
  readonly all: number
  readonly children?: ReactNode
}

/** The line above a table: find, further filters, and how many rows are left. */
export function TableTools({ words, change, label, shown, all, children }: Props) {
  const { t } = useTranslation('oversight')
  return (
    <div className="matrix-tools no-print">
      <Input
        type="search"
        allowClear
        value={words}
        placeholder={label}
        aria-label={label}
        onChange={({ target }) => change(target.value)}
      />
      {children}
      <span className="muted" role="status">
        {shown === all ? t('found', { count: all }) : t('foundOf', { count: shown, all })}
      </span>
    </div>
  )
}

/** True if any of the texts has the words, whatever the case. */
export const matches = (words: string, texts: readonly (string | null | undefined)[]): boolean => {
  const wanted = words.trim().toLowerCase()
  return wanted === '' || texts.some((text) => text?.toLowerCase().includes(wanted))
}
