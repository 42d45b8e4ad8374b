import { Alert, Input, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { divisionPath } from '#forms/catalogue'
import { quote } from '#forms/fees'
import { Loading } from '../../app/states.tsx'
import { fenOf } from '../amount.ts'
import { namesOf } from '../fees/names.ts'
import { today } from '../today.ts'
import { type PriceBook, usePriceBook } from './documents.ts'
import { Explained } from './explained.tsx'

type Question = {
  readonly item?: string | undefined
  readonly quantity: string
  readonly on: string
  readonly division?: string | undefined
  readonly level?: string | undefined
  readonly objectClass?: string | undefined
  readonly month: string
  readonly household: string
  readonly year: string
}

/** One service priced by hand: every step of the way, under the draft or what is in use. */
export function OneService({ city }: { readonly city: string }) {
  const { t } = useTranslation('studio')
  const [which, setWhich] = useState<'draft' | 'live'>('draft')
  const book = usePriceBook(city, which)
  const id = useId()
  const [asked, setAsked] = useState<Question>({
    quantity: '1',
    on: today(),
    month: '',
    household: '',
    year: '',
  })
  const ask = (more: Partial<Question>) => setAsked((now) => ({ ...now, ...more }))
  if (!book) return <Loading />
  const names = namesOf(book.around, undefined)
  const select = (
    name: 'item' | 'division' | 'level' | 'objectClass',
    options: readonly { readonly value: string; readonly label: string }[],
    none?: string,
  ) => (
    <div className="calculator-field">
      <label htmlFor={`${id}-${name}`}>{t(`calculator.${name}`)}</label>
      <Select
        id={`${id}-${name}`}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={none !== undefined}
        placeholder={none}
        value={asked[name]}
        options={[...options]}
        onChange={(value: string | undefined) => ask({ [name]: value })}
      />
    </div>
  )
  const typed = (name: 'month' | 'household' | 'year', label: string) => (
    <div className="calculator-field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        inputMode="decimal"
        value={asked[name]}
        status={fenOf(asked[name]) === undefined ? 'error' : ''}
        onChange={({ target }) => ask({ [name]: target.value })}
      />
    </div>
  )
  return (
    <div className="calculator">
      <section className="office-panel calculator-question">
        <Segmented
          aria-label={t('calculator.by')}
          options={(['draft', 'live'] as const).map((value) => ({ value, label: t(`calculator.${value}`) }))}
          value={which}
          onChange={setWhich}
        />
        {select('item', names.items, t('choose', { name: t('calculator.item') }))}
        <div className="calculator-field">
          <label htmlFor={`${id}-quantity`}>
            {t('calculator.quantity')}
            {asked.item && names.unitOf(asked.item) ? `（${names.unitOf(asked.item)}）` : ''}
          </label>
          <Input
            id={`${id}-quantity`}
            inputMode="decimal"
            value={asked.quantity}
            status={quantityOf(asked.quantity) === undefined ? 'error' : ''}
            onChange={({ target }) => ask({ quantity: target.value })}
          />
        </div>
        <div className="calculator-field">
          <label htmlFor={`${id}-on`}>{t('calculator.on')}</label>
          <Input
            id={`${id}-on`}
            type="date"
            value={asked.on}
            onChange={({ target }) => target.value && ask({ on: target.value })}
          />
        </div>
        {select('division', names.divisions, t('calculator.whole'))}
        {select('level', names.levels, t('calculator.none'))}
        {select('objectClass', names.classes, t('calculator.none'))}
        <fieldset>
          <legend>{t('calculator.used')}</legend>
          {typed('month', t('calculator.usedMonth'))}
          {typed('household', t('calculator.usedHousehold'))}
          {typed('year', t('calculator.usedYear'))}
        </fieldset>
      </section>
      <section className="office-panel" aria-live="polite">
        <h2>{t('calculator.result')}</h2>
        <Answer book={book} asked={asked} city={city} />
      </section>
    </div>
  )
}

type AnswerProps = { readonly book: PriceBook; readonly asked: Question; readonly city: string }

function Answer({ book, asked, city }: AnswerProps) {
  const { t } = useTranslation('studio')
  const { fees, catalogue, funds, profile } = book
  const quantity = quantityOf(asked.quantity)
  const used = { month: fenOf(asked.month), household: fenOf(asked.household), year: fenOf(asked.year) }
  if (!fees || !catalogue || asked.item === undefined)
    return <p className="muted">{t(fees ? 'calculator.choose' : 'fees.none')}</p>
  if (quantity === undefined) return <Alert type="error" title={t('calculator.wrongQuantity')} />
  if (Object.values(used).includes(undefined))
    return <Alert type="error" title={t('calculator.wrongAmount')} />
  const known = Object.fromEntries(Object.entries(used).filter(([, value]) => value !== null))
  try {
    const [line] = quote(
      fees,
      catalogue,
      {
        on: asked.on,
        items: [
          {
            item: asked.item,
            quantity,
            used: known,
            ...(asked.level !== undefined && { level: asked.level }),
            ...(asked.objectClass !== undefined && { objectClass: asked.objectClass }),
            ...(asked.division !== undefined && {
              path: [...divisionPath(profile?.divisions ?? [], asked.division)],
            }),
          },
        ],
      },
      funds,
    ).lines
    const fundName = (key: string) => funds?.funds.find((one) => one.key === key)?.name ?? key
    return line ? <Explained city={city} line={line} demo={fees.demo} fundName={fundName} /> : null
  } catch (error) {
    if (error instanceof RangeError) return <Alert type="error" title={t('calculator.tooLarge')} />
    throw error
  }
}

/** What was typed as a quantity; undefined when it is none. */
const quantityOf = (typed: string): number | undefined => {
  const text = typed.trim()
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(text)) return undefined
  const value = Number(text)
  return value > 0 && value <= 100_000 ? value : undefined
}
