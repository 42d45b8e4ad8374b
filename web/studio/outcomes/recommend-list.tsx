import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Period, periods, type RecommendDefinition } from '#forms/definition'
import { SourceMark } from '../source-mark.tsx'
import type { Scene } from './model.ts'
import { NumberCell } from './number-cell.tsx'
import type { Asking } from './terms.tsx'
import { readWhen, writeWhen } from './when.ts'
import { WhenEditor } from './when-editor.tsx'

/** A service item that can be advised. */
export type Advisable = { readonly key: string; readonly name: string; readonly unit?: string | null }

type Props = Asking & {
  readonly recommends: readonly RecommendDefinition[]
  readonly items: readonly Advisable[]
  readonly scene: Scene
  readonly wordsOf: (index: number) => string
  readonly change: (next: readonly RecommendDefinition[]) => void
}

/** “When this, advise that, so much, because”: the service items that a form leads to. */
export function RecommendList({ recommends, items, scene, wordsOf, change, ...asking }: Props) {
  const { t } = useTranslation('workshop')
  const { readOnly } = asking
  const [first] = items
  const put = (at: number, next: RecommendDefinition | undefined) =>
    change(recommends.flatMap((one, i) => (i === at ? (next ?? []) : one)))
  return (
    <section className="recommends" aria-label={t('outcomes.recommends.title')}>
      <h3>{t('outcomes.recommends.title')}</h3>
      <p className="muted">
        {recommends.length === 0 ? t('outcomes.recommends.none') : t('outcomes.recommends.lead')}
      </p>
      {recommends.map((one, at) => (
        <Advice
          // biome-ignore lint/suspicious/noArrayIndexKey: an item may be advised for several reasons
          key={at}
          {...asking}
          advice={one}
          items={items}
          scene={scene}
          words={wordsOf(at)}
          change={(next) => put(at, next)}
        />
      ))}
      {!readOnly &&
        (first ? (
          <Button
            onClick={() =>
              change([
                ...recommends,
                { item: first.key, when: true, because: t('outcomes.recommends.newBecause'), quantity: 1 },
              ])
            }
          >
            {t('outcomes.recommends.add')}
          </Button>
        ) : (
          <p className="muted">{t('outcomes.recommends.noItems')}</p>
        ))}
    </section>
  )
}

type AdviceProps = Asking & {
  readonly advice: RecommendDefinition
  readonly items: readonly Advisable[]
  readonly scene: Scene
  readonly words: string
  readonly change: (next: RecommendDefinition | undefined) => void
}

function Advice({ advice, items, scene, words, change, ...asking }: AdviceProps) {
  const { t } = useTranslation('workshop')
  const { readOnly } = asking
  const item = items.find(({ key }) => key === advice.item)
  const name = item?.name ?? t('outcomes.recommends.itemGone', { item: advice.item })
  const options = items.map(({ key, name: label }) => ({ value: key, label }))
  const { quantity } = advice
  const own = quantity !== undefined && typeof quantity !== 'number'
  return (
    <article className="outcome" aria-label={name}>
      <div className="outcome-names">
        <div>
          {t('outcomes.recommends.item')}
          <Select
            aria-label={t('outcomes.recommends.item')}
            className="pick"
            showSearch={{ optionFilterProp: 'label' }}
            value={advice.item}
            status={item ? '' : 'error'}
            disabled={readOnly}
            options={item ? options : [{ value: advice.item, label: name }, ...options]}
            onChange={(key: string) => change({ ...advice, item: key })}
          />
        </div>
        <div title={t('outcomes.recommends.quantityHint')}>
          <span>
            {t('outcomes.recommends.quantity')}
            {item?.unit ? `（${item.unit}）` : ''}
          </span>
          {own ? (
            <span className="muted">{t('outcomes.recommends.quantityOwn')}</span>
          ) : (
            <NumberCell
              empty
              label={t('outcomes.recommends.quantity')}
              value={quantity ?? null}
              disabled={readOnly}
              change={(next) => {
                const { quantity: _, per, ...rest } = advice
                change(next === null ? rest : { ...rest, ...(per && { per }), quantity: next })
              }}
            />
          )}
        </div>
        {quantity !== undefined && (
          <div>
            {t('outcomes.recommends.per')}
            <Select
              aria-label={t('outcomes.recommends.per')}
              value={advice.per ?? 'none'}
              disabled={readOnly}
              options={(['none', ...periods] as const).map((value) => ({
                value,
                label: t(`outcomes.recommends.pers.${value}`),
              }))}
              onChange={(next: Period | 'none') => {
                const { per: _, ...rest } = advice
                change(next === 'none' ? rest : { ...rest, per: next })
              }}
            />
          </div>
        )}
        {!readOnly && (
          <Button
            type="text"
            danger
            aria-label={t('outcomes.recommends.remove', { name })}
            onClick={() => change(undefined)}
          >
            ✕
          </Button>
        )}
      </div>
      <h4>{t('outcomes.recommends.when')}</h4>
      <WhenEditor
        {...asking}
        when={readWhen(advice.when, scene)}
        scene={scene}
        words={words}
        always={t('outcomes.when.always')}
        change={(next) => change({ ...advice, when: writeWhen(next, scene) })}
      />
      <div className="because">
        {t('outcomes.recommends.because')}
        <Input
          aria-label={t('outcomes.recommends.because')}
          value={advice.because}
          maxLength={500}
          disabled={readOnly}
          status={advice.because.trim() === '' ? 'error' : ''}
          onChange={({ target }) => change({ ...advice, because: target.value })}
        />
      </div>
      {advice.source && (
        <p className="muted">
          {t('outcomes.recommends.basis')}
          <SourceMark rule={advice.source.rule} />
        </p>
      )}
    </article>
  )
}
