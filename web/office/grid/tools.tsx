import { Button, Input, Popover } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isNarrowed, type View } from './view.ts'

type Props = {
  readonly view: View
  readonly look: (view: View) => void
  readonly shown: number
  readonly count: number
  readonly add: (() => void) | undefined
  readonly children: ReactNode
}

/** Above a table: search, how many rows there are, a new row, and what the page adds. */
export function Tools({ view, look, shown, count, add, children }: Props) {
  const { t } = useTranslation('grid')
  const narrowed = isNarrowed(view)
  return (
    <div className="grid-tools">
      <Input.Search
        allowClear
        className="grid-search"
        placeholder={t('search')}
        aria-label={t('search')}
        value={view.query}
        onChange={({ target }) => look({ ...view, query: target.value })}
      />
      <span className="muted">{narrowed ? t('shown', { shown, count }) : t('count', { count })}</span>
      {narrowed && (
        <Button type="link" onClick={() => look({ ...view, query: '', filters: {} })}>
          {t('showAll')}
        </Button>
      )}
      <Popover trigger="click" content={<p className="grid-help">{t('helpLead')}</p>}>
        <Button type="link">{t('help')}</Button>
      </Popover>
      <span className="grid-own">
        {children}
        {add && <Button onClick={add}>{t('add')}</Button>}
      </span>
    </div>
  )
}
