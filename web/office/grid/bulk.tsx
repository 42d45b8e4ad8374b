import { Button, Input, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordOf } from '#forms/sheet'
import type { GridColumn } from './column.ts'
import { offered } from './options.ts'

type Props<R> = {
  readonly count: number
  readonly sample: R
  readonly columns: readonly GridColumn<R>[]
  readonly apply: (column: GridColumn<R>, text: string) => void
  readonly duplicate: (() => void) | undefined
  readonly remove: (() => void) | undefined
  readonly close: () => void
}

/** 将所选 12 行的 计量单位 设为 … */
export function Bulk<R>({ count, sample, columns, apply, duplicate, remove, close }: Props<R>) {
  const { t } = useTranslation('grid')
  const [id, setId] = useState<string>()
  const [text, setText] = useState('')
  const column = columns.find((one) => one.id === id)
  const options = column && offered(column, sample)
  const several = column?.kind === 'choices'
  return (
    <section className="grid-bulk" aria-label={t('bulk', { count })}>
      {columns.length > 0 && (
        <>
          <span>{t('bulk', { count })}</span>
          <Select
            aria-label={t('bulkColumn')}
            placeholder={t('bulkColumn')}
            value={id}
            showSearch={{ optionFilterProp: 'label' }}
            options={columns.map((one) => ({ value: one.id, label: one.title }))}
            onChange={(next) => {
              setId(next)
              setText('')
            }}
          />
          <span>{t('bulkTo')}</span>
          {column && options ? (
            <Select
              allowClear
              {...(several && { mode: 'multiple' as const })}
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={t('bulkValue')}
              placeholder={t('bulkEmpty')}
              options={options.map(({ value }) => ({ value, label: wordOf(options, value) }))}
              value={several ? text.split('；').filter(Boolean) : text || undefined}
              onChange={(next: string | readonly string[] | undefined) =>
                setText(typeof next === 'string' ? next : (next ?? []).join('；'))
              }
            />
          ) : (
            <Input
              aria-label={t('bulkValue')}
              placeholder={t('bulkEmpty')}
              value={text}
              onChange={({ target }) => setText(target.value)}
              onPressEnter={() => column && apply(column, text)}
            />
          )}
          <Button disabled={!column} onClick={() => column && apply(column, text)}>
            {t('bulkApply')}
          </Button>
        </>
      )}
      {duplicate && <Button onClick={duplicate}>{t('duplicate')}</Button>}
      {remove && (
        <Popconfirm
          title={t('removeAsk', { count })}
          description={t('removeLead')}
          okText={t('remove')}
          cancelText={t('keep')}
          onConfirm={remove}
        >
          <Button danger>{t('remove')}</Button>
        </Popconfirm>
      )}
      <Button type="text" onClick={close}>
        {t('bulkClose')}
      </Button>
    </section>
  )
}
