import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Category, categoryOf, type FeeRow } from './row.ts'

type Props = {
  readonly rows: readonly FeeRow[]
  readonly value: string | undefined
  readonly change: (category: Category | undefined) => void
}

const all = 'all'

/** Narrows picture and table to one category; only those that have rows are offered. */
export function CategoryChoice({ rows, value, change }: Props) {
  const { t } = useTranslation('oversight')
  const present = [...new Set(rows.flatMap((row) => categoryOf(row) ?? []))]
  const count = (category: Category) => rows.filter((row) => categoryOf(row) === category).length
  return (
    <Segmented<Category | typeof all>
      className="category-choice no-print"
      aria-label={t('category')}
      value={present.find((category) => category === value) ?? all}
      onChange={(next) => change(next === all ? undefined : next)}
      options={[
        { value: all, label: `${t('allCategories')} ${rows.length}` },
        ...present.map((category) => ({
          value: category,
          label: `${t(`categories.${category}`)} ${count(category)}`,
        })),
      ]}
    />
  )
}
